using Cortex.Core.Tests.Support;
using Cortex.Nango;

namespace Cortex.Core.Tests.Nango;

public sealed class NangoSyncsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("[]")]
    [InlineData("[\"messages\",\"threads::emea\"]", "messages", "threads::emea")]
    public async Task Trigger_NamesTheConnectionAndItsSyncs(string sent, params string[] syncs)
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Json("""{"success":true}"""));

        await bench.Client.TriggerSyncAsync("google-mail-ynxw", "c-1", syncs, Cancellation);

        Assert.Equal(["POST /sync/trigger"], bench.Server.Calls);
        Assert.Equal($$"""{"provider_config_key":"google-mail-ynxw","connection_id":"c-1","syncs":{{sent}}}""", bench.Server.Requests[0].Body);
    }

    [Theory]
    [InlineData(404, "{\"error\":{\"code\":\"unknown_connection\"}}", NangoFailure.UnknownConnection)]
    [InlineData(400, "{\"error\":{\"code\":\"unknown_provider_config\"}}", NangoFailure.Rejected)]
    [InlineData(400, "{\"error\":{\"code\":\"no_syncs_found\"}}", NangoFailure.Rejected)]
    [InlineData(403, "{\"error\":{\"code\":\"forbidden\",\"message\":\"Insufficient scope. Required: environment:syncs:execute\"}}", NangoFailure.Unauthorized)]
    [InlineData(503, "", NangoFailure.Unavailable)]
    public async Task Trigger_ThatIsRefused_ThrowsAndIsNotRepeated(int status, string body, NangoFailure kind)
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Status(status, body));

        Assert.Equal(kind, (await Assert.ThrowsAsync<NangoException>(() => bench.Client.TriggerSyncAsync("p", "c", [], Cancellation))).Kind);
        Assert.Single(bench.Server.Requests);
    }

    [Fact]
    public async Task Syncs_OfAConnection_AreReadWithTheirModels()
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Json("""
            {"syncs":[
              {"id":"s1","name":"messages","variant":"base","connection_id":"c-1","status":"SUCCESS","type":"INCREMENTAL","frequency":"5m","finishedAt":"2026-08-21T18:40:00.000Z","nextScheduledSyncAt":"2026-08-21T18:45:00.000Z","latestResult":{"Message":{"added":1,"updated":0,"deleted":0}},"recordCount":{"Thread":3,"Message":9},"checkpoint":null},
              {"id":"s2","name":"contacts","variant":"emea","status":"RUNNING","finishedAt":null,"latestResult":null},
              {"id":"s3","name":"labels","status":"WAITING"},
              {"id":"s4","name":"filters","status":"3"},
              {"id":"s5"}]}
            """));

        var syncs = await bench.Client.ListSyncsAsync("google-mail-ynxw", "c 1", CallPriority.Reconciliation, Cancellation);

        Assert.Equal(["GET /sync/status?provider_config_key=google-mail-ynxw&connection_id=c%201&syncs=%2A"], bench.Server.Calls);
        Assert.Equal(["messages", "contacts", "labels", "filters"], syncs.Select(sync => sync.Name));
        Assert.Equal([null, "emea", null, null], syncs.Select(sync => sync.Variant));
        Assert.Equal([SyncState.Success, SyncState.Running, SyncState.Unknown, SyncState.Unknown], syncs.Select(sync => sync.Status));
        Assert.Equal([new DateTimeOffset(2026, 8, 21, 18, 40, 0, TimeSpan.Zero), null, null, null], syncs.Select(sync => sync.FinishedAt));
        Assert.Equal(["Message", "Thread"], syncs[0].Models);
        Assert.All(syncs.Skip(1), sync => Assert.Empty(sync.Models));
    }

    [Theory]
    [InlineData(200, "{\"syncs\":null}", NangoFailure.Unavailable)]
    [InlineData(400, "{\"error\":{\"code\":\"unknown_connection\"}}", NangoFailure.UnknownConnection)]
    public async Task Syncs_ThatCannotBeHad_AreAFailure(int status, string body, NangoFailure kind)
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Status(status, body));

        Assert.Equal(kind, (await Assert.ThrowsAsync<NangoException>(() => bench.Client.ListSyncsAsync("p", "c", CallPriority.Sync, Cancellation))).Kind);
    }
}
