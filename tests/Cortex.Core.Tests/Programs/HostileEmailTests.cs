using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Core.Tests.Support;
using Cortex.Core.Tests.Tools;
using Cortex.Programs;
using Cortex.Programs.Templates;
using Cortex.Tools;
using MimeKit;
using static Cortex.Core.Tests.Programs.Sample;

namespace Cortex.Core.Tests.Programs;

public sealed class HostileEmailTests : IDisposable
{
    private const string SendInput = """{"to":"boss@example.com","subject":"Fwd: {{ subject }}","body":"{{ body }}"}""";
    private const string ReplyInput = """{"body":"Dear {{ fromName }}, thank you."}""";
    private const string LabelInput = """{"label":"{{ subject }}"}""";

    private static readonly string[] Inputs =
    [
        SendInput,
        ReplyInput,
        LabelInput,
        """{"to":"boss@example.com","body":"From {{ from }}: see below."}""",
        """{"object":"Lead","fields":{"LastName":"{{ fromName }}","Email":"{{ from }}","Description":"Mail: {{ body }}"}}""",
        """{"object":"Contact","where":"Email","equals":"{{ from }}","limit":1}""",
        """{"text":"{{ body }}","labels":["urgent","{{ labels }}"],"strict":true}""",
    ];

    private static readonly string[] OwnHeaders =
        ["Content-Transfer-Encoding", "Content-Type", "Date", "MIME-Version", "Message-Id", "Subject", "To", "X-Cortex-Effect"];

    private static readonly string[] OwnReplyHeaders = [.. OwnHeaders, "In-Reply-To", "References"];

    private readonly TemplateParser _parser = new();

    public void Dispose() => _parser.Dispose();

    [Fact]
    public void Emails_AreMoreThanAHundred() => Assert.InRange(HostileEmails.All.Distinct().Count(), 200, int.MaxValue);

    [Fact]
    public void RenderedInput_HasTheRawValuesWhereTheProgramSays_AndNothingElse()
    {
        foreach (var email in HostileEmails.All)
        {
            foreach (var input in Inputs)
            {
                var expected = Filled(JsonNode.Parse(input)!, Parse(email));

                Assert.Equal(CanonicalJson.Write(Parse(expected.ToJsonString())), Rendered(input, email));
            }
        }
    }

    [Fact]
    public async Task SendEmail_GoesToTheCompiledRecipientAlone()
    {
        await using var bench = await BenchAsync();
        foreach (var email in HostileEmails.All)
        {
            var sent = bench.Gmail.Requests.Count;

            Assert.IsType<ToolResult.Completed>(await bench.ExecuteAsync("gmail.send_email", Parse(Rendered(SendInput, email)), ToolBench.Email(email)));

            Assert.Equal([ToolBench.CreateDraft, ToolBench.SendDraft], bench.Gmail.Calls.Skip(sent));
            AssertMail(bench.Mail(sent), "boss@example.com", OwnHeaders);
        }
    }

    [Fact]
    public async Task Reply_GoesToTheSenderAlone_OrNowhere()
    {
        await using var bench = await BenchAsync();
        var replies = 0;
        foreach (var email in HostileEmails.All)
        {
            var sent = bench.Gmail.Requests.Count;
            var result = await bench.ExecuteAsync("gmail.reply", Parse(Rendered(ReplyInput, email)), ToolBench.Email(email));
            if (result is ToolResult.Failed)
            {
                Assert.NotEqual("ada@example.com", Parse(email).GetProperty("from").GetString());
                Assert.Equal(sent, bench.Gmail.Requests.Count);
                continue;
            }

            replies++;
            Assert.IsType<ToolResult.Completed>(result);
            Assert.Equal([ToolBench.CreateDraft, ToolBench.SendDraft], bench.Gmail.Calls.Skip(sent));
            var from = Parse(email).GetProperty("from").GetString()!;
            AssertMail(bench.Mail(sent), FieldText.BareAddress(from), OwnReplyHeaders);
        }

        Assert.InRange(replies, 150, int.MaxValue);
    }

    [Fact]
    public async Task AddLabel_ChangesTheTriggeringEmailAlone()
    {
        await using var bench = await BenchAsync();
        foreach (var email in HostileEmails.All)
        {
            var from = bench.Gmail.Requests.Count;
            var input = Parse(Rendered(LabelInput, email));

            await bench.ExecuteAsync("gmail.add_label", input, ToolBench.Email(email));

            Assert.All(bench.Gmail.Requests.Skip(from), request => AssertLabelCall(request, input.GetProperty("label").GetString()!.Trim()));
        }
    }

    /// <summary>Any of the calls that the tools make is answered by this.</summary>
    private static Task<ToolBench> BenchAsync() =>
        ToolBench.StartAsync([.. Enumerable.Repeat(Reply.Json("""{"id":"L9","name":"made","threadId":"t1","labels":[]}"""), HostileEmails.All.Count * 4)]);

    private static void AssertMail(MimeMessage mail, string recipient, string[] headers)
    {
        Assert.Equal([recipient], mail.To.Mailboxes.Select(mailbox => mailbox.Address));
        Assert.Single(mail.To);
        Assert.Empty(mail.Cc);
        Assert.Empty(mail.Bcc);
        var names = mail.Headers.Select(header => header.Field).Concat(mail.Body!.Headers.Select(header => header.Field)).ToList();
        Assert.Equal(names.Distinct(StringComparer.OrdinalIgnoreCase).Count(), names.Count);
        Assert.All(names, name => Assert.Contains(name, headers, StringComparer.OrdinalIgnoreCase));
        Assert.IsType<TextPart>(mail.Body);
    }

    private static void AssertLabelCall(RecordedRequest request, string label)
    {
        switch ($"{request.Method} {request.Target}")
        {
            case "GET /proxy/gmail/v1/users/me/labels":
                break;
            case "POST /proxy/gmail/v1/users/me/labels":
                Assert.Equal(["name", "labelListVisibility", "messageListVisibility"], request.Json.EnumerateObject().Select(member => member.Name));
                Assert.Equal(label, request.Json.GetProperty("name").GetString());
                break;
            default:
                Assert.Equal("POST /proxy/gmail/v1/users/me/messages/m1/modify", $"{request.Method} {request.Target}");
                Assert.Equal("""{"addLabelIds":["L9"]}""", request.Body);
                break;
        }
    }

    /// <summary>The input with the one tag of each text replaced by what the email holds, in one pass.</summary>
    private static JsonNode Filled(JsonNode input, JsonElement email) => input switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, (JsonNode?)Filled(member.Value!, email)))),
        JsonArray parts => new JsonArray([.. parts.Select(part => Filled(part!, email))]),
        _ when input.GetValueKind() == JsonValueKind.String => Filled(input.GetValue<string>(), email),
        _ => input.DeepClone(),
    };

    private static JsonNode Filled(string text, JsonElement email)
    {
        var open = text.IndexOf("{{ ", StringComparison.Ordinal);
        if (open < 0)
        {
            return text;
        }

        var close = text.IndexOf(" }}", StringComparison.Ordinal);
        return text[..open] + FieldText.Of(email.GetProperty(text[(open + 3)..close])) + text[(close + 3)..];
    }

    private string Rendered(string input, string email) =>
        new TemplateRenderer(_parser).Render(input, Parse(email), [], TestContext.Current.CancellationToken).Json!;
}
