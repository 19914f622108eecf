using Cortex.Programs;
using Cortex.Storage.Items;
using Cortex.Storage.Runs;
using Cortex.Testing;

namespace Cortex.Grains.Tests;

/// <summary>What PostgreSQL refuses to store, it refuses every time: the one that it is about ends with a reason, and nothing else waits for it.</summary>
public sealed class RefusalTests(GrainCluster cluster) : GrainTest(cluster)
{
    [Fact]
    public async Task EventWhoseEndIsRefused_IsGivenUpAfterSomeTries_AndTheNextIsDealtWith()
    {
        await ConnectAsync();
        var unit = await UnitAsync();
        var refused = await SyncAsync(Email(subject: "Refused"));
        await RefuseAsync("events", $"NEW.id = '{refused.Value}' AND NEW.status = 'processed'");
        var next = await SyncAsync("Message", Email(subject: "Next"));

        var given = await DealtWithAsync(refused);
        Assert.Equal(("failed", "failed"), (given.Status, given.Outcome));
        Assert.Contains("Cortex could not deal with this now", given.Reason, StringComparison.Ordinal);
        var putOff = await Cluster.ScalarAsync<int>($"SELECT internal_failures::int FROM events WHERE id = '{refused.Value}'");
        Assert.Equal(8, putOff + 1);
        Assert.Equal("processed", (await ProcessedAsync(next)).Status);

        // What it set off had run before its end was refused, and once.
        Assert.Single(await RunsAsync(unit), run => run.Delivery == refused);
    }

    [Fact]
    public async Task RecordWhoseStateIsRefused_RunsAllTheSame_AndTakesNoNeighbourWithIt()
    {
        await ConnectAsync();
        var unit = await UnitAsync();
        await RefuseAsync("items", $"NEW.connection_key = '{Key.Value}' AND NEW.record_id = 'poison'");

        var done = await DealtWithAsync(await SyncAsync(Email(subject: "One", id: "one"), Email(subject: "Two", id: "poison"), Email(subject: "Three", id: "three")));

        Assert.Equal("ran", done.Outcome);
        Assert.Equal(3, (await RunsAsync(unit)).Count);
        var kept = await new ItemStore(Cluster.Db).ListSeenAsync(Key, "email", ["one", "poison", "three"], None);
        Assert.Equal(["one", "three"], kept.Select(item => item.RecordId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task RunWhoseStepIsRefused_Fails_AndItsToolIsCalledOnce()
    {
        await ConnectAsync();
        var unit = await ProgramUnitAsync(Condition.Always, new Step("gmail.reply", """{"body":"Thank you"}"""), new Step("gmail.archive", "{}"));
        await RefuseAsync("run_steps", $"NEW.user_id = '{User.Value}' AND NEW.tool = 'gmail.reply' AND NEW.status = 'completed'");

        await DealtWithAsync(await SyncAsync(Email()));
        var run = await RunAsync(unit, RunStatus.Failed);

        Assert.Contains("may have taken effect", run.Error, StringComparison.Ordinal);
        var step = Assert.Single(await StepsAsync(run.Id));
        Assert.Equal((StepStatus.Failed, run.Error), (step.Status, step.Error));
        Assert.Equal(1, await SentAsync());
    }

    [Fact]
    public async Task EventThatBroughtDownItsServersThreeTimes_IsParked_AndTheNextIsDealtWith()
    {
        await MakeMailboxAsync();
        var unit = await ProgramUnitAsync(Condition.Always, new Step("none", "{}"));
        var poison = await SyncAsync(Email(subject: "Poison"));
        await using (var crash = Cluster.Db.CreateCommand($"UPDATE events SET takeovers = 3 WHERE id = '{poison.Value}'"))
        {
            await crash.ExecuteNonQueryAsync();
        }

        var next = await SyncAsync(Email(subject: "Next"));

        await ClaimAsync();
        var parked = await ProcessedAsync(poison);
        Assert.Equal(("failed", "failed"), (parked.Status, parked.Outcome));
        Assert.StartsWith("This was interrupted 3 times in a row", parked.Reason, StringComparison.Ordinal);
        await ProcessedAsync(next);

        // What it would have read is read with the next one.
        Assert.Equal(["Next", "Poison"], (await RunsAsync(unit)).Select(run => run.Summary).Order(StringComparer.Ordinal));
    }

    /// <summary>A uid holds no NUL; whoever sends one, or Nango, is told so, and the events behind it are dealt with.</summary>
    [Fact]
    public async Task ConnectionOfAUserWhoCannotBe_IsIgnored()
    {
        await ConnectAsync();
        var other = $"other-{Guid.NewGuid():N}";
        var e = await Cluster.StoreAsync(
            $$$"""{"from":"nango","type":"auth","operation":"creation","success":true,"connectionId":"{{{other}}}","providerConfigKey":"{{{SandboxClient.Gmail}}}","endUser":{"endUserId":"a\u0000b"},"tags":{"end_user_id":"a\u0000b"}}""");
        var key = ConnectionKey.For(SandboxClient.Gmail, other);

        await Cluster.Grains.Connection(key).PokeAsync(None);

        Assert.Equal("ignored", await Eventually.GetAsync(async () => await OutcomeAsync(e)));
    }

    private async Task<string?> OutcomeAsync(DeliveryId id) => await Cluster.ScalarAsync<string>($"SELECT coalesce(outcome, '') FROM events WHERE id = '{id.Value}'") is { Length: > 0 } outcome ? outcome : null;

    /// <summary>Has PostgreSQL refuse some rows of a table, as it refuses a text with a NUL.</summary>
    private async Task RefuseAsync(string table, string when)
    {
        var name = $"refuse_{Guid.NewGuid():N}";
        await using var function = Cluster.Db.CreateCommand(
            $"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'as the test wants it' USING ERRCODE = '22021'; END $$");
        await function.ExecuteNonQueryAsync();
        await using var trigger = Cluster.Db.CreateCommand($"CREATE TRIGGER {name} BEFORE INSERT OR UPDATE ON {table} FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION {name}()");
        await trigger.ExecuteNonQueryAsync();
    }
}
