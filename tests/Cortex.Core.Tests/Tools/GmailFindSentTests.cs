using Cortex.Core.Tests.Support;
using Cortex.Tools;

namespace Cortex.Core.Tests.Tools;

/// <summary>How a mail is looked for of whose draft nothing is known.</summary>
public sealed class GmailFindSentTests
{
    private const string ByMessageId = "GET /proxy/gmail/v1/users/me/messages?labelIds=SENT&q=rfc822msgid%3Aa1b2c3d4e5f60718%40cortex.invalid&includeSpamTrash=true";
    private const string AmongSent = "GET /proxy/gmail/v1/users/me/messages?labelIds=SENT&maxResults=100&includeSpamTrash=true";
    private const string InThread = "GET /proxy/gmail/v1/users/me/threads/t1?format=metadata&metadataHeaders=X-Cortex-Effect";
    private const string None = """{"resultSizeEstimate":0}""";

    private static readonly ToolResult Found = new ToolResult.Completed("""{"id":"m9","threadId":"t9","messageId":"a1b2c3d4e5f60718@cortex.invalid"}""");

    [Theory]
    [InlineData("gmail.send_email")]
    [InlineData("gmail.reply")]
    public async Task Mail_WhoseMessageIdGmailKept_IsFoundBySearch(string tool)
    {
        await using var bench = await StartAsync(Reply.Json("""{"messages":[{"id":"m9","threadId":"t9"}],"resultSizeEstimate":1}"""));

        Assert.Equal(Found, await bench.FindAsync(tool));
        Assert.Equal([ByMessageId], bench.Gmail.Calls.Skip(2));
    }

    [Fact]
    public async Task Mail_WhoseMessageIdGmailReplaced_IsFoundAmongTheSentByItsHeader()
    {
        await using var bench = await StartAsync(
            Reply.Json(None),
            Reply.Json("""{"messages":[{"id":"m10","threadId":"t10"},{"id":"gone"},{"id":"m9","threadId":"t9"},{"id":"m8"}]}"""),
            Reply.Json(Sent("m10", ToolBench.StartedAt, "another")),
            Reply.Status(404, """{"error":{"code":404}}"""),
            Reply.Json(Sent("m9", ToolBench.StartedAt, ToolBench.EffectKey)));

        Assert.Equal(Found, await bench.FindAsync("gmail.send_email"));
        Assert.Equal(
            [
                ByMessageId,
                AmongSent,
                "GET /proxy/gmail/v1/users/me/messages/m10?format=metadata&metadataHeaders=X-Cortex-Effect",
                "GET /proxy/gmail/v1/users/me/messages/gone?format=metadata&metadataHeaders=X-Cortex-Effect",
                "GET /proxy/gmail/v1/users/me/messages/m9?format=metadata&metadataHeaders=X-Cortex-Effect",
            ],
            bench.Gmail.Calls.Skip(2));
    }

    [Fact]
    public async Task Reply_WhoseMessageIdGmailReplaced_IsFoundInItsThread_HoweverManyWereSentSince()
    {
        await using var bench = await StartAsync(Reply.Json(None), Reply.Json(Thread(Sent("m8", ToolBench.StartedAt, "another"), Sent("m9", ToolBench.StartedAt, ToolBench.EffectKey))));

        Assert.Equal(Found, await bench.FindAsync("gmail.reply"));
        Assert.Equal([ByMessageId, InThread], bench.Gmail.Calls.Skip(2));
    }

    [Fact]
    public async Task Reply_ThatIsNotInItsThread_IsCertainlyNotSent()
    {
        await using var bench = await StartAsync(Reply.Json(None), Reply.Json(Thread(Sent("m8", ToolBench.StartedAt, "another"))));

        Assert.Null(await bench.FindAsync("gmail.reply"));
        Assert.Equal([ByMessageId, InThread], bench.Gmail.Calls.Skip(2));
    }

    [Fact]
    public async Task Reply_WhoseThreadIsGone_IsLookedForAmongTheSent()
    {
        await using var bench = await StartAsync(
            Reply.Json(None), Reply.Status(404, """{"error":{"code":404}}"""), Reply.Json("""{"messages":[{"id":"m9","threadId":"t9"}]}"""), Reply.Json(Sent("m9", ToolBench.StartedAt, ToolBench.EffectKey)));

        Assert.Equal(Found, await bench.FindAsync("gmail.reply"));
        Assert.Equal([ByMessageId, InThread, AmongSent], bench.Gmail.Calls.Skip(2).Take(3));
    }

    [Fact]
    public async Task Mail_ThatWasNeverSent_IsCertainlyNotOnceOlderOnesAreReached()
    {
        await using var bench = await StartAsync(
            Reply.Json(None),
            Reply.Json("""{"messages":[{"id":"m8"},{"id":"m7"}],"nextPageToken":"p2"}"""),
            Reply.Json(Sent("m8", ToolBench.StartedAt.AddMinutes(-6), "another")));

        Assert.Null(await bench.FindAsync("gmail.send_email"));
        Assert.Equal(2 + 3, bench.Gmail.Requests.Count);
    }

    [Fact]
    public async Task Mail_OfAMailboxThatNeverSentAny_IsCertainlyNotSent()
    {
        await using var bench = await StartAsync(Reply.Json(None), Reply.Json(None));

        Assert.Null(await bench.FindAsync("gmail.send_email"));
    }

    [Fact]
    public async Task Mail_BuriedUnderMoreSentSinceThanAreLookedAt_CannotBeTold()
    {
        await using var bench = await StartAsync(
            Reply.Json(None),
            Reply.Json("""{"messages":[{"id":"m10"}],"nextPageToken":"p2"}"""),
            Reply.Json(Sent("m10", ToolBench.StartedAt.AddMinutes(1), "another")));

        Assert.Contains("may have been sent", Assert.IsType<ToolResult.Failed>(await bench.FindAsync("gmail.send_email")).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(503, "")]
    [InlineData(200, "<html>")]
    [InlineData(200, "[]")]
    public async Task Mail_WhenGmailCannotTellNow_IsAskedForLater(int status, string body)
    {
        await using var search = await StartAsync(Reply.Status(status, body));
        await using var list = await StartAsync(Reply.Json(None), Reply.Status(status, body));
        await using var read = await StartAsync(Reply.Json(None), Reply.Json("""{"messages":[{"id":"m10"}]}"""), Reply.Status(status, body));

        Assert.IsType<ToolResult.NotDone>(await search.FindAsync("gmail.send_email"));
        Assert.IsType<ToolResult.NotDone>(await list.FindAsync("gmail.send_email"));
        Assert.IsType<ToolResult.NotDone>(await read.FindAsync("gmail.send_email"));
        await using var thread = await StartAsync(Reply.Json(None), Reply.Status(status, body));
        Assert.IsType<ToolResult.NotDone>(await thread.FindAsync("gmail.reply"));
    }

    /// <summary>A mailbox without drafts: they are looked at first.</summary>
    private static Task<ToolBench> StartAsync(params Reply[] replies) => ToolBench.StartAsync([Reply.Json(None), Reply.Json(None), .. replies]);

    private static string Thread(params string[] messages) => $$"""{"id":"t1","messages":[{{string.Join(',', messages)}}]}""";

    private static string Sent(string id, DateTimeOffset at, string effectKey) => $$$"""
        {"id":"{{{id}}}","threadId":"{{{id.Replace('m', 't')}}}","internalDate":"{{{at.ToUnixTimeMilliseconds()}}}","payload":{"headers":[{"name":"x-cortex-effect","value":"{{{effectKey}}}"}]}}
        """;
}
