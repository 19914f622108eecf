using System.Text;
using Cortex.Core.Tests.Support;
using Cortex.Tools;

namespace Cortex.Core.Tests.Tools;

public sealed class GmailSendEmailTests
{
    private const string SentJson = """{"id":"m9","threadId":"t9","labelIds":["SENT"]}""";

    [Fact]
    public async Task Email_IsADraftThatIsKnownBeforeItIsSent()
    {
        await using var bench = await ToolBench.StartAsync(ToolBench.Draft, Reply.Json(SentJson));

        var sentBefore = new List<string>();
        var lease = new OpenLease(null, _ => sentBefore.AddRange(bench.Gmail.Calls));
        var result = await bench.ExecuteAsync("gmail.send_email", new { to = "Grace Höpper <grace@example.org>", subject = "Rechnung über 5 €", body = "Liebe Grace,\nanbei 😀" }, lease: lease);

        Assert.Equal(new ToolResult.Completed("""{"id":"m9","threadId":"t9","messageId":"a1b2c3d4e5f60718@cortex.invalid"}"""), result);
        Assert.Equal([ToolBench.CreateDraft, ToolBench.SendDraft], bench.Gmail.Calls);
        Assert.Equal([ToolBench.CreateDraft], sentBefore);
        Assert.Equal(["r-5"], lease.Kept);
        Assert.All(bench.Gmail.Requests, request => Assert.Equal("c-1", request.Headers["Connection-Id"]));
        Assert.Equal(["raw"], bench.Gmail.Requests[0].Json.GetProperty("message").EnumerateObject().Select(field => field.Name));
        Assert.Equal("""{"id":"r-5"}""", bench.Gmail.Requests[1].Body);
        var mail = bench.Mail();
        Assert.Equal("\"Grace Höpper\" <grace@example.org>", Assert.Single(mail.To).ToString());
        Assert.Equal("Rechnung über 5 €", mail.Subject);
        Assert.Equal("Liebe Grace,\nanbei 😀", mail.TextBody?.ReplaceLineEndings("\n").TrimEnd('\n'));
        Assert.Equal(ToolBench.StartedAt, mail.Date);
        Assert.Equal("a1b2c3d4e5f60718@cortex.invalid", mail.MessageId);
        Assert.Equal("a1b2c3d4e5f60718", mail.Headers["X-Cortex-Effect"]);
        Assert.Equal("utf-8", mail.Body?.ContentType.Charset);
        Assert.Empty(mail.From);
    }

    [Fact]
    public async Task Email_SentAgain_HasTheSameBytes()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Status(503, "{}"), ToolBench.Draft, Reply.Json(SentJson));

        await bench.ExecuteAsync("gmail.send_email", new { to = "a@x.example", subject = "Hi", body = "Wörld" });
        await bench.ExecuteAsync("gmail.send_email", new { to = "a@x.example", subject = "Hi", body = "Wörld" });

        Assert.Equal(bench.Gmail.Requests[0].Body, bench.Gmail.Requests[1].Body);
    }

    [Theory]
    [InlineData("Hi\r\nBcc: evil@x.example", "Text")]
    [InlineData("Hi\nBcc: evil@x.example\n\nOther text", "Text")]
    [InlineData("Hi\r\n\r\nOther text", "\r\n.\r\nBcc: evil@x.example")]
    [InlineData("Hi\u2028Bcc: evil@x.example", "\nBcc: evil@x.example\n\nFrom me")]
    public async Task Email_WithLineBreaksInItsTexts_GetsNoOtherHeaders(string subject, string body)
    {
        await using var bench = await ToolBench.StartAsync(ToolBench.Draft, Reply.Json(SentJson));

        await bench.ExecuteAsync("gmail.send_email", new { to = "a@x.example", subject, body });

        var mail = bench.Mail();
        Assert.Equal(
            ["Content-Type", "Date", "MIME-Version", "Message-Id", "Subject", "To", "X-Cortex-Effect"],
            mail.Headers.Concat(mail.Body!.Headers).Select(header => header.Field).Except(["Content-Transfer-Encoding"]).Distinct().Order(StringComparer.Ordinal));
        Assert.StartsWith("Hi ", mail.Subject, StringComparison.Ordinal);
        Assert.Equal(body.ReplaceLineEndings("\n").Trim(), mail.TextBody?.ReplaceLineEndings("\n").Trim());
    }

    [Fact]
    public async Task Email_OnTheWire_IsAsciiWithShortCrLfLines()
    {
        await using var bench = await ToolBench.StartAsync(ToolBench.Draft, Reply.Json(SentJson));

        await bench.ExecuteAsync("gmail.send_email", new { to = "a@x.example", subject = new string('ü', 900), body = new string('x', 5_000) + "\n\u0000ünï" });

        var text = bench.MailText();
        Assert.True(Ascii.IsValid(text));
        Assert.DoesNotContain('\n', text.Replace("\r\n", string.Empty, StringComparison.Ordinal));
        Assert.All(text.Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("grace")]
    [InlineData("grace@")]
    [InlineData("@example.org")]
    [InlineData(", ")]
    [InlineData("a@x.example, grace")]
    [InlineData("Me")]
    [InlineData("a@x.example; b@x.example")]
    [InlineData("a@x.example b@x.example")]
    [InlineData("team: a@x.example;")]
    [InlineData("a@x.example\r\nBcc: b@x.example")]
    [InlineData("\"A\nBcc: b@x.example\" <a@x.example>")]
    [InlineData("<@relay.example:a@x.example>")]
    [InlineData("Ada <a@x.example> <b@x.example>")]
    public async Task Recipient_ThatIsNoMailbox_IsRefusedBeforeAnyCall(string to)
    {
        await using var bench = await ToolBench.StartAsync();

        Assert.IsType<ToolResult.Failed>(await bench.ExecuteAsync("gmail.send_email", new { to, subject = "Hi", body = "Text" }));
        Assert.Empty(bench.Gmail.Requests);
    }

    [Theory]
    [InlineData("a@x.example")]
    [InlineData(" a.b+c@x.example ")]
    [InlineData("a@x.example, ")]
    [InlineData("\"Byron, Ada\" <ada@x.example>")]
    public async Task Recipient_ThatIsOneMailbox_IsTaken(string to)
    {
        await using var bench = await ToolBench.StartAsync(ToolBench.Draft, Reply.Json(SentJson));

        Assert.IsType<ToolResult.Completed>(await bench.ExecuteAsync("gmail.send_email", new { to, subject = "Hi", body = "Text" }));
    }

    [Fact]
    public async Task Recipients_ThatAreSeveral_AllGetIt_EachOnce()
    {
        await using var bench = await ToolBench.StartAsync(ToolBench.Draft, Reply.Json(SentJson));

        await bench.ExecuteAsync("gmail.send_email", new { to = "a@x.example, \"Byron, Ada\" <ada@x.example>, A@X.example", cc = "ada@x.example,c@x.example", subject = "Hi", body = "Text" });

        var mail = bench.Mail();
        Assert.Equal(["a@x.example", "ada@x.example"], mail.To.Mailboxes.Select(mailbox => mailbox.Address));
        Assert.Equal(["c@x.example"], mail.Cc.Mailboxes.Select(mailbox => mailbox.Address));
    }

    [Fact]
    public async Task Me_IsTheMailboxsOwnAddress()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Json("""{"emailAddress":"owner@example.com","historyId":"1"}"""), ToolBench.Draft, Reply.Json(SentJson));

        Assert.IsType<ToolResult.Completed>(await bench.ExecuteAsync("gmail.send_email", new { to = "me", cc = "b@x.example, me", subject = "Hi", body = "Text" }));

        Assert.Equal(["GET /proxy/gmail/v1/users/me/profile", ToolBench.CreateDraft, ToolBench.SendDraft], bench.Gmail.Calls);
        Assert.Equal(["owner@example.com"], bench.Mail(1).To.Mailboxes.Select(mailbox => mailbox.Address));
        Assert.Equal(["b@x.example"], bench.Mail(1).Cc.Mailboxes.Select(mailbox => mailbox.Address));
    }

    [Theory]
    [InlineData(503, "{}", typeof(ToolResult.NotDone))]
    [InlineData(200, "{}", typeof(ToolResult.NotDone))]
    [InlineData(401, "{}", typeof(ToolResult.Held))]
    public async Task Me_WhoseAddressCannotBeRead_SendsNothing(int status, string body, Type result)
    {
        await using var bench = await ToolBench.StartAsync([.. Enumerable.Repeat(Reply.Status(status, body), 9)]);

        Assert.IsType(result, await bench.ExecuteAsync("gmail.send_email", new { to = "me", subject = "Hi", body = "Text" }));
        Assert.All(bench.Gmail.Requests, request => Assert.Equal("GET", request.Method));
    }

    [Theory]
    [InlineData(20, 2)]
    [InlineData(21, 0)]
    public async Task Recipients_AtTheirMost_AreTaken(int count, int calls)
    {
        await using var bench = await ToolBench.StartAsync(ToolBench.Draft, Reply.Json(SentJson));

        await bench.ExecuteAsync("gmail.send_email", new { to = string.Join(", ", Enumerable.Range(0, count).Select(i => $"a{i}@x.example")), subject = "Hi", body = "Text" });

        Assert.Equal(calls, bench.Gmail.Requests.Count);
    }

    [Theory]
    [InlineData(0, 0, "neither subject nor text")]
    [InlineData(2_001, 1, "2001 characters")]
    [InlineData(1, 1_048_577, "larger than 1024 KiB")]
    public async Task Text_OutsideItsLimits_IsRefusedBeforeAnyCall(int subject, int body, string why)
    {
        await using var bench = await ToolBench.StartAsync();

        var result = await bench.ExecuteAsync("gmail.send_email", new { to = "a@x.example", subject = new string('s', subject), body = new string('b', body) });

        Assert.Contains(why, Assert.IsType<ToolResult.Failed>(result).Sentence, StringComparison.Ordinal);
        Assert.Empty(bench.Gmail.Requests);
    }

    [Fact]
    public async Task Success_ThatCannotBeRead_IsToBeLookedForAndNotRepeated()
    {
        await using var draft = await ToolBench.StartAsync(Reply.Json("<html>"));
        await using var sent = await ToolBench.StartAsync(ToolBench.Draft, Reply.Json("<html>"));

        foreach (var bench in new[] { draft, sent })
        {
            Assert.IsType<ToolResult.Unknown>(await bench.ExecuteAsync("gmail.send_email", new { to = "a@x.example", subject = "Hi" }));
        }
    }
}
