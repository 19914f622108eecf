using System.Text.Json;
using Cortex.Core.Tests.Items;
using Cortex.Core.Tests.Support;
using Cortex.Items;
using Cortex.Nango;
using Cortex.Tools;
using Cortex.Tools.Gmail;
using Microsoft.Extensions.Time.Testing;

namespace Cortex.Core.Tests.Tools;

public sealed class GmailItemFetcherTests
{
    private const string Message = "/gmail/v1/users/me/messages/m1?format=full";

    private const string Full = """
        {"id":"m1","threadId":"t1","labelIds":["Label_7","INBOX"],"snippet":"5 &lt; 6","payload":{"mimeType":"multipart/mixed","headers":[{"name":"Cc","value":"Boss <Boss@x.example>"},{"name":"Subject","value":"Changed"}],"parts":[
          {"mimeType":"text/html","filename":"","body":{"size":9,"data":"PGI-aGk8L2I-"}},
          {"mimeType":"application/pdf","filename":"bill.pdf","body":{"size":9,"attachmentId":"a-1"}}]}}
        """;

    private readonly ScriptedNango _nango = new();

    [Fact]
    public async Task Email_GetsWhatItsSyncLeftOut_AndNothingElseChanges()
    {
        Answer(Full);

        var fetched = await FetchAsync("""{"id":"m1","subject":"As it was","labels":["INBOX"]}""", "body", "attachments", "hasAttachment");

        Assert.Null(fetched.Failure);
        Assert.Equal("""{"id":"m1","subject":"As it was","labels":["INBOX"],"body":"hi","attachments":["bill.pdf"],"hasAttachment":true}""", fetched.FieldsJson);
        Assert.Equal([Message], _nango.Asked);
    }

    [Fact]
    public async Task LegacyEmail_GetsItsLabelsByName()
    {
        Answer(Full);
        _nango.Records["GmailLabel"] = ["""{"id":"Label_7","name":"Invoices"}"""];

        var fetched = await FetchAsync("{}", "cc", "snippet", "labels");

        Assert.Equal("""{"cc":["boss@x.example"],"snippet":"5 < 6","labels":["Invoices","INBOX"]}""", fetched.FieldsJson);
    }

    [Fact]
    public async Task Text_ThatGmailKeepsApart_IsAskedFor()
    {
        Answer(
            """{"id":"m1","payload":{"mimeType":"text/plain","filename":"","body":{"size":4000000,"attachmentId":"long-1"}}}""",
            """{"size":4000000,"data":"R3LDvMOfZSE"}""");

        Assert.Equal("""{"body":"Grüße!"}""", (await FetchAsync("{}", "body")).FieldsJson);
        Assert.Equal([Message, "/gmail/v1/users/me/messages/m1/attachments/long-1"], _nango.Asked);
    }

    [Fact]
    public async Task Text_OfAnyLength_IsCut()
    {
        var data = System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(new string('é', 200_000)));
        Answer($$$$"""{"id":"m1","payload":{"mimeType":"text/plain","body":{"data":"{{{{data}}}}"}}}""");

        Assert.Equal(ItemLimits.BodyLengthMax, JsonElement.Parse((await FetchAsync("{}", "body")).FieldsJson!).Text("body")!.Length);
    }

    [Fact]
    public async Task Email_ThatIsGone_HasNoneOfIt()
    {
        _nango.Provider = (_, _) => Task.FromResult(new ProxyResponse(404, """{"error":{"code":404}}""", null));

        var fetched = await FetchAsync("""{"id":"m1"}""", "body", "attachments", "hasAttachment", "labels");

        Assert.Equal("""{"id":"m1","body":"","attachments":[],"hasAttachment":false,"labels":[]}""", fetched.FieldsJson);
    }

    [Theory]
    [InlineData(503, typeof(ToolResult.NotDone))]
    [InlineData(429, typeof(ToolResult.NotDone))]
    [InlineData(401, typeof(ToolResult.Held))]
    [InlineData(403, typeof(ToolResult.Failed))]
    [InlineData(200, typeof(ToolResult.NotDone))]
    public async Task Failure_IsToldAsWhatItIs(int status, Type result)
    {
        _nango.Provider = (_, _) => Task.FromResult(new ProxyResponse(status, "[]", null));

        var fetched = await FetchAsync("{}", "body");

        Assert.Null(fetched.FieldsJson);
        Assert.IsType(result, fetched.Failure);
    }

    [Fact]
    public async Task Id_ThatIsNoPathSegment_AsksNobody()
    {
        Assert.Equal("""{"body":""}""", (await FetchAsync("{}", id: "..", missing: ["body"])).FieldsJson);
        Assert.Empty(_nango.Asked);
    }

    private void Answer(params string[] bodies)
    {
        var next = new Queue<string>(bodies);
        _nango.Provider = (_, _) => Task.FromResult(new ProxyResponse(200, next.Dequeue(), null));
    }

    private Task<FetchedItem> FetchAsync(string fields, params string[] missing) => FetchAsync(fields, "m1", missing);

    private Task<FetchedItem> FetchAsync(string fields, string id, string[] missing)
    {
        var gmail = new GmailCalls(_nango);
        var fetcher = new GmailItemFetcher(gmail, new GmailLabelNames(_nango, gmail, new FakeTimeProvider(Records.FirstSeen)));
        var item = ToolBench.Email(fields, id: id) with { Missing = missing };
        return fetcher.FetchAsync(new("google-mail-ynxw", "c-1"), item, TestContext.Current.CancellationToken);
    }
}
