using System.Text.Json.Nodes;

namespace Cortex.Grains.Tests;

/// <summary>On a cluster of its own: a 429 of Nango's holds back every call of the account, those of other tests too.</summary>
public sealed class NangoPauseTests(GrainCluster cluster) : GrainTest(cluster), IClassFixture<GrainCluster>
{
    [Fact]
    public async Task Nango_ThatHasHadTooManyCalls_DelaysTheRunAndNeitherLosesNorDoublesIt()
    {
        await ConnectAsync();
        var unit = await UnitAsync();
        var e = await SyncAsync(Email());
        await FaultAsync(JsonNode.Parse("""{"match":"GET /records","status":429,"times":2,"headers":{"Retry-After":"0"}}""")!);

        await PokeAsync();

        Assert.Equal("ran", (await ProcessedAsync(e)).Outcome);
        Assert.Single(await RunsAsync(unit));
    }
}
