using System.Text;
using System.Text.Json.Nodes;
using Cortex.Api.Tests.Support;

namespace Cortex.Api.Tests.Runs;

/// <summary>Lists are polled: what they hold is cut, and what has not changed is not sent again.</summary>
public sealed class ListedRunTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    /// <summary>What ten runs may weigh when a front end polls them.</summary>
    private const int PollBytesMax = 8 * 1024;

    [Fact]
    public async Task Item_IsCutInLists_AndWholeAlone()
    {
        var uid = Seed.NewUid();
        var id = await fixture.Seed.RunAsync(uid, trigger: Email);
        using var user = fixture.Api.User(uid);

        var listed = (await user.SendAsync(HttpMethod.Get, "/api/cortex/runs")).Ok()["runs"]![0]!;
        var alone = (await user.SendAsync(HttpMethod.Get, $"/api/cortex/runs/{id}")).Ok()["run"]!;

        Assert.Equal((true, "gmail.email.received"), ((bool)listed["triggerTruncated"]!, (string)listed["triggerType"]!));
        Assert.Equal((200, 3), (((string)listed["trigger"]!["body"]!).Length, listed["trigger"]!["to"]!.AsArray().Count));
        Assert.Equal(new string('m', 300), (string)listed["trigger"]!["id"]!);
        Assert.False((bool)alone["triggerTruncated"]!);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Email), alone["trigger"]));
    }

    [Fact]
    public async Task TenRunsOfEmails_AreAShortAnswer()
    {
        var uid = Seed.NewUid();
        for (var n = 0; n < 10; n++)
        {
            await fixture.Seed.RunAsync(uid, trigger: Ordinary);
        }

        using var user = fixture.Api.User(uid);

        var answer = (await user.SendAsync(HttpMethod.Get, "/api/cortex/runs?limit=10&view=basic")).Ok();

        Assert.InRange(Encoding.UTF8.GetByteCount(answer.ToJsonString()), 1, PollBytesMax);
    }

    [Fact]
    public async Task BasicView_IsTheFullOneWithoutTheItem()
    {
        var uid = Seed.NewUid();
        await fixture.Seed.RunAsync(uid, trigger: Ordinary);
        using var user = fixture.Api.User(uid);

        var basic = (await user.SendAsync(HttpMethod.Get, "/api/cortex/runs?view=basic")).Ok()["runs"]![0]!.AsObject();
        var full = (await user.SendAsync(HttpMethod.Get, "/api/cortex/runs?view=full")).Ok()["runs"]![0]!.AsObject();

        Assert.Equal(["trigger", "triggerTruncated"], full.Select(p => p.Key).Except(basic.Select(p => p.Key)));
        Assert.True(full.Remove("trigger") && full.Remove("triggerTruncated") && JsonNode.DeepEquals(basic, full));
        ProblemAssert.Is(400, await user.SendAsync(HttpMethod.Get, "/api/cortex/runs?view=short"));
    }

    [Fact]
    public async Task CallsThatFailed_AreToldWithTheirTimes()
    {
        var uid = Seed.NewUid();
        var id = await fixture.Seed.RunAsync(uid);
        using var user = fixture.Api.User(uid);

        var step = (await user.SendAsync(HttpMethod.Get, $"/api/cortex/runs/{id}/steps")).Ok()["steps"]![0]!;

        var failure = Assert.Single(step["failures"]!.AsArray())!;
        Assert.Equal("Gmail was away.", (string)failure["error"]!);
        Assert.Equal((DateTime)step["startedAt"]!, (DateTime)failure["startedAt"]!, TimeSpan.FromMicroseconds(1)); // PostgreSQL's columns keep no more
        Assert.Equal(TimeSpan.FromMilliseconds(300), (DateTime)failure["completedAt"]! - (DateTime)failure["startedAt"]!);
    }

    [Theory]
    [InlineData("runs")]
    [InlineData("units")]
    [InlineData("events")]
    public async Task List_ThatHasNotChanged_IsNotSentAgain(string list)
    {
        var uid = Seed.NewUid();
        using var user = fixture.Api.User(uid);
        var first = await user.SendAsync(HttpMethod.Get, $"/api/cortex/{list}");
        var tag = first.Response.Headers.ETag!;

        var again = await user.SendAsync(HttpMethod.Get, $"/api/cortex/{list}", null, ("If-None-Match", tag.ToString()));
        await fixture.Seed.UnitAsync(uid);
        await fixture.Seed.RunAsync(uid);
        await fixture.Seed.EventAsync(uid);
        var changed = await user.SendAsync(HttpMethod.Get, $"/api/cortex/{list}", null, ("If-None-Match", tag.ToString()));

        Assert.Equal((true, 304, 200), (tag.IsWeak, again.Status, changed.Status));
    }

    [Fact]
    public async Task Event_IsFoundByItsConnection_AndByItsOutcome()
    {
        var uid = Seed.NewUid();
        await fixture.Seed.EventAsync(uid, "[]");
        using var user = fixture.Api.User(uid);
        var connection = (await user.SendAsync(HttpMethod.Get, "/api/cortex/connections")).Ok()["connections"]![0]!["id"]!;

        async Task<int> CountAsync(string query) => (await user.SendAsync(HttpMethod.Get, $"/api/cortex/events?{query}")).Ok()["events"]!.AsArray().Count;

        Assert.Equal((1, 0), (await CountAsync($"connection={connection}"), await CountAsync($"connection={ConnectionKey.For("another", "one")}")));
        Assert.Equal((1, 0), (await CountAsync("outcome=ran"), await CountAsync("outcome=paused")));
        ProblemAssert.Is(400, await user.SendAsync(HttpMethod.Get, "/api/cortex/events?outcome=strange"));
        ProblemAssert.Is(400, await user.SendAsync(HttpMethod.Get, "/api/cortex/events?connection=con_1"));
    }

    private static string Email => EmailOf(new string('m', 300), new string('b', 5_000));

    private static string Ordinary => EmailOf("19a5b0c2d3e4f567", string.Concat(Enumerable.Repeat("Dear Ada, please find the invoice of this month below. ", 60)));

    private static string EmailOf(string id, string body) =>
        $$"""
        {"id":"{{id}}","threadId":"19a5b0c2d3e4f567","from":"billing@example.com","fromName":"Billing","to":["a@example.com","b@example.com","c@example.com","d@example.com"],"cc":[],"subject":"Invoice 2026-11","body":"{{body}}","snippet":"Dear Ada","date":"2026-11-26T12:00:00Z","labels":["INBOX","UNREAD"],"hasAttachment":false,"attachments":[],"item":{"provider":"gmail","event":"email.received","kind":"email","recordId":"{{id}}","occurrence":"received","occurredAt":"2026-11-26T12:00:00Z"} }
        """;
}
