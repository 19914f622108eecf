using Cortex.Storage.Connections;
using Cortex.Storage.DeadLetters;
using Cortex.Storage.Deliveries;
using Cortex.Storage.Jobs;
using Cortex.Storage.Notifications;
using Cortex.Storage.Runs;
using Cortex.Storage.Units;
using Npgsql;

namespace Cortex.Api.Tests.Support;

/// <summary>Puts rows where grains would have put them.</summary>
internal sealed class Seed(ApiProcess api)
{
    public const string Integration = "google-mail-ynxw";

    private const string Program =
        """{"version":1,"trigger":{"provider":"gmail","event":"email.received","where":{"all":[]}},"steps":[{"tool":"none","input":{}}]}""";

    private static readonly DateTimeOffset Started = TimeProvider.System.GetUtcNow();
    private static int _made;

    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    /// <summary>A name that no other test uses.</summary>
    public static string NewUid() => $"user-{Guid.NewGuid():N}";

    /// <param name="others">Where it uses accounts beside Gmail.</param>
    public async Task<UnitId> UnitAsync(string uid, string name = "An automation", params IReadOnlyList<string> others)
    {
        var id = UnitId.New(Next());
        var program = new CompiledProgram(["gmail", .. others], "email.received", Program, "hash", "When an email arrives, do nothing.", "builtin");
        await api.Get<UnitStore>().InsertAsync(new(id, new(uid), name, "when an email arrives do nothing", program, null, null), CancellationToken.None);
        return id;
    }

    public async Task<(ConnectionKey Key, string ConnectionId)> ConnectionAsync(string uid)
    {
        var connectionId = Guid.NewGuid().ToString();
        var key = ConnectionKey.For(Integration, connectionId);
        await api.Get<ConnectionStore>().SaveAsync(key, new(uid), "gmail", Integration, connectionId, $"{uid}@example.com", CancellationToken.None);
        return (key, connectionId);
    }

    public async Task<DeliveryId> EventAsync(string uid, string? fates = null)
    {
        var (key, connectionId) = await ConnectionAsync(uid);
        var id = DeliveryId.New(Next());
        await api.Get<DeliveryInbox>().CommitAsync(new(id, key, Integration, connectionId, "sync", null, [1, 2], null, null), CancellationToken.None);
        if (fates is not null)
        {
            var done = new Progress(key, new(uid)) { Ends = [new DeliveryEnd(id, Failed: false, "ran", null, fates)] };
            await new ProgressStore(api.Get<NpgsqlDataSource>()).SaveAsync(done, CancellationToken.None);
        }

        return id;
    }

    /// <summary>A failed run of one step.</summary>
    public async Task<RunId> RunAsync(string uid, UnitId? unit = null, string? judgement = null, string trigger = """{"id":"mail-1","subject":"Caf\u00e9 \ud800"}""")
    {
        var id = RunId.New(Next());
        var run = new RunRow(
            id, new(uid), unit ?? UnitId.New(_now), "An automation", 1, DeliveryId.New(_now), ConnectionKey.For("a", "b"), "b", "a", RunStatus.Failed, 1, 1,
            trigger, "It failed.", null, null, _now, _now, _now.AddMilliseconds(1500))
        {
            JudgementJson = judgement,
        };
        var step = new StepRow(0, "gmail.reply", StepStatus.Failed, """{"body":"x"}""", null, "It failed.", 2, _now, _now.AddMilliseconds(1200))
        {
            FailuresJson = StepFailure.Add(null, new(_now, _now.AddMilliseconds(300), "Gmail was away.")),
        };
        using var writer = new RunWriter(api.Get<NpgsqlDataSource>());
        await writer.StartAsync(CancellationToken.None);
        Assert.Equal(RunWritten.Written, await writer.CommitAsync(new(run, [step]), CancellationToken.None));
        await writer.StopAsync(CancellationToken.None);
        return id;
    }

    /// <summary>A delivery that was given up.</summary>
    public async Task<DeliveryId> DeadEventAsync(string uid, string reason = DeadReason.Poison)
    {
        var id = await EventAsync(uid);
        await using var command = api.Get<NpgsqlDataSource>().CreateCommand(
            $"UPDATE events SET status = 'failed', processed_at = now(), outcome = 'failed', reason = 'Too bad.', dead_reason = '{reason}' WHERE id = '{id.Value}'");
        await command.ExecuteNonQueryAsync();
        return id;
    }

    /// <summary>A run that was given up.</summary>
    public async Task<RunId> DeadRunAsync(string uid, UnitId? unit = null, string reason = DeadReason.GaveUp)
    {
        var id = await RunAsync(uid, unit);
        await using var command = api.Get<NpgsqlDataSource>().CreateCommand($"UPDATE runs SET dead_reason = '{reason}' WHERE id = '{id.Value}'");
        await command.ExecuteNonQueryAsync();
        return id;
    }

    /// <summary>A job that is not done.</summary>
    public async Task<JobId> JobAsync(string uid, JobFilter? filter = null)
    {
        var id = JobId.New(Next());
        await api.Get<JobStore>().InsertAsync(
            new(id, new(uid), JobKind.RetryRuns, JobFilterJson.Write(filter ?? new()), [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()], IsPartial: false, null), CancellationToken.None);
        return id;
    }

    public async Task<NotificationId> NotificationAsync(string uid, RunId? run = null, string text = "An email came.")
    {
        var at = Next();
        var row = new NotificationRow(NotificationId.New(at), new(uid), UnitId.New(at), "An automation", run ?? RunId.New(at), 0, text, at);
        await api.Get<NotificationStore>().InsertAsync(row, CancellationToken.None);
        return row.Id;
    }

    /// <summary>Each row a millisecond after the one before, whichever test makes it: within one millisecond ids have no order.</summary>
    private static DateTimeOffset Next() => Started.AddMilliseconds(Interlocked.Increment(ref _made));
}
