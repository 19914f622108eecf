using System.Text.Json.Nodes;
using Cortex.Programs;
using Cortex.Storage.Runs;
using Cortex.Testing;

namespace Cortex.Grains.Tests;

/// <summary>What automations do to a mailbox, and what its syncs then report, setting off others.</summary>
public sealed class GmailLoopTests(GrainCluster cluster) : GrainTest(cluster)
{
    [Fact]
    public async Task StarredEmail_IsForwardedAndLabelled_WhichSetsOffWhatWaitsForThat_AndThenNothingMore()
    {
        await ConnectAsync();
        var starred = await ProgramUnitAsync(
            "email.starred", Condition.Always, new Step("gmail.add_label", """{"label":"Receipts"}"""), new Step("gmail.forward", """{"to":"ops@example.com","body":"See below"}"""));
        var sent = await ProgramUnitAsync(
            "email.sent", new Comparison("to", Operator.Equals, Literal.Of("ops@example.com")), new Step("gmail.find", """{"query":"Bill 2231"}"""));
        var labeled = await ProgramUnitAsync(
            "email.labeled", Condition.Always, new Step("gmail.mark_read", "{}"), new Step("gmail.archive", "{}"), new Step("gmail.remove_label", """{"label":"Receipts"}"""));

        await DealtWithAsync(await SyncAsync("Message", Bill()));
        Assert.Empty(await RunsAsync());

        await GmailAsync(HttpMethod.Post, "messages/bill-1/modify", new { addLabelIds = new[] { "STARRED" } });
        await DealtWithAsync(await SyncRunAsync());
        await RunAsync(starred, RunStatus.Completed);

        await DealtWithAsync(await SyncRunAsync());
        var found = Assert.Single(await StepsAsync((await RunAsync(sent, RunStatus.Completed)).Id));
        await RunAsync(labeled, RunStatus.Completed);
        await DealtWithAsync(await SyncRunAsync());

        Assert.Equal("bill-1", (string)JsonNode.Parse(found.OutputJson!)!["id"]!);
        Assert.Equal(["STARRED"], Texts((await GmailAsync(HttpMethod.Get, "messages/bill-1"))["labelIds"]!));
        var forward = (await GmailAsync(HttpMethod.Get, "messages?q=to:ops@example.com"))["messages"]!.AsArray();
        var mail = await GmailAsync(HttpMethod.Get, $"messages/{(string)Assert.Single(forward)!["id"]!}");
        Assert.Contains(mail["payload"]!["parts"]!.AsArray(), part => (string)part!["filename"]! == "bill.pdf");
        Assert.Equal([labeled, sent, starred], (await RunsAsync()).Select(run => run.Unit).OrderBy(unit => unit == starred ? 2 : unit == sent ? 1 : 0));
    }

    [Fact]
    public async Task Draft_WhoseAnswerIsLost_IsFoundAndNotWrittenTwice()
    {
        await ConnectAsync();
        var unit = await ProgramUnitAsync(Condition.Always, new Step("gmail.create_draft", """{"reply":true,"body":"Thank you"}"""), new Step("gmail.trash", "{}"));
        await FaultAsync(new { match = "POST /proxy/gmail/v1/users/me/drafts", times = 1, afterEffect = true });

        await DealtWithAsync(await SyncAsync("Message", Bill()));
        var run = await RunAsync(unit, RunStatus.Completed);

        Assert.Equal(2, (await StepsAsync(run.Id))[0].Attempts);
        Assert.Single((await GmailAsync(HttpMethod.Get, "drafts"))["drafts"]!.AsArray());
        Assert.Contains("TRASH", Texts((await GmailAsync(HttpMethod.Get, "messages/bill-1"))["labelIds"]!));
    }

    private static JsonObject Bill() => new()
    {
        ["id"] = "bill-1",
        ["threadId"] = "bill-1",
        ["labelIds"] = new JsonArray("INBOX", "UNREAD"),
        ["payload"] = new JsonObject
        {
            ["mimeType"] = "multipart/mixed",
            ["headers"] = new JsonArray(Header("From", "Shop <shop@example.net>"), Header("Subject", "Bill 2231"), Header("Message-ID", "<bill-1@example.net>")),
            ["parts"] = new JsonArray(
                new JsonObject { ["mimeType"] = "text/plain", ["filename"] = "", ["body"] = new JsonObject { ["data"] = "UGxlYXNlIHBheQ" } },
                new JsonObject { ["mimeType"] = "application/pdf", ["filename"] = "bill.pdf", ["body"] = new JsonObject { ["size"] = 900, ["attachmentId"] = "a1" } }),
        },
    };

    private static JsonObject Header(string name, string value) => new() { ["name"] = name, ["value"] = value };

    private static IEnumerable<string> Texts(JsonNode list) => list.AsArray().Select(text => (string)text!);

    /// <summary>Runs the mailbox's syncs, and stores the webhook that Nango would send.</summary>
    private async Task<DeliveryId> SyncRunAsync()
    {
        var startedAt = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        (await Cluster.SandboxHttp.SendAsync(
            HttpMethod.Post, "/sync/trigger", new { provider_config_key = SandboxClient.Gmail, connection_id = Mailbox, syncs = Array.Empty<string>() }, ("Authorization", $"Bearer {Cluster.NangoKey}"))).Ok();
        return await Cluster.StoreAsync(SyncWebhook("Message", startedAt, added: 0));
    }

    private async Task<JsonNode> GmailAsync(HttpMethod method, string path, object? body = null) => (await Cluster.SandboxHttp.SendAsync(
        method, $"/proxy/gmail/v1/users/me/{path}", body, ("Authorization", $"Bearer {Cluster.NangoKey}"), ("Connection-Id", Mailbox), ("Provider-Config-Key", SandboxClient.Gmail))).Ok();
}
