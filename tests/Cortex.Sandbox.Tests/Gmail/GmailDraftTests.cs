using System.Text;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Providers.Gmail;
using Cortex.Sandbox.Tests.Support;

namespace Cortex.Sandbox.Tests.Gmail;

/// <summary>A draft is sent once.</summary>
public sealed class GmailDraftTests : IAsyncLifetime
{
    private const string Mail = "To: Bob <bob@elsewhere.example>\r\nSubject: Plan\r\nMessage-ID: <run-9@cortex>\r\nX-Mine: 1\r\n\r\nDear Bob";

    private readonly TempFolder folder = new();
    private readonly RecordingTime time = new();
    private WebhookReceiver receiver = null!;
    private SandboxHost sandbox = null!;

    public async ValueTask InitializeAsync()
    {
        receiver = await WebhookReceiver.StartAsync();
        sandbox = await SandboxHost.StartAsync(receiver.Url, folder, time);
        await sandbox.ConnectAsync("c1");
    }

    public async ValueTask DisposeAsync()
    {
        await sandbox.DisposeAsync();
        await receiver.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Draft_ThatIsSent_IsGone_AndAnotherMessageIsSentInItsThread()
    {
        var draft = await CreateAsync(Mail);

        var sent = await SendAsync(draft.Id);

        Assert.Equal(200, sent.Status);
        Assert.NotEqual(draft.MessageId, Text(sent.Json!, "id"));
        Assert.Equal((draft.ThreadId, "SENT"), (Text(sent.Json!, "threadId"), Text(Assert.Single(sent["labelIds"].AsArray())!)));
        Assert.Equal((404, 404), ((await GetAsync($"drafts/{draft.Id}")).Status, (await GetAsync($"messages/{draft.MessageId}")).Status));
        Assert.False((await GetAsync("drafts?q=rfc822msgid:run-9@cortex")).Json!.AsObject().ContainsKey("drafts"));
        Assert.Equal(Text(sent.Json!, "id"), Text(Assert.Single((await GetAsync("messages?q=rfc822msgid:run-9@cortex"))["messages"].AsArray())!, "id"));
        var header = (await GetAsync($"messages/{Text(sent.Json!, "id")}?format=metadata&metadataHeaders=X-Mine"))["payload"]["headers"]!;
        Assert.Equal("1", Text(Assert.Single(header.AsArray())!, "value"));
    }

    [Fact]
    public async Task Draft_ThatIsSentAgain_IsGoogles404_AlsoAfterARestart()
    {
        var draft = await CreateAsync(Mail);
        await SendAsync(draft.Id);

        Assert.Equal(
            """{"error":{"code":404,"message":"Requested entity was not found.","errors":[{"message":"Requested entity was not found.","domain":"global","reason":"notFound"}],"status":"NOT_FOUND"}}""",
            (await SendAsync(draft.Id)).Text);
        await sandbox.DisposeAsync();
        sandbox = await SandboxHost.StartAsync(receiver.Url, folder, time);

        Assert.Equal(404, (await SendAsync(draft.Id)).Status);
        Assert.Equal(1, await SentAsync());
    }

    [Fact]
    public async Task Draft_ThatManySendAtOnce_IsSentByOne()
    {
        var draft = await CreateAsync(Mail);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SendAsync(draft.Id)));

        Assert.Equal([200, .. Enumerable.Repeat(404, 19)], answers.Select(answer => answer.Status).Order());
        Assert.Equal(1, await SentAsync());
    }

    /// <summary>As a provider that takes its time: what is delayed happens at the end of the delay, and finds then what has happened meanwhile.</summary>
    [Fact]
    public async Task Send_ThatIsDelayed_ComesTooLateForADraftThatWasSentMeanwhile()
    {
        var draft = await CreateAsync(Mail);
        await sandbox.FaultAsync(new { match = "/drafts/send", delayMs = 45_000 });
        var late = SendAsync(draft.Id);
        await time.BegunAsync(TimeSpan.FromSeconds(45));

        Assert.Equal(200, (await SendAsync(draft.Id)).Status);
        time.Advance(TimeSpan.FromSeconds(45));

        Assert.Equal(404, (await late).Status);
        Assert.Equal(1, await SentAsync());
    }

    [Fact]
    public async Task Send_WhoseAnswerIsLost_HasSent()
    {
        var draft = await CreateAsync(Mail);
        await sandbox.FaultAsync(new { match = "/drafts/send", afterEffect = true });

        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(draft.Id));

        Assert.Equal((404, 1), ((await SendAsync(draft.Id)).Status, await SentAsync()));
    }

    [Fact]
    public async Task Draft_ToNobody_IsNotSent_AndStays()
    {
        var draft = await CreateAsync("Subject: Plan\r\n\r\nDear …");

        Assert.Equal(400, (await SendAsync(draft.Id)).Status);
        Assert.Equal(200, (await GetAsync($"drafts/{draft.Id}")).Status);
    }

    [Fact]
    public async Task Draft_WithAMessageInItsPlace_SendsThat()
    {
        var draft = await CreateAsync("Subject: Plan\r\n\r\nDear …");

        var sent = await sandbox.GmailAsync("c1", HttpMethod.Post, "drafts/send", new JsonObject { ["id"] = draft.Id, ["message"] = new JsonObject { ["raw"] = Raw(Mail) } });

        Assert.Equal((200, draft.ThreadId), (sent.Status, Text(sent.Json!, "threadId")));
        Assert.Equal("Dear Bob", Text((await GetAsync($"messages/{Text(sent.Json!, "id")}")).Json!, "snippet"));
    }

    [Fact]
    public async Task Draft_ThatIsDeleted_IsNeitherReadNorSent()
    {
        var draft = await CreateAsync(Mail);

        Assert.Equal(204, (await DeleteAsync(draft.Id)).Status);

        Assert.Equal((404, 404, 404), ((await DeleteAsync(draft.Id)).Status, (await GetAsync($"drafts/{draft.Id}")).Status, (await SendAsync(draft.Id)).Status));
        Assert.Equal(0, await SentAsync());
    }

    [Fact]
    public async Task Mail_ToAnotherMailboxHere_ArrivesOnce()
    {
        await sandbox.ConnectAsync("c2", "uid_2", email: "bob@elsewhere.example");
        var draft = await CreateAsync(Mail);

        await SendAsync(draft.Id);
        await SendAsync(draft.Id);

        Assert.Single((await sandbox.GmailAsync("c2", HttpMethod.Get, "messages?q=subject:Plan"))["messages"].AsArray());
    }

    /// <summary>A draft that a sync run saw is deleted when it is sent; of one that none saw there is nothing to tell.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Sync_BringsTheSentMail_AndTheEndOfADraftThatItBrought(bool isSeen)
    {
        var draft = await CreateAsync(Mail);
        if (isSeen)
        {
            await SyncAsync();
        }

        var sent = Text((await SendAsync(draft.Id)).Json!, "id");
        await SyncAsync();

        var records = (await sandbox.RecordsAsync("c1", "model=Message"))["records"].AsArray()
            .Select(record => (Text(record!, "id"), Text(record!["_nango_metadata"]!, "last_action"))).ToHashSet();
        Assert.Equal(isSeen ? [(sent, "ADDED"), (draft.MessageId, "DELETED")] : [(sent, "ADDED")], records);
    }

    private async Task<(string Id, string MessageId, string ThreadId)> CreateAsync(string mail)
    {
        var draft = (await sandbox.GmailAsync("c1", HttpMethod.Post, "drafts", new JsonObject { ["message"] = new JsonObject { ["raw"] = Raw(mail) } })).Json!;
        return (Text(draft, "id"), Text(draft["message"]!, "id"), Text(draft["message"]!, "threadId"));
    }

    private Task<Answer> SendAsync(string id) => sandbox.GmailAsync("c1", HttpMethod.Post, "drafts/send", new JsonObject { ["id"] = id });

    private Task<Answer> DeleteAsync(string id) => sandbox.GmailAsync("c1", HttpMethod.Delete, $"drafts/{id}");

    private Task<Answer> GetAsync(string path) => sandbox.GmailAsync("c1", HttpMethod.Get, path);

    private async Task<int> SentAsync() => (await GetAsync("messages?labelIds=SENT"))["resultSizeEstimate"].GetValue<int>();

    private async Task SyncAsync()
    {
        var before = receiver.Received.Count;
        var body = new JsonObject { ["provider_config_key"] = SandboxHost.GmailKey, ["connection_id"] = "c1", ["syncs"] = new JsonArray() };
        await sandbox.NangoAsync(HttpMethod.Post, "/sync/trigger", body: body);
        await receiver.ReceivedAsync(before + 1);
    }

    private static string Raw(string mail) => MailText.Base64Url(Encoding.UTF8.GetBytes(mail)).TrimEnd('=');

    private static string Text(JsonNode node, string name) => Text(node[name]!);

    private static string Text(JsonNode node) => node.GetValue<string>();
}
