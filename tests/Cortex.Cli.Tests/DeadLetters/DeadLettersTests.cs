using System.Text.Json;
using Cortex.Cli.DeadLetters;
using Cortex.Cli.Instances;
using Cortex.Cli.Local;
using Cortex.Storage.DeadLetters;
using Cortex.Storage.Jobs;
using Cortex.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cortex.Cli.Tests.DeadLetters;

public sealed class DeadLettersTests(PostgresFixture postgres) : IAsyncLifetime
{
    private string _url = null!;
    private OperatorDatabase _database = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _url = await postgres.CreateDatabaseAsync();
        _database = await OperatorDatabase.OpenAsync(name => name == "DATABASE_URL" ? _url : null, Stop);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task List_OfNothing_SaysSo() => Assert.Equal("nothing was given up", (await TableAsync(null)).Trim());

    [Fact]
    public async Task List_CountsByReason_AndNamesThemAll_OfAllUsers()
    {
        var (ada, bob) = (await EventAsync("ada", DeadReason.Poison), await EventAsync("bob", DeadReason.GaveUp));

        var table = await TableAsync(null);
        var ofOneReason = await TableAsync(DeadReason.Poison);
        var lines = (await ReportAsync(null)).Lines().Select(line => JsonSerializer.SerializeToElement(line)).ToList();

        Assert.Contains(ada, table, StringComparison.Ordinal);
        Assert.Contains(bob, table, StringComparison.Ordinal);
        Assert.Contains("the newest 2 of 2", table, StringComparison.Ordinal);
        Assert.Contains(ada, ofOneReason, StringComparison.Ordinal);
        Assert.DoesNotContain(DeadReason.GaveUp, ofOneReason, StringComparison.Ordinal);
        Assert.Equal([1, 1], lines.Take(2).Select(line => line.GetProperty("count").GetInt32()));
        Assert.Equal(new[] { ("ada", ada), ("bob", bob) }, lines.Skip(2).Select(line => (line.GetProperty("userId").GetString()!, line.GetProperty("id").GetString()!)).Order());
    }

    [Fact]
    public async Task Retry_IsAJobOfTheOperators_OverAllUsers_AndWaitsForIt()
    {
        await EventAsync("ada", DeadReason.Poison);
        await EventAsync("bob", DeadReason.Poison);
        await EventAsync("bob", DeadReason.GaveUp);
        var retry = new DeadLetterRetry(_database.Db, TimeProvider.System);

        var job = (await retry.StartAsync(DeadReason.Poison, Stop))!;
        Assert.Equal((JobStatus.Running, 2, null), (job.Status, job.Total, job.User));
        await new JobStore(_database.Db).AdvanceAsync(job, new(1, 1, "One was gone."), Stop);

        var done = await retry.FollowAsync(job, Stop);
        Assert.Equal((JobStatus.Completed, 1, 1), (done.Status, done.Done, done.Failed));
    }

    [Fact]
    public async Task Retry_OfNothing_MakesNoJob()
    {
        await EventAsync("ada", DeadReason.GaveUp);

        Assert.Null(await new DeadLetterRetry(_database.Db, TimeProvider.System).StartAsync(DeadReason.Poison, Stop));
        Assert.Null(await new JobStore(_database.Db).FindFirstOpenAsync(null, Stop));
    }

    [Fact]
    public async Task Database_OfACopyThatRuns_IsFound_AndOtherwiseStartedAndMigrated()
    {
        using var home = new TemporaryDirectory();
        string? Given(string name) => name == "CORTEX_HOME" ? home.Path : null;
        await using (var alone = await OperatorDatabase.OpenAsync(Given, Stop))
        {
            Assert.True(alone.IsAlone);
            Assert.Empty((await DeadLetterReport.ReadAsync(new(alone.Db), null, Stop)).Counts);
        }

        var directory = Path.Combine(home.Path, "postgres");
        Assert.Null(LocalPostgres.FindRunning(directory));
        await using var running = await LocalPostgres.StartAsync(directory, port: 0, durable: true, NullLogger.Instance, Stop);

        await using var beside = await OperatorDatabase.OpenAsync(Given, Stop);

        Assert.False(beside.IsAlone);
        Assert.Equal(running.Url, LocalPostgres.FindRunning(directory));
        Assert.Empty((await DeadLetterReport.ReadAsync(new(beside.Db), null, Stop)).Counts);
        Assert.False(running.Exited.IsCompleted);
    }

    [Fact]
    public async Task Database_InProduction_IsNotMadeUp() =>
        await Assert.ThrowsAsync<LocalException>(() => OperatorDatabase.OpenAsync(name => name == "NODE_ENV" ? "production" : null, Stop));

    private Task<DeadLetterReport> ReportAsync(string? reason) => DeadLetterReport.ReadAsync(new(_database.Db), reason, Stop);

    private async Task<string> TableAsync(string? reason)
    {
        await using var writer = new StringWriter();
        await (await ReportAsync(reason)).WriteTableAsync(writer);
        return writer.ToString();
    }

    private async Task<string> EventAsync(string user, string reason)
    {
        var id = DeliveryId.New(TimeProvider.System.GetUtcNow());
        await using var command = _database.Db.CreateCommand(
            $"""
             INSERT INTO events (id, user_id, connection_key, type, payload, status, processed_at, outcome, reason, dead_reason)
             VALUES ('{id.Value}', '{user}', gen_random_uuid(), 'sync', '', 'failed', now(), 'failed', E'Too bad.\nIndeed.', '{reason}')
             """);
        await command.ExecuteNonQueryAsync(Stop);
        return id.ToString();
    }
}
