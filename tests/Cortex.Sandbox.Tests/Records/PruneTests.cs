using System.Text.Json.Nodes;
using Cortex.Sandbox.Tests.Support;

namespace Cortex.Sandbox.Tests.Records;

public sealed class PruneTests : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private SandboxHost sandbox = null!;

    public async ValueTask InitializeAsync()
    {
        sandbox = await SandboxHost.StartAsync(folder: folder);
        await sandbox.ConnectAsync("c1");
        await sandbox.AddAsync("c1", "Contact", new { id = "a", name = "Ada" }, new { id = "b", name = "Bob" }, new { id = "c", name = "Cy" });
    }

    public async ValueTask DisposeAsync()
    {
        await sandbox.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Prune_UpToACursor_EmptiesPayloadsWithoutMovingThem()
    {
        var before = await ListAsync();

        var answer = await PruneAsync(CursorOf(before, 1));

        Assert.Equal("""{"count":2,"has_more":false}""", answer.Text);
        var after = await ListAsync();
        Assert.Equal(["id", "_nango_metadata"], after[0]!.AsObject().Select(member => member.Key));
        Assert.NotNull(after[0]!["_nango_metadata"]!["pruned_at"]);
        Assert.Equal("ADDED", after[1]!["_nango_metadata"]!["last_action"]!.GetValue<string>());
        Assert.Equal("Cy", after[2]!["name"]!.GetValue<string>());
        Assert.Null(after[2]!["_nango_metadata"]!["pruned_at"]);
        Assert.Equal(Enumerable.Range(0, 3).Select(index => CursorOf(before, index)), Enumerable.Range(0, 3).Select(index => CursorOf(after, index)));
    }

    [Fact]
    public async Task Prune_WithALimit_SaysThatThereMayBeMore()
    {
        var last = CursorOf(await ListAsync(), 2);

        Assert.Equal("""{"count":2,"has_more":true}""", (await PruneAsync(last, limit: 2)).Text);
        Assert.Equal("""{"count":1,"has_more":false}""", (await PruneAsync(last, limit: 2)).Text);
        Assert.Equal("""{"count":0,"has_more":false}""", (await PruneAsync(last, limit: 2)).Text);
    }

    [Fact]
    public async Task Pruned_SavedAgainUnchanged_IsWholeInItsPlaceAndCountsForNothing()
    {
        var before = await ListAsync();
        await PruneAsync(CursorOf(before, 1));

        var run = await sandbox.AddAsync("c1", "Contact", new { id = "a", name = "Ada" });

        Assert.Equal(0, run["added"].GetValue<int>() + run["updated"].GetValue<int>());
        var after = await ListAsync();
        Assert.Equal(before[0]!.ToJsonString(), after[0]!.ToJsonString());
    }

    [Fact]
    public async Task Pruned_SavedAgainChanged_IsUpdatedAndMovesToTheEnd()
    {
        await PruneAsync(CursorOf(await ListAsync(), 0));

        await sandbox.AddAsync("c1", "Contact", new { id = "a", name = "Ada King" });

        var after = await ListAsync();
        Assert.Equal(["b", "c", "a"], after.Select(record => record!["id"]!.GetValue<string>()));
        Assert.Null(after[2]!["_nango_metadata"]!["pruned_at"]);
    }

    [Fact]
    public async Task Pruned_StaysSoAfterARestart()
    {
        await PruneAsync(CursorOf(await ListAsync(), 1));
        var before = (await ListAsync()).ToJsonString();
        await sandbox.DisposeAsync();

        sandbox = await SandboxHost.StartAsync(folder: folder);

        Assert.Equal(before, (await ListAsync()).ToJsonString());
    }

    [Theory]
    [InlineData("""{"until_cursor":"x"}""", 400, "invalid_body")]
    [InlineData("""{"model":"Contact","until_cursor":"x","limit":10001}""", 400, "invalid_body")]
    [InlineData("""{"model":"Contact","until_cursor":"x"}""", 500, "server_error")]
    public async Task Prune_AskedWrongly_HasNangosCode(string body, int status, string code)
    {
        var answer = await sandbox.NangoAsync(HttpMethod.Patch, "/records/prune", "c1", JsonNode.Parse(body));

        Assert.Equal((status, code), (answer.Status, answer["error"]["code"]!.GetValue<string>()));
    }

    private async Task<JsonArray> ListAsync() => (await sandbox.RecordsAsync("c1", "model=Contact"))["records"].AsArray();

    private Task<Answer> PruneAsync(string until, int limit = 1_000)
        => sandbox.NangoAsync(
            HttpMethod.Patch, "/records/prune", "c1", new JsonObject { ["model"] = "Contact", ["until_cursor"] = until, ["limit"] = limit });

    private static string CursorOf(JsonArray records, int index) => records[index]!["_nango_metadata"]!["cursor"]!.GetValue<string>();
}
