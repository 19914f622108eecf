using Cortex.Core.Tests.Support;
using Cortex.Tools;

namespace Cortex.Core.Tests.Tools;

public sealed class GmailReplyTests
{
    private const string SentJson = """{"id":"m9","threadId":"t1"}""";

    [Fact]
    public async Task Reply_ToAnEmailOfKnownMessageId_IsADraftInItsThread_ThatIsSent()
    {
        await using var bench = await ToolBench.StartAsync(ToolBench.Draft, Reply.Json(SentJson));

        var result = await bench.ExecuteAsync("gmail.reply", new { body = "Thanks!" });

        Assert.Equal(new ToolResult.Completed("""{"id":"m9","threadId":"t1","messageId":"a1b2c3d4e5f60718@cortex.invalid"}"""), result);
        Assert.Equal([ToolBench.CreateDraft, ToolBench.SendDraft], bench.Gmail.Calls);
        Assert.Equal("t1", bench.Gmail.Requests[0].Json.GetProperty("message").GetProperty("threadId").GetString());
        var mail = bench.Mail();
        Assert.Equal("\"Ada Byron\" <ada@example.com>", Assert.Single(mail.To).ToString());
        Assert.Equal("Re: Invoice 7", mail.Subject);
        Assert.Equal("CAF.1@mail.example.com", mail.InReplyTo);
        Assert.Equal(["CAF.1@mail.example.com"], mail.References);
        Assert.Equal("Thanks!", mail.TextBody?.TrimEnd());
    }

    [Fact]
    public async Task Reply_ToALegacyEmail_AsksForTheMessageIdFirst()
    {
        await using var bench = await ToolBench.StartAsync(
            Reply.Json("""{"id":"m1","threadId":"t7","payload":{"headers":[{"name":"Message-ID","value":"<b@x.example>"},{"name":"References","value":"<r1@x.example>\r\n <r2@x.example>"}]}}"""),
            ToolBench.Draft, Reply.Json(SentJson));

        await bench.ExecuteAsync("gmail.reply", new { body = "Thanks!" }, ToolBench.Email("""{"id":"m1","from":"ada@example.com","subject":"RE: Hi"}"""));

        Assert.Equal(
            ["GET /proxy/gmail/v1/users/me/messages/m1?format=metadata&metadataHeaders=Message-ID&metadataHeaders=References", ToolBench.CreateDraft, ToolBench.SendDraft],
            bench.Gmail.Calls);
        Assert.Equal("t7", bench.Gmail.Requests[1].Json.GetProperty("message").GetProperty("threadId").GetString());
        var mail = bench.Mail(1);
        Assert.Equal("RE: Hi", mail.Subject);
        Assert.Equal("b@x.example", mail.InReplyTo);
        Assert.Equal(["r1@x.example", "r2@x.example", "b@x.example"], mail.References);
    }

    [Fact]
    public async Task Reply_ToAnEmailWithoutAMessageId_StaysInItsThread()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Json("""{"id":"m1","threadId":"t1","payload":{"headers":[]}}"""), ToolBench.Draft, Reply.Json(SentJson));

        await bench.ExecuteAsync("gmail.reply", new { body = "Thanks!" }, ToolBench.Email("""{"id":"m1","threadId":"t1","from":"ada@example.com","subject":""}"""));

        Assert.Equal("t1", bench.Gmail.Requests[1].Json.GetProperty("message").GetProperty("threadId").GetString());
        Assert.Equal("Re:", bench.Mail(1).Subject);
        Assert.Null(bench.Mail(1).InReplyTo);
    }

    [Fact]
    public async Task Reply_ToAnEmailThatIsGone_Fails()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Status(404, """{"error":{"code":404,"message":"Requested entity was not found."}}"""));

        var result = await bench.ExecuteAsync("gmail.reply", new { body = "Thanks!" }, ToolBench.Email("""{"id":"m1","from":"ada@example.com"}"""));

        Assert.Contains("no longer there", Assert.IsType<ToolResult.Failed>(result).Sentence, StringComparison.Ordinal);
        Assert.Single(bench.Gmail.Requests);
    }

    [Theory]
    [InlineData("{\"from\":\"\"}", "email", "m1", "Thanks", "no sender")]
    [InlineData("{\"from\":\"not an address\"}", "email", "m1", "Thanks", "no sender")]
    [InlineData("{\"from\":\"a@x.example\"}", "email", "m1", " ", "no text")]
    [InlineData("{\"from\":\"a@x.example\"}", "lead", "m1", "Thanks", "no email")]
    [InlineData("{\"from\":\"a@x.example\"}", "email", "../labels", "Thanks", "no email")]
    public async Task Reply_ThatCannotBeMade_IsRefusedBeforeAnyCall(string fields, string kind, string id, string body, string why)
    {
        await using var bench = await ToolBench.StartAsync();

        var result = await bench.ExecuteAsync("gmail.reply", new { body }, ToolBench.Email(fields, kind, id));

        Assert.Contains(why, Assert.IsType<ToolResult.Failed>(result).Sentence, StringComparison.Ordinal);
        Assert.Empty(bench.Gmail.Requests);
    }

    [Fact]
    public async Task Reply_ToASenderWithAHostileName_GoesToTheAddressAlone()
    {
        await using var bench = await ToolBench.StartAsync(ToolBench.Draft, Reply.Json(SentJson));

        await bench.ExecuteAsync("gmail.reply", new { body = "Thanks!" }, ToolBench.Email("""{"from":"ada@example.com","fromName":"x\" <evil@x.example>,\r\nBcc: evil@x.example","messageId":"a@b> <c@d","subject":"Hi"}"""));

        var mail = bench.Mail();
        Assert.Equal("ada@example.com", Assert.Single(mail.To.Mailboxes).Address);
        Assert.Empty(mail.Bcc);
    }

    [Theory]
    [InlineData("no-at-sign", "<no-at-sign>")]
    [InlineData("a b@x.example", null)]
    [InlineData("a@x> <b@y", null)]
    public async Task Reply_ToAnOddMessageId_KeepsItIfAHeaderCanHoldIt(string messageId, string? inReplyTo)
    {
        await using var bench = await ToolBench.StartAsync(ToolBench.Draft, Reply.Json(SentJson));

        await bench.ExecuteAsync("gmail.reply", new { body = "Thanks!" }, ToolBench.Email($$"""{"from":"ada@example.com","messageId":"{{messageId}}"}"""));

        Assert.Equal(inReplyTo, bench.Mail().Headers["In-Reply-To"]);
    }
}
