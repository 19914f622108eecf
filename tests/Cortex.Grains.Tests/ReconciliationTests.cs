using Cortex.Connections;
using Cortex.Nango;
using Cortex.Storage.Connections;
using Cortex.Storage.Deliveries;
using Cortex.Storage.Heartbeats;
using Cortex.Storage.Runs;
using Cortex.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cortex.Grains.Tests;

/// <summary>What no webhook announced is found, once, and says so.</summary>
public sealed class ReconciliationTests(GrainCluster cluster) : GrainTest(cluster)
{
    [Fact]
    public async Task Records_ThatNoWebhookAnnounced_AreFoundOnce_AndMarked()
    {
        await ConnectAsync();
        var unit = await UnitAsync();
        await DealtWithAsync(await SyncAsync(Email(id: "first")));
        await PutSilentlyAsync("lost-1", "lost-2");

        await ReconcileAsync();
        await Eventually.GetAsync(async () => (await RunsAsync(unit)).Count == 3 ? "found" : null);
        var found = await Eventually.GetAsync(async () => (await EventsAsync()).FirstOrDefault(e => e is { Source: DeliverySource.Reconciliation, Status: "processed" }));

        // A look that finds nothing, or already what comes now; either way each find is one event.
        await ReconcileAsync();
        await PutSilentlyAsync("lost-3");
        await ReconcileAsync();
        await Eventually.GetAsync(async () => (await RunsAsync(unit)).Count == 4 ? "found" : null);
        await DealtWithAsync(await SyncAsync());

        Assert.Equal(("sync", "ran"), (found.Type, found.Outcome));
        Assert.Equal(4, (await RunsAsync(unit)).Count);
        Assert.Equal(2, (await EventsAsync()).Count(e => e.Source == DeliverySource.Reconciliation));
    }

    [Fact]
    public async Task AWebhookThatComesAfterAll_FindsNothingLeft()
    {
        await ConnectAsync();
        var unit = await UnitAsync();
        await DealtWithAsync(await SyncAsync(Email()));
        var since = await PutSilentlyAsync("late");
        await ReconcileAsync();
        await Eventually.GetAsync(async () => (await RunsAsync(unit)).Count == 2 ? "found" : null);

        var late = await DealtWithAsync(await Cluster.StoreAsync(SyncWebhook("GmailEmail", since, 1)));

        Assert.Equal("ignored", late.Outcome);
        Assert.Equal(2, (await RunsAsync(unit)).Count);
    }

    [Fact]
    public async Task ATimeWithoutAReceiver_HasEveryAccountLookedAt()
    {
        await ConnectAsync();
        var unit = await UnitAsync();
        await DealtWithAsync(await SyncAsync(Email()));
        await PutSilentlyAsync("missed");
        var heartbeats = new HeartbeatStore(Cluster.Db);

        await heartbeats.BeatAsync(HeartbeatStore.Receiver, TimeSpan.FromSeconds(8), None);
        await heartbeats.BeatAsync(HeartbeatStore.Receiver, TimeSpan.Zero, None);

        await Eventually.GetAsync(async () => (await RunsAsync(unit)).Count(r => r.Status == RunStatus.Completed) == 2 ? "found" : null);

        // Nango drops webhooks for a minute after an address has failed: the next look comes sooner than usual.
        Assert.InRange(await NextLookAsync(), TimeSpan.Zero, TimeSpan.FromMinutes(3));
    }

    [Fact]
    public async Task ARecord_ThatBecameVisibleFarBehindTheCursor_IsFound()
    {
        await ConnectAsync();
        var unit = await UnitAsync();
        await PutSilentlyAsync("late");
        await SetCursorAsync(highWater: "now() + interval '10 minutes'", lookedTo: "now()");
        await DealtWithAsync(await Cluster.StoreAsync(SyncWebhook("GmailEmail", TimeProvider.System.GetUtcNow().AddMinutes(5).UtcDateTime.ToString("O"), 0)));
        Assert.Empty(await RunsAsync(unit));

        await ReconcileAsync();

        await Eventually.GetAsync(async () => (await RunsAsync(unit)).Count == 1 ? "found" : null);
    }

    [Fact]
    public async Task ALook_GoesOnWhereTheLastOneEnded()
    {
        await ConnectAsync();
        await UnitAsync();
        await DealtWithAsync(await SyncAsync(Email(id: "first")));
        Assert.Null(await LookedToAsync());

        await ReconcileAsync();

        await Eventually.GetAsync(LookedToAsync);
    }

    [Fact]
    public async Task ALook_ThatNangoRefuses_ComesAgainNoSoonerThanNangoSays()
    {
        await ConnectAsync();
        await DealtWithAsync(await SyncAsync(Email()));
        await FaultAsync(new { match = "GET /records", status = 401, times = 1, headers = new Dictionary<string, string> { ["Retry-After"] = "3600" } });

        await ReconcileAsync();

        // Otherwise it would be at most a quarter of an hour.
        await Eventually.TrueAsync(async () => await NextLookAsync() > TimeSpan.FromMinutes(50));
    }

    [Fact]
    public async Task AChangeOfJustNow_IsLeftToItsWebhook_AndLookedForWhenThatShouldHaveCome()
    {
        await ConnectAsync();
        await DealtWithAsync(await SyncAsync(Email(id: "first")));
        await PutSilentlyAsync("announced soon");
        var state = (await new ConnectionStore(Cluster.Db).FindStateAsync(Key, None))!;

        Assert.False(await LookAsync(state, grace: TimeSpan.FromHours(2)));

        Assert.DoesNotContain(await EventsAsync(), e => e.Source == DeliverySource.Reconciliation);
        Assert.InRange(await NextLookAsync(), TimeSpan.FromHours(1.5), TimeSpan.FromHours(2));
        Assert.True(await LookAsync(state, grace: TimeSpan.Zero));
    }

    private Task<bool> LookAsync(ConnectionState state, TimeSpan grace) => new Reconciliation(
        Cluster.Part<INangoClient>(), new(Cluster.Db), new(Cluster.Db), Cluster.Part<SyncPass>(), Cluster.Part<GrainSettings>() with { ReconciliationGrace = grace },
        TimeProvider.System, NullLogger<Reconciliation>.Instance).RunAsync(state, None);

    private async Task<string?> LookedToAsync() =>
        await Cluster.ScalarAsync<string>($"SELECT coalesce(cursors -> 'GmailEmail' ->> 'lookedTo', '') FROM connections WHERE id = '{Key.Value}'") is { Length: > 0 } at ? at : null;

    private async Task SetCursorAsync(string highWater, string lookedTo)
    {
        await using var command = Cluster.Db.CreateCommand(
            $"UPDATE connections SET cursors = jsonb_build_object('GmailEmail', jsonb_build_object('highWater', {highWater}, 'lookedTo', {lookedTo})) WHERE id = '{Key.Value}'");
        await command.ExecuteNonQueryAsync(None);
    }

    private async Task<TimeSpan> NextLookAsync()
    {
        await using var command = Cluster.Db.CreateCommand("SELECT reconcile_at - clock_timestamp() FROM connections WHERE id = $1");
        command.Parameters.Add(new() { Value = Key.Value });
        return (TimeSpan)(await command.ExecuteScalarAsync())!;
    }

    private Task ReconcileAsync() => Cluster.Grains.Connection(Key).ReconcileAsync(None);

    private Task<List<DeliveryRow>> EventsAsync() => new DeliveryStore(Cluster.Db).ListAsync(User, new(100, null), null, null, None);

    /// <returns>When the sync run that brought them began, as its webhook would say it.</returns>
    private async Task<string> PutSilentlyAsync(params string[] ids) => (string)(await Cluster.SandboxHttp.SendAsync(
        HttpMethod.Post, "/sandbox/items", new { connectionId = Mailbox, model = "GmailEmail", records = ids.Select(id => Email(id: id)), webhook = false })).Ok()["modifiedAfter"]!;
}
