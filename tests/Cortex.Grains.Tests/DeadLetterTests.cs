using Cortex.Programs;
using Cortex.Runs;
using Cortex.Storage.Connections;
using Cortex.Storage.DeadLetters;
using Cortex.Storage.Runs;
using Cortex.Testing;

namespace Cortex.Grains.Tests;

/// <summary>What was given up, driven again: it is done then, and nothing that was done before is done twice.</summary>
public sealed class DeadLetterTests(GrainCluster cluster) : GrainTest(cluster)
{
    [Fact]
    public async Task EventThatWasGivenUp_DrivenAgain_RunsOnce()
    {
        await ConnectAsync();
        var unit = await UnitAsync();
        var e = await GivenUpAsync();
        var dead = Assert.Single(await DeadAsync());
        Assert.Equal((DeadLetterKind.Delivery, e.ToString(), DeadReason.Rejected), (dead.Kind, dead.PublicId, dead.Reason));
        Assert.Empty(await RunsAsync(unit));

        Assert.Equal([e], await RedriveAsync(e, "first"));
        Assert.Equal([e], await RedriveAsync(e, "first"));

        Assert.Equal("ran", (await ProcessedAsync(e)).Outcome);
        Assert.Equal(e, (await RunAsync(unit, RunStatus.Completed)).Delivery);
        Assert.Empty(await DeadAsync());
        Assert.Equal([e], await RedriveAsync(e, "second"));
        Assert.Single(await RunsAsync(unit));
    }

    [Fact]
    public async Task EventWhoseRecordsALaterOneBrought_DrivenAgain_RunsNothingTwice()
    {
        await ConnectAsync();
        var unit = await UnitAsync();
        var first = await GivenUpAsync();
        var second = await SyncAsync(Email());
        await DealtWithAsync(second);
        Assert.Equal(2, (await RunsAsync(unit)).Count);

        await RedriveAsync(first, "request");
        var again = await ProcessedAsync(first);

        Assert.Equal(("processed", "ignored"), (again.Status, again.Outcome));
        Assert.Equal(2, (await RunsAsync(unit)).Count);
    }

    [Fact]
    public async Task EventThatStoppedItsServers_IsPoison_AndDrivenAgainIsBegunAfresh()
    {
        await ConnectAsync();
        var unit = await UnitAsync();
        var e = await SyncAsync(Email());
        await Cluster.ScalarAsync<long>($"WITH u AS (UPDATE events SET takeovers = {Connections.DeliveryRetry.TakeoversMax} WHERE id = '{e.Value}' RETURNING 1) SELECT count(*) FROM u");
        await PokeAsync();
        await ProcessedAsync(e);
        Assert.Equal(DeadReason.Poison, Assert.Single(await DeadAsync()).Reason);

        await RedriveAsync(e, "request");

        await RunAsync(unit, RunStatus.Completed);
    }

    [Fact]
    public async Task EventOfSomebodyElse_IsNotDrivenAgain()
    {
        await ConnectAsync();
        var e = await GivenUpAsync();

        Assert.Empty(await Cluster.Grains.Connection(Key).RedriveAsync(new("somebody-else"), [e], "request", None));

        Assert.Single(await DeadAsync());
    }

    [Fact]
    public async Task WordOfAnAccount_DrivenAgain_IsNotBelieved_NangoIsAsked()
    {
        await ConnectAsync();
        var refreshFailed = await Cluster.StoreAsync(
            $$$"""{"from":"nango","type":"auth","operation":"refresh","success":false,"connectionId":"{{{Mailbox}}}","providerConfigKey":"{{{SandboxClient.Gmail}}}","tags":{}}""");
        await GiveUpAsync(refreshFailed);

        await RedriveAsync(refreshFailed, "request");

        Assert.Equal("The account is connected.", (await ProcessedAsync(refreshFailed)).Reason);
        Assert.Equal(ConnectionStatus.Active, (await new ConnectionStore(Cluster.Db).FindAsync(Key, None))!.Status);
    }

    [Fact]
    public async Task AccountThatIsGone_DoesNotComeBackWithOldWordOfIt()
    {
        await ConnectAsync();
        var created = await Cluster.StoreAsync(
            $$$"""{"from":"nango","type":"auth","operation":"creation","success":true,"connectionId":"{{{Mailbox}}}","providerConfigKey":"{{{SandboxClient.Gmail}}}","tags":{"end_user_id":"{{{User}}}"}}""");
        await GiveUpAsync(created);
        Assert.False((await Cluster.Grains.Connection(Key).DisconnectAsync(User, None)).IsRefused);

        await RedriveAsync(created, "request");

        Assert.Equal("ignored", (await ProcessedAsync(created)).Outcome);
        Assert.Null(await new ConnectionStore(Cluster.Db).FindAsync(Key, None));
    }

    [Fact]
    public async Task PoisonRun_Retried_IsDoneAndCountsItsOwnersAnew()
    {
        await ConnectAsync();
        var unit = await ProgramUnitAsync(Condition.Always, new Step("notify.user", """{"text":"Look"}"""));
        await DealtWithAsync(await SyncAsync(Email()));
        var done = await RunAsync(unit, RunStatus.Completed);
        await Cluster.ScalarAsync<long>(
            $"""
             WITH s AS (UPDATE run_steps SET status = 'running', output = NULL, completed_at = NULL, call_result = NULL WHERE run_id = '{done.Id.Value}'),
                  r AS (UPDATE runs SET status = 'running', completed_at = NULL, updated_at = now() - interval '1 minute', takeovers = {RunLimits.TakeoversMax} WHERE id = '{done.Id.Value}' RETURNING 1)
             SELECT count(*) FROM r
             """);
        var parked = await RunAsync(unit, RunStatus.Failed);
        Assert.Equal(DeadReason.Poison, parked.DeadReason);
        Assert.Equal((DeadLetterKind.Run, parked.Id.Value), Assert.Single((await DeadAsync()).Select(d => (d.Kind, d.Id))));

        Assert.False((await Cluster.Grains.Run(parked.Id).RetryAsync(User, None)).IsRefused);

        var run = await RunAsync(unit, RunStatus.Completed);
        Assert.Equal((parked.Id, 2, 0, null), (run.Id, run.Attempt, run.Takeovers, run.DeadReason));
        Assert.Empty(await DeadAsync());
    }

    /// <summary>An event of one email that Nango called wrong, and would not now.</summary>
    private async Task<DeliveryId> GivenUpAsync()
    {
        await FaultAsync(new { match = "GET /records", status = 400, times = 1 });
        var e = await SyncAsync(Email());
        Assert.Equal("failed", (await DealtWithAsync(e)).Status);
        return e;
    }

    /// <summary>Has an event be given up that needs nothing to be processed.</summary>
    private async Task GiveUpAsync(DeliveryId e)
    {
        await DealtWithAsync(e);
        await using var fail = Cluster.Db.CreateCommand($"UPDATE events SET status = 'failed', outcome = 'failed', dead_reason = '{DeadReason.GaveUp}' WHERE id = '{e.Value}'");
        Assert.Equal(1, await fail.ExecuteNonQueryAsync());
    }

    private Task<IReadOnlyList<DeliveryId>> RedriveAsync(DeliveryId e, string key) => Cluster.Grains.Connection(Key).RedriveAsync(User, [e], key, None);

    private Task<List<DeadLetterRow>> DeadAsync() => new DeadLetterStore(Cluster.Db).ListAsync(User, new(10, null), new(), None);
}
