using Cortex.Core.Tests.Support;
using Cortex.Tools;

namespace Cortex.Core.Tests.Tools;

public sealed class GmailCreateDraftTests
{
    private const string Drafts = "/proxy/gmail/v1/users/me/drafts";
    private const string Read = "/proxy/gmail/v1/users/me/messages/m9?format=metadata&metadataHeaders=X-Cortex-Effect";

    private static readonly Reply Draft = Reply.Json("""{"id":"r-5","message":{"id":"m9","threadId":"t9","labelIds":["DRAFT"]}}""");
    private static readonly ToolResult Made = new ToolResult.Completed("""{"draftId":"r-5","threadId":"t9"}""");

    [Fact]
    public async Task Draft_IsMade_AndNothingIsSent()
    {
        await using var bench = await ToolBench.StartAsync(Draft);

        Assert.Equal(Made, await bench.ExecuteAsync("gmail.create_draft", new { to = "grace@example.org", subject = "Plan", body = "Dear Grace" }));

        Assert.Equal([$"POST {Drafts}"], bench.Gmail.Calls);
        var mail = bench.Mail();
        Assert.Equal(("Plan", "grace@example.org", "Dear Grace"), (mail.Subject, mail.To.ToString(), mail.TextBody!.Trim()));
        Assert.Equal(ToolBench.EffectKey, mail.Headers["X-Cortex-Effect"]);
        Assert.False(bench.Gmail.Requests[0].Json.GetProperty("message").TryGetProperty("threadId", out _));
    }

    [Fact]
    public async Task Draft_MayLeaveOpenToWhomItGoes()
    {
        await using var bench = await ToolBench.StartAsync(Draft);

        Assert.Equal(Made, await bench.ExecuteAsync("gmail.create_draft", new { body = "Dear …" }));
        Assert.Empty(bench.Mail().To);
    }

    [Fact]
    public async Task Reply_IsAnAnswerInTheThread()
    {
        await using var bench = await ToolBench.StartAsync(Draft);

        Assert.Equal(Made, await bench.ExecuteAsync("gmail.create_draft", new { reply = true, body = "Thank you" }));

        var mail = bench.Mail();
        Assert.Equal(("Re: Invoice 7", "CAF.1@mail.example.com"), (mail.Subject, mail.InReplyTo));
        Assert.Equal("ada@example.com", mail.To.Mailboxes.Single().Address);
        Assert.Equal("t1", bench.Gmail.Requests[0].Json.GetProperty("message").GetProperty("threadId").GetString());
    }

    [Fact]
    public async Task Reply_WithoutATriggeringEmail_IsRefused()
    {
        await using var bench = await ToolBench.StartAsync();

        Assert.IsType<ToolResult.Failed>(await bench.ExecuteAsync("gmail.create_draft", new { reply = true, body = "Thank you" }, ToolBench.Email(kind: "event")));
        Assert.Empty(bench.Gmail.Requests);
    }

    [Theory]
    [InlineData("nobody", "is not an email address")]
    [InlineData("a@x.example\r\nBcc: b@x.example", "is not an email address")]
    public async Task Recipient_ThatIsNone_IsRefusedBeforeAnyCall(string to, string why)
    {
        await using var bench = await ToolBench.StartAsync();

        Assert.Contains(why, Assert.IsType<ToolResult.Failed>(await bench.ExecuteAsync("gmail.create_draft", new { to, body = "x" })).Sentence, StringComparison.Ordinal);
        Assert.Empty(bench.Gmail.Requests);
    }

    [Fact]
    public async Task Find_ByTheMessageId_NamesTheDraft()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Json("""{"drafts":[{"id":"r-5","message":{"id":"m9","threadId":"t9"}}]}"""));

        Assert.Equal(Made, await bench.FindAsync("gmail.create_draft"));
        Assert.Equal([$"GET {Drafts}?q=rfc822msgid%3A{ToolBench.EffectKey}%40cortex.invalid&includeSpamTrash=true"], bench.Gmail.Calls);
    }

    [Theory]
    [InlineData(ToolBench.EffectKey, true)]
    [InlineData("another", false)]
    public async Task Find_ByTheEffectHeader_WhereGmailReplacedTheMessageId(string effect, bool found)
    {
        await using var bench = await ToolBench.StartAsync(
            Reply.Json("{}"),
            Reply.Json("""{"drafts":[{"id":"r-5","message":{"id":"m9","threadId":"t9"}}]}"""),
            Reply.Json($$$"""{"id":"m9","payload":{"headers":[{"name":"X-Cortex-Effect","value":"{{{effect}}}"}]}}"""));

        Assert.Equal(found ? Made : null, await bench.FindAsync("gmail.create_draft"));
        Assert.Equal([$"GET {Drafts}?maxResults=100&includeSpamTrash=true", $"GET {Read}"], bench.Gmail.Calls.Skip(1));
    }

    [Fact]
    public async Task Find_ThatCannotBeTold_IsNoAnswer()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Status(503, "{}"));

        Assert.IsType<ToolResult.NotDone>(await bench.FindAsync("gmail.create_draft"));
    }
}
