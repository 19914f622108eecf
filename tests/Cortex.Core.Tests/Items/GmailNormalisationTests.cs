using System.Text.Json;
using Cortex.Items;
using Cortex.Nango;
using CsCheck;

namespace Cortex.Core.Tests.Items;

public sealed class GmailNormalisationTests
{
    [Fact]
    public void LegacyEmail_ThatCallsItsSenderFrom_IsReadAsWell()
    {
        var fields = Records.Fields("GmailEmail", """{"id":"x","from":"Ada <ada@example.com>","to":"team@example.org"}""");

        Assert.Equal(("ada@example.com", "Ada", "team@example.org"), (fields.Text("from"), fields.Text("fromName"), Assert.Single(fields.Texts("to"))));
    }

    [Fact]
    public void Message_OfTheCurrentSync_HasEveryField()
    {
        var email = Records.Normalise("Message", Records.Message);

        Assert.Equal("email", email.Kind);
        Assert.Equal("19ddaf5caac0bbf9", email.RecordId);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1787337600123), email.OccurredAt);
        Assert.Equal(Records.LastModified, email.LastModifiedAt);
        Assert.Equal(
            """{"id":"19ddaf5caac0bbf9","threadId":"19ddaf5caac0aaaa","from":"adela.byron@example.com","fromName":"Adéla Byron","to":["grace@example.org","a@x.example","b@x.example","third@x.example"],"cc":["boss@x.example"],"subject":"Rechnung über 500 €","snippet":"It\u0027s \u003Cdone\u003E","date":"2026-08-21T18:40:00.123Z","labels":["INBOX","UNREAD","Label_7"],"labelIds":["INBOX","UNREAD","Label_7"],"attachments":[],"hasAttachment":false,"messageId":"CAF\u002Babc.123@mail.example.com","model":"Message"}""",
            email.FieldsJson);
        Assert.Equal(["body"], email.Missing);
    }

    [Fact]
    public void LegacyEmail_HasTheSameFields_ButForThoseItCannotTell() => Assert.Equal(
        """{"id":"18aa","threadId":"18a9","from":"ada@example.com","fromName":"Ada Byron","to":["grace@example.org","team@example.org"],"subject":"Invoice 7","body":"Please pay.\nThanks","date":"2026-08-21T18:39:58.000Z","attachments":["invoice.pdf"],"hasAttachment":true,"messageId":"","model":"GmailEmail"}""",
        Records.Normalise("GmailEmail", Records.LegacyEmail).FieldsJson);

    [Theory]
    [InlineData("Message", "body", "attachments", "hasAttachment")]
    [InlineData("GmailEmail", "cc", "snippet", "labels", "labelIds")]
    public void Email_WithNothingButAnId_HasEveryFieldEmpty_ButForThoseItsSyncLeavesOut(string model, params string[] missing)
    {
        var fields = Records.Fields(model, """{"id":"x"}""");

        string[] all = ["id", "threadId", "from", "fromName", "to", "cc", "subject", "snippet", "body", "date", "labels", "labelIds", "attachments", "hasAttachment", "messageId", "model"];
        Assert.Equal(all.Except(missing), fields.EnumerateObject().Select(field => field.Name));
        Assert.Equal(missing.Except(["labelIds"]).Order(), Records.Normalise(model, """{"id":"x"}""").Missing.Order());
        Assert.Equal("2026-08-21T18:40:01.000Z", fields.Text("date"));
        Assert.Equal(string.Empty, fields.Text("from"));
        Assert.Empty(fields.Texts("to"));
    }

    [Theory]
    [InlineData("Message", "{\"id\":\"x\",\"threadId\":5,\"labelIds\":\"INBOX\",\"snippet\":{},\"internalDate\":[],\"payload\":[]}")]
    [InlineData("Message", "{\"id\":\"x\",\"labelIds\":[1,null,{}],\"payload\":{\"headers\":[7,{},{\"name\":null,\"value\":1},{\"name\":\"From\"}],\"parts\":[3,{\"body\":5}]}}")]
    [InlineData("Message", "[]")]
    [InlineData("Message", "null")]
    [InlineData("GmailEmail", "{\"id\":\"x\",\"sender\":{},\"recipients\":[],\"date\":true,\"subject\":1,\"attachments\":[1,{}]}")]
    [InlineData("GmailEmail", "\"text\"")]
    public void Email_OfOddTypes_IsReadWithoutAnException(string model, string body) =>
        Assert.Equal(string.Empty, Records.Fields(model, body).Text("from"));

    [Theory]
    [InlineData("1787337600123", "2026-08-21T18:40:00.123Z")]
    [InlineData("2026-08-21T20:40:00.5+02:00", "2026-08-21T18:40:00.500Z")]
    [InlineData("2026-08-21T18:40:00", "2026-08-21T18:40:00.000Z")]
    [InlineData("Fri, 21 Aug 2026 20:40:00 +0200 (CEST)", "2026-08-21T18:40:00.000Z")]
    [InlineData("yesterday", "2026-08-21T18:40:01.000Z")]
    [InlineData("-5", "2026-08-21T18:40:01.000Z")]
    [InlineData("99999999999999999", "2026-08-21T18:40:01.000Z")]
    [InlineData("", "2026-08-21T18:40:01.000Z")]
    public void Date_InAnyOfItsForms_IsUtcOrElseWhenItWasFirstSeen(string date, string expected) =>
        Assert.Equal(expected, Records.Fields("GmailEmail", $$"""{"id":"x","date":"{{date}}"}""").Text("date"));

    [Fact]
    public void Date_AsANumber_IsRead() => Assert.Equal("2026-08-21T18:40:00.123Z", Records.Fields("Message", """{"id":"x","internalDate":1787337600123}""").Text("date"));

    [Theory]
    [InlineData("ada@example.com", "ada@example.com", "")]
    [InlineData("<ADA@EXAMPLE.COM>", "ada@example.com", "")]
    [InlineData("\\\"boss@corp.example\\\" <evil@x.example>", "evil@x.example", "boss@corp.example")]
    [InlineData("=?utf-8?q?boss=40corp.example?= <evil@x.example>", "evil@x.example", "boss@corp.example")]
    [InlineData("Ada Byron", "", "Ada Byron")]
    [InlineData("=?windows-1252?q?Zo=EB?= <zoe@x.example>", "zoe@x.example", "Zoë")]
    [InlineData("=?utf-8?q?A=0D=0AB=00C?= <a@x.example>", "a@x.example", "A BC")]
    [InlineData("first@x.example, second@x.example", "first@x.example", "")]
    [InlineData("", "", "")]
    [InlineData("<<>>@@", "", null)]
    public void Sender_IsWhereTheMailComesFromAndNotWhatItsNameSays(string sender, string address, string? name)
    {
        var fields = Records.Fields("GmailEmail", $$"""{"id":"x","sender":"{{sender}}"}""");

        Assert.Equal(address, fields.Text("from"));
        Assert.Equal(name ?? fields.Text("fromName"), fields.Text("fromName"));
    }

    [Fact]
    public void Texts_BeyondTheirLimits_AreCut()
    {
        var long70k = string.Concat(Enumerable.Repeat("abcdefghi\U0001F600", 7_000));
        var fields = Records.Fields("GmailEmail", $$"""{"id":"x","threadId":"{{long70k}}","subject":"{{long70k}}","body":"a{{long70k}}","recipients":"{{string.Join(',', Enumerable.Range(0, 300).Select(i => $"u{i}@x.example"))}}"}""");

        Assert.Equal(65_536, fields.Text("body")!.Length);
        Assert.Equal(999, fields.Text("subject")!.Length);
        Assert.Equal(2_000, fields.Text("threadId")!.Length);
        Assert.Equal(100, fields.Texts("to").Length);
    }

    [Theory]
    [InlineData(998, 1_000)]
    [InlineData(999, 999)]
    public void Cut_NeverSplitsASurrogatePair(int before, int length) => Assert.Equal(
        length,
        Records.Fields("GmailEmail", $$"""{"id":"x","subject":"{{new string('a', before)}}{{"\U0001F600\U0001F600"}}"}""").Text("subject")!.Length);

    [Fact]
    public void Texts_ThatPostgresCannotKeep_AreRepaired()
    {
        var fields = Records.Fields("GmailEmail", """{"id":"x","subject":"a\u0000b\ud800c","body":"\udc00\u0000","b\ud800":1,"attachments":[{"filename":"f\ud83d.pdf"}]}""");

        Assert.Equal("ab\uFFFDc", fields.Text("subject"));
        Assert.Equal("\uFFFD", fields.Text("body"));
        Assert.Equal(["f\uFFFD.pdf"], fields.Texts("attachments"));
    }

    [Theory]
    [InlineData("multipart/mixed", "", "body,attachments,hasAttachment", null)]
    [InlineData("multipart/alternative", "", "body,attachments,hasAttachment", null)]
    [InlineData("", "", "body,attachments,hasAttachment", null)]
    [InlineData("text/html", "", "body", false)]
    [InlineData("application/pdf", "bill.pdf", "body", true)]
    public void Message_OfWhichOnlyTheHeadersCame_LeavesOutWhatTheyDoNotTell(string mimeType, string filename, string missing, bool? hasAttachment)
    {
        var body = $$$"""{"id":"x","payload":{"mimeType":"{{{mimeType}}}","filename":"{{{filename}}}","headers":[]}}""";

        Assert.Equal(missing.Split(','), Records.Normalise("Message", body).Missing);
        Assert.Equal(hasAttachment, Records.Fields("Message", body).Flag("hasAttachment"));
    }

    [Fact]
    public void Message_InTheFullFormat_HasItsTextAndAttachments()
    {
        var fields = Records.Fields("Message", """
            {"id":"x","payload":{"mimeType":"multipart/mixed","parts":[
              {"mimeType":"multipart/alternative","parts":[{"mimeType":"text/html","body":{"data":"PGI-aGk8L2I-"}},{"mimeType":"text/plain","body":{"data":"R3LDvMOfZSE"}}]},
              {"mimeType":"text/plain","filename":"notes.txt","body":{"data":"eA"}}]}}
            """);

        Assert.Equal("Grüße!", fields.Text("body"));
        Assert.Equal(["notes.txt"], fields.Texts("attachments"));
        Assert.True(fields.Flag("hasAttachment"));
    }

    [Fact]
    public void Message_WithHtmlAlone_HasItsWordsAsItsText()
    {
        var email = Records.Normalise("Message", """{"id":"x","payload":{"mimeType":"text/html","body":{"data":"PGI-aGk8L2I-"}}}""");

        Assert.Contains("\"body\":\"hi\"", email.FieldsJson, StringComparison.Ordinal);
        Assert.Empty(email.Missing);
    }

    [Theory]
    [InlineData("<html><head><title>T</title><style>p {color: red}</style></head><body><p>Dear&nbsp;Ada,</p><p>it&#39;s <b>5 &lt; 6</b><br>Bye<script>alert('x')</script></p></body></html>", "Dear Ada,\n\nit's 5 < 6\nBye")]
    [InlineData(" <!DOCTYPE html><table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\n\nc")]
    [InlineData("<p>never closed <b>at all", "never closed at all")]
    [InlineData("<ada@example.com> wrote: 1 < 2 > 0", "<ada@example.com> wrote: 1 < 2 > 0")]
    [InlineData("Plain <b>text</b>", "Plain <b>text</b>")]
    public void LegacyEmail_WhoseTextIsHtml_HasItsWords(string body, string text) =>
        Assert.Equal(text, Records.Fields("GmailEmail", JsonSerializer.Serialize(new { id = "x", body })).Text("body"));

    [Theory]
    [InlineData(Providers.Gmail, "Thread")]
    [InlineData(Providers.Gmail, "message")]
    [InlineData(Providers.Salesforce, "Message")]
    [InlineData("", "")]
    public void Model_ThatCortexDoesNotRead_IsNull(string provider, string model)
    {
        Assert.Null(RecordNormaliser.Normalise(provider, model, Records.Record("{}")));
        Assert.False(RecordNormaliser.Knows(provider, model));
    }

    [Fact]
    public void Record_WithoutABody_IsReadWithoutAnException() =>
        Assert.NotNull(RecordNormaliser.Normalise(Providers.Gmail, "Message", new("x", default, RecordAction.Deleted, Records.FirstSeen, Records.LastModified, "c")));

    [Fact]
    public void Headers_OfAnyText_AreReadWithoutAnException()
    {
        var piece = Gen.OneOf("=?utf-8?", "?=", "?q?", "?b?", "<", ">", "@", ",", ";", ":", "\"", "\\", "(", ")", "a", "x.example", " ", "\r\n ", "\0", "\ud83d", "é", "=ff", "====");
        piece.Array[0, 14].Select(string.Concat).Sample(text =>
        {
            var header = JsonSerializer.Serialize(text);
            var message = $$$"""{"id":"x","payload":{"headers":[{"name":"From","value":{{{header}}}},{"name":"To","value":{{{header}}}},{"name":"Subject","value":{{{header}}}},{"name":"Message-ID","value":{{{header}}}}]}}""";
            var fields = Records.Fields("Message", message);
            return fields.Text("from") is { } from && (from.Length == 0 || from.Contains('@', StringComparison.Ordinal)) && !fields.GetRawText().Contains("\\u0000", StringComparison.Ordinal);
        });
    }
}
