using System.Text.Json.Nodes;
using Cortex.Sandbox.Tests.Support;

namespace Cortex.Sandbox.Tests.Records;

public sealed class RecordsTests : IAsyncLifetime
{
    private readonly RecordingTime time = new();
    private SandboxHost sandbox = null!;

    public async ValueTask InitializeAsync()
    {
        sandbox = await SandboxHost.StartAsync(time: time);
        await sandbox.ConnectAsync("c1");
    }

    public async ValueTask DisposeAsync() => await sandbox.DisposeAsync();

    [Fact]
    public async Task Record_New_IsAddedWithMicrosecondStamps()
    {
        var added = await sandbox.AddAsync("c1", "Contact", new { id = 7, name = "Ada" });

        var record = await SingleAsync("Contact");
        Assert.Equal(1, added["added"].GetValue<int>());
        Assert.Equal("7", record["id"]!.GetValue<string>());
        Assert.Equal("Ada", record["name"]!.GetValue<string>());
        var metadata = record["_nango_metadata"]!;
        Assert.Equal("ADDED", metadata["last_action"]!.GetValue<string>());
        Assert.Matches(@"^2026-08-21T18:40:00\.\d{6}\+00:00$", metadata["first_seen_at"]!.GetValue<string>());
        Assert.Equal(metadata["first_seen_at"]!.GetValue<string>(), metadata["last_modified_at"]!.GetValue<string>());
        Assert.Null(metadata["deleted_at"]);
        Assert.Null(metadata["pruned_at"]);
    }

    [Fact]
    public async Task Record_Changed_IsUpdatedAndKeepsWhenItWasFirstSeen()
    {
        await sandbox.AddAsync("c1", "Contact", new { id = "7", name = "Ada" });
        var before = (await SingleAsync("Contact"))["_nango_metadata"]!;
        var updated = await sandbox.AddAsync("c1", "Contact", new { id = "7", name = "Ada Lovelace" });

        var after = (await SingleAsync("Contact"))["_nango_metadata"]!;
        Assert.Equal(1, updated["updated"].GetValue<int>());
        Assert.Equal("UPDATED", after["last_action"]!.GetValue<string>());
        Assert.Equal(Text(before, "first_seen_at"), Text(after, "first_seen_at"));
        Assert.True(string.CompareOrdinal(Text(after, "last_modified_at"), Text(before, "last_modified_at")) > 0);
    }

    [Fact]
    public async Task Record_SavedUnchanged_DoesNotMove()
    {
        await sandbox.AddAsync("c1", "Contact", new { id = "7", name = "Ada" });
        var before = await SingleAsync("Contact");
        var again = await sandbox.AddAsync("c1", "Contact", new { id = "7", name = "Ada" });

        Assert.Equal(0, again["added"].GetValue<int>() + again["updated"].GetValue<int>());
        Assert.Equal(before.ToJsonString(), (await SingleAsync("Contact")).ToJsonString());
    }

    [Fact]
    public async Task Record_Deleted_KeepsItsIdAlone()
    {
        await sandbox.AddAsync("c1", "Contact", new { id = "7", name = "Ada" });
        var deleted = await sandbox.AddAsync("c1", "Contact", new { id = "7", _deleted = true });

        var record = await SingleAsync("Contact");
        Assert.Equal(1, deleted["deleted"].GetValue<int>());
        Assert.Equal(["id", "_nango_metadata"], record.AsObject().Select(member => member.Key));
        Assert.Equal("DELETED", Text(record["_nango_metadata"]!, "last_action"));
        Assert.Equal(Text(record["_nango_metadata"]!, "last_modified_at"), Text(record["_nango_metadata"]!, "deleted_at"));
    }

    [Fact]
    public async Task Record_ReaddedAfterDeletion_IsNewAgain()
    {
        await sandbox.AddAsync("c1", "Contact", new { id = "7" });
        await sandbox.AddAsync("c1", "Contact", new { id = "7", _deleted = true });
        var deletedAt = Text((await SingleAsync("Contact"))["_nango_metadata"]!, "deleted_at");
        await sandbox.AddAsync("c1", "Contact", new { id = "7" });

        var metadata = (await SingleAsync("Contact"))["_nango_metadata"]!;
        Assert.Equal("ADDED", Text(metadata, "last_action"));
        Assert.True(string.CompareOrdinal(Text(metadata, "first_seen_at"), deletedAt) > 0);
    }

    [Fact]
    public async Task Record_DeletedWithoutEverBeingSeen_AppearsButIsNotCounted()
    {
        var deleted = await sandbox.AddAsync("c1", "Contact", new { id = "never", _deleted = true });

        Assert.Equal(0, deleted["deleted"].GetValue<int>());
        Assert.Equal("DELETED", Text((await SingleAsync("Contact"))["_nango_metadata"]!, "last_action"));
    }

    [Fact]
    public async Task Stamps_OfOneInstant_StillGrowStrictly()
    {
        await sandbox.AddAsync("c1", "Contact", [.. Enumerable.Range(0, 50).Select(id => new { id })]);
        await sandbox.AddAsync("c1", "Contact", [.. Enumerable.Range(50, 50).Select(id => new { id })]);

        var stamps = (await ReadAsync("model=Contact")).Select(record => Text(record["_nango_metadata"]!, "last_modified_at")).ToArray();
        Assert.Equal(100, stamps.Length);
        Assert.Equal(stamps.Distinct().Order(StringComparer.Ordinal), stamps);
    }

    [Fact]
    public async Task Runs_OfOneInstant_StillDifferInModifiedAfterAndCoverTheirRecords()
    {
        var first = await sandbox.AddAsync("c1", "Contact", new { id = "a" });
        var second = await sandbox.AddAsync("c1", "Contact", new { id = "b" });

        var modifiedAfter = second["modifiedAfter"].GetValue<string>();
        Assert.NotEqual(first["modifiedAfter"].GetValue<string>(), modifiedAfter);
        Assert.Equal(["b"], Ids(await ReadAsync($"model=Contact&modified_after={modifiedAfter}")));
    }

    [Fact]
    public async Task Paging_ByCursor_GivesEveryRecordOnceInOrder()
    {
        await sandbox.AddAsync("c1", "Contact", [.. Enumerable.Range(0, 7).Select(id => new { id })]);
        List<string> seen = [];
        var query = "model=Contact&limit=3";
        string? cursor = null;
        var pages = 0;
        do
        {
            var page = await sandbox.RecordsAsync("c1", cursor is null ? query : $"{query}&cursor={Uri.EscapeDataString(cursor)}");
            seen.AddRange(Ids(page["records"].AsArray()!));
            cursor = page.Json!["next_cursor"]?.GetValue<string>();
            pages++;
        }
        while (cursor is not null);

        Assert.Equal(3, pages);
        Assert.Equal(Enumerable.Range(0, 7).Select(id => $"{id}"), seen);
    }

    [Fact]
    public async Task Paging_RecordChangesMeanwhile_ShowsItAgainAtItsNewPlace()
    {
        await sandbox.AddAsync("c1", "Contact", new { id = "a" }, new { id = "b" });
        var cursor = Text((await ReadAsync("model=Contact"))[^1]["_nango_metadata"]!, "cursor");
        await sandbox.AddAsync("c1", "Contact", new { id = "a", name = "changed" });

        Assert.Equal(["a"], Ids(await ReadAsync($"model=Contact&cursor={Uri.EscapeDataString(cursor)}")));
        Assert.Equal(["b", "a"], Ids(await ReadAsync("model=Contact")));
    }

    [Fact]
    public async Task Cursor_OfTheLastRecord_IsExclusive_AndModifiedAfterIsInclusive()
    {
        await sandbox.AddAsync("c1", "Contact", new { id = "a" });
        var metadata = (await SingleAsync("Contact"))["_nango_metadata"]!;
        var modifiedAfter = Text(metadata, "last_modified_at").Replace("+00:00", "Z", StringComparison.Ordinal);

        Assert.Empty(await ReadAsync($"model=Contact&cursor={Uri.EscapeDataString(Text(metadata, "cursor"))}"));
        Assert.Single(await ReadAsync($"model=Contact&modified_after={modifiedAfter}"));
    }

    [Theory]
    [InlineData("added", "new")]
    [InlineData("UPDATED", "changed")]
    [InlineData("deleted", "gone")]
    [InlineData("added,updated", "new changed")]
    [InlineData("updated,deleted", "changed")]
    [InlineData("added,deleted", "new")]
    public async Task Filter_AnyCombination_HasNangosBehaviour(string filter, string expected)
    {
        await sandbox.AddAsync("c1", "Contact", new { id = "gone" }, new { id = "changed" }, new { id = "new" });
        await sandbox.AddAsync("c1", "Contact", new { id = "gone", _deleted = true }, new { id = "changed", name = "x" });

        Assert.Equal(expected.Split(' '), Ids(await ReadAsync($"model=Contact&filter={filter}")));
    }

    [Fact]
    public async Task Ids_Repeated_SelectThoseRecords()
    {
        await sandbox.AddAsync("c1", "Contact", new { id = "a" }, new { id = "b" }, new { id = "c" });

        Assert.Equal(["a", "c"], Ids(await ReadAsync("model=Contact&ids=c&ids=a")));
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=10001")]
    [InlineData("limit=ten")]
    [InlineData("modified_after=2026-08-21T18:40:00%2B00:00")]
    [InlineData("modified_after=2024-08-21T18:40:00Z")]
    [InlineData("modified_after=yesterday")]
    [InlineData("filter=removed")]
    [InlineData("filter=0")]
    [InlineData("variant=a%20b")]
    [InlineData("cursor=")]
    [InlineData("offset=3")]
    public async Task Query_NotAsNangoWantsIt_Is400(string parameter)
    {
        var answer = await sandbox.RecordsAsync("c1", $"model=Contact&{parameter}");

        Assert.Equal(400, answer.Status);
        Assert.Equal("invalid_query_params", Text(answer["error"], "code"));
        Assert.NotEmpty(answer["error"]["errors"]!.AsArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("model=contact")]
    [InlineData("model=C")]
    public async Task Model_MissingOrMalformed_Is400(string query)
        => Assert.Equal("invalid_query_params", Text((await sandbox.RecordsAsync("c1", query))["error"], "code"));

    [Fact]
    public async Task Cursor_Malformed_IsNangosServerError()
    {
        var answer = await sandbox.RecordsAsync("c1", "model=Contact&cursor=abc");

        Assert.Equal(500, answer.Status);
        Assert.Equal("server_error", Text(answer["error"], "code"));
    }

    [Fact]
    public async Task Model_Unknown_IsAnEmptyList()
    {
        var answer = await sandbox.RecordsAsync("c1", "model=Nothing");

        Assert.Equal("""{"next_cursor":null,"records":[]}""", answer.Text);
    }

    [Fact]
    public async Task Connection_Unknown_Is400()
    {
        var answer = await sandbox.RecordsAsync("nobody", "model=Contact");

        Assert.Equal(400, answer.Status);
        Assert.Equal("unknown_connection", Text(answer["error"], "code"));
    }

    [Fact]
    public async Task Headers_Missing_Is400()
    {
        var answer = await sandbox.NangoAsync(HttpMethod.Get, "/records?model=Contact");

        Assert.Equal(400, answer.Status);
        Assert.Equal("invalid_headers", Text(answer["error"], "code"));
    }

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();

    private static string[] Ids(IEnumerable<JsonNode?> records) => [.. records.Select(record => Text(record!, "id"))];

    private async Task<JsonNode[]> ReadAsync(string query) => [.. (await sandbox.RecordsAsync("c1", query))["records"].AsArray().Select(record => record!)];

    private async Task<JsonNode> SingleAsync(string model) => Assert.Single(await ReadAsync($"model={model}"));
}
