using Cortex.Core.Tests.Support;
using Cortex.Nango;
using Cortex.Tools;

namespace Cortex.Core.Tests.Tools;

/// <summary>A mail goes out once: as a draft that is known before it is sent, and that Gmail sends once.</summary>
public sealed class GmailOutboxTests
{
    private const string Find = "GET /proxy/gmail/v1/users/me/messages?labelIds=SENT&q=rfc822msgid%3Aa1b2c3d4e5f60718%40cortex.invalid&includeSpamTrash=true";
    private const string FindDraft = "GET /proxy/gmail/v1/users/me/drafts?q=rfc822msgid%3Aa1b2c3d4e5f60718%40cortex.invalid&includeSpamTrash=true";
    private const string AllDrafts = "GET /proxy/gmail/v1/users/me/drafts?maxResults=100&includeSpamTrash=true";
    private const string DeleteDraft = "DELETE /proxy/gmail/v1/users/me/drafts/r-5";

    private static readonly object Email = new { to = "a@x.example", subject = "Hi", body = "Text" };
    private static readonly ToolResult Sent = new ToolResult.Completed("""{"id":"m9","threadId":"t9","messageId":"a1b2c3d4e5f60718@cortex.invalid"}""");
    private static readonly Reply SentReply = Reply.Json("""{"id":"m9","threadId":"t9","labelIds":["SENT"]}""");
    private static readonly Reply FoundReply = Reply.Json("""{"messages":[{"id":"m9","threadId":"t9"}]}""");
    private static readonly Reply Gone = Reply.Status(404, """{"error":{"code":404,"message":"Requested entity was not found.","errors":[{"reason":"notFound"}],"status":"NOT_FOUND"}}""");
    private static readonly Reply Nothing = Reply.Json("{}");

    /// <summary>Neither the mail is written anew, nor what it is made of is read, nor anything looked for.</summary>
    [Theory]
    [InlineData("gmail.send_email")]
    [InlineData("gmail.reply")]
    [InlineData("gmail.forward")]
    public async Task DraftThatIsKnown_IsSent_AndNothingElseIsAskedFor(string tool)
    {
        await using var bench = await ToolBench.StartAsync(SentReply);
        var lease = new OpenLease("r-5");

        Assert.Null(await bench.FindAsync(tool, lease));
        Assert.Equal(Sent, await bench.ExecuteAsync(tool, new { to = "a@x.example", subject = "Hi", body = "Text" }, lease: lease));

        Assert.Equal([ToolBench.SendDraft], bench.Gmail.Calls);
        Assert.Equal("""{"id":"r-5"}""", bench.Gmail.Requests[0].Body);
        Assert.Empty(lease.Kept);
    }

    [Fact]
    public async Task DraftThatIsGone_WasSentBefore_AndIsFoundAmongTheSent()
    {
        await using var bench = await ToolBench.StartAsync(Gone, FoundReply);

        Assert.Equal(Sent, await bench.ExecuteAsync("gmail.send_email", Email, lease: new OpenLease("r-5")));

        Assert.Equal([ToolBench.SendDraft, Find], bench.Gmail.Calls);
    }

    /// <summary>The draft of before stays known: should the mail turn up among the sent after all, a retry finds it there and sends no other.</summary>
    [Fact]
    public async Task DraftThatIsGone_AndWasNotSent_WasDeletedByItsUser()
    {
        await using var bench = await ToolBench.StartAsync(Gone, Nothing, Nothing, Gone, FoundReply);
        var lease = new OpenLease("r-5");

        var failed = Assert.IsType<ToolResult.Failed>(await bench.ExecuteAsync("gmail.send_email", Email, lease: lease));
        Assert.Contains("its draft was deleted in Gmail", failed.Sentence, StringComparison.Ordinal);
        Assert.Equal(Sent, await bench.ExecuteAsync("gmail.send_email", Email, lease: lease));

        Assert.DoesNotContain(ToolBench.CreateDraft, bench.Gmail.Calls);
        Assert.Empty(lease.Kept);
    }

    [Fact]
    public async Task DraftThatIsGone_WhereGmailCannotTellNow_IsAskedForLater()
    {
        await using var bench = await ToolBench.StartAsync(Gone, Reply.Status(503));

        Assert.IsType<ToolResult.NotDone>(await bench.ExecuteAsync("gmail.send_email", Email, lease: new OpenLease("r-5")));
    }

    [Theory]
    [InlineData(429, "{}", typeof(ToolResult.NotDone))]
    [InlineData(503, "{}", typeof(ToolResult.Unknown))]
    [InlineData(504, "{}", typeof(ToolResult.Unknown))]
    [InlineData(401, "{}", typeof(ToolResult.Held))]
    [InlineData(404, "{\"error\":{\"code\":\"unknown_provider_config\"}}", typeof(ToolResult.Failed))]
    public async Task DraftThatIsNotSentNow_IsKept_ForTheNextTry(int status, string body, Type result)
    {
        await using var bench = await ToolBench.StartAsync(ToolBench.Draft, Reply.Status(status, body), SentReply);
        var lease = new OpenLease(null);

        Assert.IsType(result, await bench.ExecuteAsync("gmail.send_email", Email, lease: lease));
        Assert.Equal(Sent, await bench.ExecuteAsync("gmail.send_email", Email, lease: lease));

        Assert.Equal([ToolBench.CreateDraft, ToolBench.SendDraft, ToolBench.SendDraft], bench.Gmail.Calls);
        Assert.Equal(["r-5"], lease.Kept);
    }

    [Fact]
    public async Task DraftThatGmailWillNotSend_IsTakenAway_AndWrittenAnewByARetry()
    {
        await using var bench = await ToolBench.StartAsync(ToolBench.Draft, Reply.Status(400, """{"error":{"code":400,"message":"Invalid To header"}}"""), Reply.Status(204), ToolBench.Draft, SentReply);
        var lease = new OpenLease(null);

        Assert.Contains("Invalid To header", Assert.IsType<ToolResult.Failed>(await bench.ExecuteAsync("gmail.send_email", Email, lease: lease)).Sentence, StringComparison.Ordinal);
        Assert.Equal(Sent, await bench.ExecuteAsync("gmail.send_email", Email, lease: lease));

        Assert.Equal([ToolBench.CreateDraft, ToolBench.SendDraft, DeleteDraft, ToolBench.CreateDraft, ToolBench.SendDraft], bench.Gmail.Calls);
        Assert.Equal(["r-5", null, "r-5"], lease.Kept);
    }

    /// <summary>A refusal proves nothing of a draft that somebody else sends meanwhile; that it could be deleted does.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DraftThatIsRefused_AndCannotBeTakenAway_MayHaveBeenSent(bool isSent)
    {
        await using var bench = await ToolBench.StartAsync([Reply.Status(400, """{"error":{"code":400,"message":"No"}}"""), Gone, .. isSent ? [FoundReply] : new[] { Nothing, Nothing }]);
        var lease = new OpenLease("r-5");

        var result = await bench.ExecuteAsync("gmail.send_email", Email, lease: lease);

        Assert.Equal([ToolBench.SendDraft, DeleteDraft, Find], bench.Gmail.Calls.Take(3));
        Assert.Equal(isSent, result == Sent);
        Assert.Equal(!isSent, result is ToolResult.Failed { Sentence: var sentence } && sentence.Contains(": No.", StringComparison.Ordinal));
        Assert.Empty(lease.Kept);
    }

    [Fact]
    public async Task DraftOfATryThatEndedBeforeItWasKnown_IsTakenOver()
    {
        await using var bench = await ToolBench.StartAsync(ToolBench.Draft, Reply.Json("""{"drafts":[{"id":"r-5","message":{"id":"m8","threadId":"t9"}}]}"""), SentReply);

        await Assert.ThrowsAsync<EffectStoppedException>(
            () => bench.ExecuteAsync("gmail.send_email", Email, lease: new OpenLease(null, _ => throw new EffectStoppedException("Another activation has gone on with the run."))));
        var lease = new OpenLease(null);
        Assert.Null(await bench.FindAsync("gmail.send_email", lease));
        Assert.Equal(Sent, await bench.ExecuteAsync("gmail.send_email", Email, lease: lease));

        Assert.Equal([ToolBench.CreateDraft, FindDraft, ToolBench.SendDraft], bench.Gmail.Calls);
        Assert.Equal(["r-5"], lease.Kept);
    }

    /// <summary>At worst a draft is left over: nothing is sent before it is known which.</summary>
    [Fact]
    public async Task DraftAmongTooMany_IsNotWaitedFor()
    {
        await using var bench = await ToolBench.StartAsync(
            Nothing, Reply.Json("""{"drafts":[{"id":"r-6","message":{"id":"m6"}}],"nextPageToken":"2"}"""), Reply.Json("""{"id":"m6","payload":{"headers":[]}}"""), Nothing, Nothing);

        Assert.Null(await bench.FindAsync("gmail.send_email"));
        Assert.Equal([FindDraft, AllDrafts], bench.Gmail.Calls.Take(2));
        Assert.Equal(Find, bench.Gmail.Calls[3]);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    public async Task Drafts_ThatCannotBeLookedAtNow_AreLookedAtLater(int status)
    {
        await using var bench = await ToolBench.StartAsync(Reply.Status(status));

        Assert.IsType<ToolResult.NotDone>(await bench.FindAsync("gmail.send_email"));
        Assert.Single(bench.Gmail.Calls);
    }
}
