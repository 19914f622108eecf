using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Cortex.Core.Tests.Support;
using Cortex.Tools;
using MimeKit;

namespace Cortex.Core.Tests.Tools;

public sealed class GmailForwardTests
{
    private const string Message = "/proxy/gmail/v1/users/me/messages/m1";

    private const string Plain =
        "From: =?utf-8?q?Ad=C3=A9la?= <ada@example.com>\r\nTo: Grace <grace@example.org>, team@example.org\r\nCc: boss@x.example\r\nDate: Fri, 21 Aug 2026 20:40:00 +0200\r\n"
        + "Subject: Invoice 7\r\nBcc: hidden@x.example\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\nGrüße,\r\nAda";

    private static readonly Reply Sent = Reply.Json("""{"id":"m9","threadId":"t9"}""");

    [Fact]
    public async Task Email_IsPassedOnWithItsHeadersAndText()
    {
        await using var bench = await StartAsync(Plain);

        var result = await bench.ExecuteAsync("gmail.forward", new { to = "ops@x.example", body = "Please look" });

        Assert.Equal(new ToolResult.Completed($$"""{"id":"m9","threadId":"t9","messageId":"{{ToolBench.EffectKey}}@cortex.invalid"}"""), result);
        Assert.Equal([$"GET {Message}?format=minimal", $"GET {Message}?format=raw", ToolBench.CreateDraft, ToolBench.SendDraft], bench.Gmail.Calls);
        var mail = bench.Mail(2);
        Assert.Equal(("Fwd: Invoice 7", "ops@x.example", ToolBench.EffectKey), (mail.Subject, mail.To.ToString(), mail.Headers["X-Cortex-Effect"]));
        Assert.Equal(
            """
            Please look

            ---------- Forwarded message ---------
            From: Adéla <ada@example.com>
            Date: Fri, 21 Aug 2026 20:40 +02:00
            Subject: Invoice 7
            To: Grace <grace@example.org>, team@example.org
            Cc: boss@x.example

            Grüße,
            Ada
            """.ReplaceLineEndings("\n"),
            mail.TextBody!.ReplaceLineEndings("\n").Trim());
        Assert.Empty(mail.Bcc);
    }

    [Fact]
    public async Task Everything_ThatIsAttached_GoesAlong()
    {
        var original = new BodyBuilder { TextBody = "See files", HtmlBody = "<html><body style=\"x\"><p>See <img src=\"cid:pic@x\"> files</p></body></html>" };
        original.Attachments.Add("bill.pdf", Encoding.UTF8.GetBytes("%PDF-1"), new ContentType("application", "pdf"));
        original.LinkedResources.Add("pic.png", Encoding.UTF8.GetBytes("PNG"), new ContentType("image", "png")).ContentId = "pic@x";
        original.Attachments.Add(new MessagePart { Message = new MimeMessage([new MailboxAddress("", "a@x.example")], [], "Inner", new TextPart("plain") { Text = "inner" }) });
        await using var bench = await StartAsync(Mail(original.ToMessageBody()));

        await bench.ExecuteAsync("gmail.forward", new { to = "ops@x.example", body = "<b>1 & 2</b>" });

        var mail = bench.Mail(2);
        Assert.Equal(["bill.pdf"], mail.Attachments.OfType<MimePart>().Select(part => part.FileName));
        Assert.Equal("Inner", Assert.Single(mail.BodyParts.OfType<MessagePart>()).Message!.Subject);
        Assert.Contains(mail.BodyParts.OfType<MimePart>(), part => part.ContentId == "pic@x");
        Assert.EndsWith("See files", mail.TextBody!.Trim(), StringComparison.Ordinal);
        Assert.StartsWith("<html><body style=\"x\"><div>&lt;b&gt;1 &amp; 2&lt;/b&gt;<br><br>---------- Forwarded message ---------<br>From: ", mail.HtmlBody, StringComparison.Ordinal);
        Assert.EndsWith("<p>See <img src=\"cid:pic@x\"> files</p></body></html>", mail.HtmlBody!.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HeadersOfTheOriginal_AreTextInHtmlAndAddNoHeader()
    {
        var mail = Mail(new TextPart("html") { Text = "<p>Hi</p>" }, "=?utf-8?q?x=0D=0ABcc:_evil@x.example?= <script>");
        await using var bench = await StartAsync(mail);

        await bench.ExecuteAsync("gmail.forward", new { to = "ops@x.example" });

        var forward = bench.Mail(2);
        Assert.Empty(forward.Bcc);
        Assert.Equal("Fwd: xBcc: evil@x.example <script>", forward.Subject);
        Assert.Contains("&lt;script&gt;", forward.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", forward.HtmlBody, StringComparison.Ordinal);
        Assert.EndsWith("Hi", forward.TextBody!.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSameCall_GivesTheSameBytes()
    {
        var original = new BodyBuilder { TextBody = "a", HtmlBody = "<p>a</p>" };
        original.Attachments.Add("x.txt", [1, 2]);
        var raw = Mail(original.ToMessageBody());
        await using var first = await StartAsync(raw);
        await using var second = await StartAsync(raw);

        await first.ExecuteAsync("gmail.forward", new { to = "ops@x.example" });
        await second.ExecuteAsync("gmail.forward", new { to = "ops@x.example" });

        Assert.Equal(first.MailText(2), second.MailText(2));
    }

    [Fact]
    public async Task Me_IsTheMailboxesOwnAddress()
    {
        await using var bench = await ToolBench.StartAsync(
            Reply.Json("""{"emailAddress":"own@x.example"}"""), Reply.Json("""{"sizeEstimate":9}"""), Raw(Plain), ToolBench.Draft, Sent);

        Assert.IsType<ToolResult.Completed>(await bench.ExecuteAsync("gmail.forward", new { to = "me" }));
        Assert.Equal("own@x.example", bench.Mail(3).To.ToString());
    }

    [Theory]
    [InlineData(5 * 1024 * 1024, true)]
    [InlineData((5 * 1024 * 1024) + 1, false)]
    public async Task Email_LargerThanTheLimit_IsRefusedBeforeItIsRead(int size, bool taken)
    {
        await using var bench = await ToolBench.StartAsync(Reply.Json($$"""{"sizeEstimate":{{size}}}"""), Raw(Plain), ToolBench.Draft, Sent);

        var result = await bench.ExecuteAsync("gmail.forward", new { to = "ops@x.example" });

        Assert.Equal(taken ? 4 : 1, bench.Gmail.Requests.Count);
        Assert.Equal(!taken, result is ToolResult.Failed { Sentence: var sentence } && sentence.Contains("too large", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Email_AtItsLargest_IsReadWhole()
    {
        var original = new BodyBuilder { TextBody = "a" };
        original.Attachments.Add("big.bin", new byte[3_600_000]);
        await using var bench = await StartAsync(Mail(original.ToMessageBody()));

        Assert.IsType<ToolResult.Completed>(await bench.ExecuteAsync("gmail.forward", new { to = "ops@x.example" }));
        using var content = new MemoryStream();
        await ((MimePart)bench.Mail(2).Attachments.Single()).Content!.DecodeToAsync(content, TestContext.Current.CancellationToken);
        Assert.Equal(3_600_000, content.Length);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("a@x.example b@x.example")]
    public async Task Recipient_ThatIsNone_IsRefusedBeforeAnyCall(string to)
    {
        await using var bench = await ToolBench.StartAsync();

        Assert.IsType<ToolResult.Failed>(await bench.ExecuteAsync("gmail.forward", new { to }));
        Assert.Empty(bench.Gmail.Requests);
    }

    [Fact]
    public async Task Email_ThatIsGone_Fails()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Status(404, """{"error":{"code":404}}"""));

        Assert.Contains("no longer there", Assert.IsType<ToolResult.Failed>(await bench.ExecuteAsync("gmail.forward", new { to = "ops@x.example" })).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forward_WhoseAnswerWasLost_IsFoundAmongTheSent()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Json("{}"), Reply.Json("{}"), Reply.Json("""{"messages":[{"id":"m9","threadId":"t9"}]}"""));

        Assert.IsType<ToolResult.Completed>(await bench.FindAsync("gmail.forward"));
        Assert.Equal(ToolEffect.Findable, bench.EffectOf("gmail.forward"));
    }

    private static Task<ToolBench> StartAsync(string original) => ToolBench.StartAsync(Reply.Json("""{"sizeEstimate":9}"""), Raw(original), ToolBench.Draft, Sent);

    private static Reply Raw(string mail) => Reply.Json(JsonSerializer.Serialize(new { id = "m1", raw = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(mail)) }));

    private static string Mail(MimeEntity body, string subject = "Files")
    {
        body.Prepare(EncodingConstraint.SevenBit);
        using var bytes = new MemoryStream();
        body.WriteTo(bytes, TestContext.Current.CancellationToken);
        return $"From: ada@example.com\r\nTo: grace@example.org\r\nSubject: {subject}\r\nMIME-Version: 1.0\r\n{Encoding.UTF8.GetString(bytes.ToArray())}";
    }
}
