using System.Text;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Providers.Gmail;
using Cortex.Sandbox.Tests.Support;

namespace Cortex.Sandbox.Tests.Gmail;

/// <summary>What calls through the proxy change comes back as records, as it does at Nango.</summary>
public sealed class GmailSyncTests : IAsyncLifetime
{
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
    public async Task Mail_ThatWasSent_ComesBackAsASentMessage_AWhileLater()
    {
        var id = await SendAsync("To: Bob <bob@elsewhere.example>\r\nSubject: Plan\r\n\r\nDear Bob");
        Assert.Empty(await RecordsAsync("Message"));

        time.Advance(TimeSpan.FromSeconds(30));
        await receiver.ReceivedAsync(2);

        var record = Assert.Single(await RecordsAsync("Message"))!;
        Assert.Equal((id, "SENT", "Dear Bob", "ADDED"), (Text(record, "id"), string.Join(' ', Labels(record)), Text(record, "snippet"), Text(record["_nango_metadata"]!, "last_action")));
        Assert.Equal("Plan", Text(record["payload"]!["headers"]!.AsArray().First(header => Text(header!, "name") == "Subject")!, "value"));
        Assert.Null(record["payload"]!["body"]);
        Assert.Contains("\"model\":\"Message\"", receiver.Received[1].Body, StringComparison.Ordinal);
        Assert.Contains("\"added\":1", receiver.Received[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_ToOneself_IsInTheInboxToo()
    {
        await SendAsync("To: ada@example.com\r\n\r\nNote");
        await SyncAsync();

        Assert.Equal(["UNREAD", "SENT", "INBOX"], Labels(Assert.Single(await RecordsAsync("Message"))!));
    }

    [Fact]
    public async Task Mail_ToAnotherMailboxHere_ArrivesThere_WithoutItsBlindCopies()
    {
        await sandbox.ConnectAsync("c2", "uid_2", email: "grace@example.org");
        await sandbox.ConnectAsync("c3", "uid_3", email: "hidden@example.org");
        await SendAsync("To: Grace@Example.org\r\nBcc: hidden@example.org\r\nSubject: Hello\r\nMessage-ID: <one@x>\r\n\r\nText");

        time.Advance(TimeSpan.FromSeconds(30));
        await receiver.ReceivedAsync(6);

        foreach (var connection in new[] { "c2", "c3" })
        {
            var record = Assert.Single(await RecordsAsync("Message", connection))!;
            Assert.Equal(["UNREAD", "INBOX"], Labels(record));
            Assert.Equal("ada@example.com", Header(record, "From"));
            Assert.Null(Header(record, "Bcc"));
            var full = await sandbox.GmailAsync(connection, HttpMethod.Get, $"messages/{Text(record, "id")}");
            Assert.Equal("Text", Encoding.UTF8.GetString(MailText.TryDecode(Text(full["payload"]["body"]!, "data"))!).Trim());
        }
    }

    [Fact]
    public async Task Change_OfLabels_UpdatesTheRecordThatWasPutIn_AndNothingElseOfIt()
    {
        await sandbox.AddAsync("c1", "Message", new { id = "m1", labelIds = new[] { "INBOX", "UNREAD" }, snippet = "As it was put in", mine = 1 });
        await sandbox.GmailAsync("c1", HttpMethod.Post, "messages/m1/modify", JsonNode.Parse("""{"addLabelIds":["STARRED"],"removeLabelIds":["UNREAD"]}""")!);
        await SyncAsync();

        var record = Assert.Single(await RecordsAsync("Message"))!;
        Assert.Equal(["INBOX", "STARRED"], Labels(record));
        Assert.Equal(("As it was put in", 1, "UPDATED"), (Text(record, "snippet"), record["mine"]!.GetValue<int>(), Text(record["_nango_metadata"]!, "last_action")));
    }

    [Fact]
    public async Task Deletion_IsADeletedRecord()
    {
        await sandbox.AddAsync("c1", "Message", new { id = "m1" });
        await sandbox.GmailAsync("c1", HttpMethod.Delete, "messages/m1");
        await SyncAsync();

        Assert.Equal("DELETED", Text(Assert.Single(await RecordsAsync("Message"))!["_nango_metadata"]!, "last_action"));
    }

    [Fact]
    public async Task LegacySync_BringsSentMail_AndNeitherLabelsNorDrafts()
    {
        await sandbox.AddAsync("c1", "GmailEmail", new { id = "m1", sender = "bob@example.com" });
        await sandbox.GmailAsync("c1", HttpMethod.Post, "messages/m1/modify", JsonNode.Parse("""{"addLabelIds":["STARRED"]}""")!);
        await sandbox.GmailAsync("c1", HttpMethod.Post, "drafts", JsonNode.Parse("""{"message":{"raw":"U3ViamVjdDogeA0KDQp5"}}""")!);
        var id = await SendAsync("To: bob@example.com\r\nSubject: Plan\r\n\r\nDear Bob");
        await SyncAsync();

        var records = await RecordsAsync("GmailEmail");
        Assert.Equal(["m1", id], records.Select(record => Text(record!, "id")));
        Assert.Equal(("ada@example.com", "bob@example.com", "Plan", "Dear Bob"), (Text(records[1]!, "sender"), Text(records[1]!, "recipients"), Text(records[1]!, "subject"), Text(records[1]!, "body")));
        Assert.Empty(await RecordsAsync("Message"));
    }

    [Fact]
    public async Task What_WasFound_IsNotFoundAgain_AndSurvivesARestart()
    {
        await SendAsync("To: bob@example.com\r\n\r\nfirst");
        await SyncAsync();
        await SendAsync("To: bob@example.com\r\n\r\nsecond");
        await sandbox.DisposeAsync();
        sandbox = await SandboxHost.StartAsync(receiver.Url, folder, time);
        await SyncAsync();
        await SyncAsync();

        Assert.Equal(["first", "second"], (await RecordsAsync("Message")).Select(record => Text(record!, "snippet")));
        Assert.Contains("\"added\":1", receiver.Received[2].Body, StringComparison.Ordinal);
        Assert.Contains("\"added\":0", receiver.Received[3].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sync_ThatIsPaused_FindsNothingByItself_ButWhenItIsAsked()
    {
        await sandbox.NangoAsync(
            HttpMethod.Post, "/sync/pause", body: new JsonObject { ["provider_config_key"] = SandboxHost.GmailKey, ["syncs"] = new JsonArray("messages") });

        await SendAsync("To: bob@example.com\r\n\r\nfirst");
        time.Advance(TimeSpan.FromSeconds(30));
        Assert.Empty(await RecordsAsync("Message"));
        await SyncAsync();

        Assert.Single(await RecordsAsync("Message"));
    }

    [Fact]
    public async Task Calls_ThatOnlyRead_BringNothing()
    {
        await sandbox.GmailAsync("c1", HttpMethod.Get, "messages");
        await sandbox.GmailAsync("c1", HttpMethod.Get, "profile");

        Assert.DoesNotContain(TimeSpan.FromSeconds(30), time.Waits);
    }

    private async Task<string> SendAsync(string mail)
    {
        var raw = MailText.Base64Url(Encoding.UTF8.GetBytes(mail)).TrimEnd('=');
        return Text((await sandbox.GmailAsync("c1", HttpMethod.Post, "messages/send", new JsonObject { ["raw"] = raw })).Json!, "id");
    }

    private async Task SyncAsync()
    {
        var before = receiver.Received.Count;
        var body = new JsonObject { ["provider_config_key"] = SandboxHost.GmailKey, ["connection_id"] = "c1", ["syncs"] = new JsonArray() };
        await sandbox.NangoAsync(HttpMethod.Post, "/sync/trigger", body: body);
        await receiver.ReceivedAsync(before + 1);
    }

    private async Task<JsonArray> RecordsAsync(string model, string connection = "c1") => (await sandbox.RecordsAsync(connection, $"model={model}"))["records"].AsArray();

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();

    private static string[] Labels(JsonNode record) => [.. record["labelIds"]!.AsArray().Select(label => label!.GetValue<string>())];

    private static string? Header(JsonNode record, string name)
        => record["payload"]!["headers"]!.AsArray().Where(header => Text(header!, "name") == name).Select(header => Text(header!, "value")).FirstOrDefault();
}
