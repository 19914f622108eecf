using Cortex.Api.Tests.Support;

namespace Cortex.Api.Tests.Paging;

/// <summary>Lists: newest first, page by page, to the end and no further.</summary>
public sealed class PagingTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    private int _made;

    [Theory]
    [InlineData("units", 5, 2)]
    [InlineData("units", 4, 2)]
    [InlineData("units", 1, 100)]
    [InlineData("runs", 5, 2)]
    [InlineData("connections", 5, 2)]
    [InlineData("events", 5, 2)]
    [InlineData("notifications", 5, 2)]
    [InlineData("dead-letters", 5, 2)]
    public async Task List_PageByPage_IsWholeAndNewestFirst(string plural, int rows, int limit)
    {
        var uid = Seed.NewUid();
        List<string> made = [];
        for (var i = 0; i < rows; i++)
        {
            made.Insert(0, await MakeAsync(plural, uid));
        }

        using var user = fixture.Api.User(uid);
        List<string> seen = [];
        var pages = 0;
        string? cursor = null;
        do
        {
            var page = (await user.SendAsync(HttpMethod.Get, $"/api/cortex/{plural}?limit={limit}{(cursor is null ? "" : $"&cursor={cursor}")}")).Ok();
            seen.AddRange(page[plural == "dead-letters" ? "deadLetters" : plural]!.AsArray().Select(row => (string)row!["id"]!));
            cursor = (string?)page["nextCursor"];
            pages++;
        }
        while (cursor is not null);

        Assert.Equal(made, seen);
        Assert.Equal((rows + limit - 1) / limit, pages); // no empty page at the end
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=ten", "limit")]
    [InlineData("limit=", "limit")]
    [InlineData("limit=1.5", "limit")]
    [InlineData("limit=99999999999", "limit")]
    [InlineData("limit=1&limit=2", "limit")]
    [InlineData("cursor=", "cursor")]
    [InlineData("cursor=abc", "cursor")]
    [InlineData("cursor=!!!!!!!!!!!!!!!!!!!!!!", "cursor")]
    [InlineData("cursor=AAAAAAAAAAAAAAAAAAAAAAAAAA", "cursor")]
    public async Task List_WithAWrongPage_NamesWhatIsWrong(string query, string named)
    {
        using var user = fixture.Api.User(Seed.NewUid());

        foreach (var plural in (string[])["units", "runs", "connections", "events", "notifications", "dead-letters"])
        {
            Assert.StartsWith(named, ProblemAssert.Is(400, await user.SendAsync(HttpMethod.Get, $"/api/cortex/{plural}?{query}")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Runs_FilteredByUnitAndStatus_AreOnlyThose()
    {
        var uid = Seed.NewUid();
        var unit = await fixture.Seed.UnitAsync(uid);
        var run = await fixture.Seed.RunAsync(uid, unit);
        await fixture.Seed.RunAsync(uid);
        using var user = fixture.Api.User(uid);

        var ofUnit = (await user.SendAsync(HttpMethod.Get, $"/api/cortex/runs?unitId={unit}&status=failed")).Ok()["runs"]!.AsArray();
        var completed = (await user.SendAsync(HttpMethod.Get, $"/api/cortex/runs?unitId={unit}&status=completed")).Ok()["runs"]!.AsArray();

        Assert.Equal(run.ToString(), (string)Assert.Single(ofUnit)!["id"]!);
        Assert.Empty(completed);
        Assert.StartsWith("status", ProblemAssert.Is(400, await user.SendAsync(HttpMethod.Get, "/api/cortex/runs?status=done")), StringComparison.Ordinal);
        Assert.StartsWith("unitId", ProblemAssert.Is(400, await user.SendAsync(HttpMethod.Get, "/api/cortex/runs?unitId=7")), StringComparison.Ordinal);
    }

    private async Task<string> MakeAsync(string plural, string uid)
    {
        var seed = fixture.Seed; // ids carry the time of their seed
        return plural switch
        {
            "units" => (await seed.UnitAsync(uid)).ToString(),
            "runs" => (await seed.RunAsync(uid)).ToString(),
            "connections" => (await seed.ConnectionAsync(uid)).Key.ToString(),
            "dead-letters" => await MakeDeadLetterAsync(seed, uid),
            "notifications" => (await seed.NotificationAsync(uid)).ToString(),
            _ => (await seed.EventAsync(uid)).ToString(),
        };
    }

    /// <summary>A delivery and a run in turn: one list of both.</summary>
    private async Task<string> MakeDeadLetterAsync(Seed seed, string uid)
    {
        _made++;
        return _made % 2 == 0 ? (await seed.DeadEventAsync(uid)).ToString() : (await seed.DeadRunAsync(uid)).ToString();
    }
}
