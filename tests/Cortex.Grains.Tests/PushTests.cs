using System.Text;
using System.Text.Json.Nodes;
using Cortex.Testing;

namespace Cortex.Grains.Tests;

/// <summary>A provider says that something has changed, and not what: Cortex has Nango sync the account.</summary>
public sealed class PushTests(GrainCluster cluster) : GrainTest(cluster)
{
    [Fact]
    public async Task PushSoonAfterAnother_IsFollowedByASyncOfItsOwn()
    {
        await ConnectAsync();
        await DealtWithAsync(await SyncAsync("Message", new JsonObject { ["id"] = "m-1", ["threadId"] = "m-1", ["labelIds"] = new JsonArray("INBOX"), ["payload"] = new JsonObject { ["headers"] = new JsonArray() } }));

        await LabelAsync("STARRED");
        var first = await DealtWithAsync(await PushAsync(1));
        await Eventually.TrueAsync(() => IsSyncedAsync("STARRED"));

        await LabelAsync("IMPORTANT");
        var second = await DealtWithAsync(await PushAsync(2));
        Assert.False(await IsSyncedAsync("IMPORTANT"));
        await Eventually.TrueAsync(() => IsSyncedAsync("IMPORTANT"));

        Assert.Contains("Cortex asked Nango to sync it", first.Reason, StringComparison.Ordinal);
        Assert.Contains("is followed by another", second.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SyncThatIsDue_IsAskedFor_ThoughWhoeverKnewOfItIsGone()
    {
        await ConnectAsync();
        await DealtWithAsync(await SyncAsync("Message", new JsonObject { ["id"] = "m-1", ["threadId"] = "m-1", ["labelIds"] = new JsonArray("INBOX"), ["payload"] = new JsonObject { ["headers"] = new JsonArray() } }));
        await LabelAsync("STARRED");

        await using var command = Cluster.Db.CreateCommand($"UPDATE connections SET sync_asked_at = now(), sync_at = now() + interval '1 second' WHERE id = '{Key.Value}'");
        await command.ExecuteNonQueryAsync(None);

        await Eventually.TrueAsync(() => IsSyncedAsync("STARRED"));
        await Eventually.TrueAsync(async () => await Cluster.ScalarAsync<bool>($"SELECT sync_at IS NULL FROM connections WHERE id = '{Key.Value}'"));
    }

    private Task<DeliveryId> PushAsync(int historyId)
    {
        var data = Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""{"emailAddress":"ada@example.com","historyId":{{historyId}}}"""));
        return Cluster.StoreAsync(
            $$$"""{"from":"google-mail","type":"forward","connectionId":"{{{Mailbox}}}","providerConfigKey":"{{{SandboxClient.Gmail}}}","payload":{"message":{"data":"{{{data}}}","messageId":"{{{Mailbox}}}-{{{historyId}}}"},"subscription":"s"}}""");
    }

    private async Task<bool> IsSyncedAsync(string label) => (await NangoAsync(HttpMethod.Get, "/records?model=Message"))["records"]!.AsArray()
        .Any(record => record!["labelIds"]?.AsArray().Any(known => (string)known! == label) == true);

    private Task<JsonNode> LabelAsync(string label) => NangoAsync(HttpMethod.Post, "/proxy/gmail/v1/users/me/messages/m-1/modify", new { addLabelIds = new[] { label } });

    private async Task<JsonNode> NangoAsync(HttpMethod method, string path, object? body = null) => (await Cluster.SandboxHttp.SendAsync(
        method, path, body, ("Authorization", $"Bearer {Cluster.NangoKey}"), ("Connection-Id", Mailbox), ("Provider-Config-Key", SandboxClient.Gmail))).Ok();
}
