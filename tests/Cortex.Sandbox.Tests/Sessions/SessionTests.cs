using System.Text.Json.Nodes;
using Cortex.Sandbox.Sessions;
using Cortex.Sandbox.Tests.Support;

namespace Cortex.Sandbox.Tests.Sessions;

public sealed class SessionTests : IAsyncLifetime
{
    private readonly RecordingTime time = new();
    private WebhookReceiver receiver = null!;
    private SandboxHost sandbox = null!;

    public async ValueTask InitializeAsync()
    {
        receiver = await WebhookReceiver.StartAsync();
        sandbox = await SandboxHost.StartAsync(receiver.Url, time: time);
    }

    public async ValueTask DisposeAsync()
    {
        await sandbox.DisposeAsync();
        await receiver.DisposeAsync();
    }

    [Fact]
    public async Task Session_GoneThrough_MakesAConnectionWithItsTagsAndTells()
    {
        var token = await TokenAsync(new JsonObject { ["tags"] = new JsonObject { ["End_User_Id"] = "Uid_1" }, ["allowed_integrations"] = new JsonArray(SandboxHost.GmailKey) });

        var answer = await CompleteAsync(token);

        var connectionId = answer["connectionId"].GetValue<string>();
        var body = JsonNode.Parse(Assert.Single(receiver.Received).Body)!;
        Assert.Equal(("creation", connectionId), (body["operation"]!.GetValue<string>(), body["connectionId"]!.GetValue<string>()));
        Assert.Equal("""{"end_user_id":"Uid_1"}""", body["tags"]!.ToJsonString());
        Assert.Equal(200, (await ReadAsync(connectionId)).Status);
    }

    [Fact]
    public async Task Reconnect_WithTags_KeepsTheIdAndOverrides()
    {
        await sandbox.ConnectAsync("c1");
        await sandbox.PostAsync("/sandbox/connections/c1/break", new { });
        var token = await ReconnectTokenAsync("c1", new JsonObject { ["end_user_id"] = "uid_8fK2" });

        await CompleteAsync(token);

        var body = JsonNode.Parse(receiver.Received[^1].Body)!;
        Assert.Equal(("override", "c1"), (body["operation"]!.GetValue<string>(), body["connectionId"]!.GetValue<string>()));
        Assert.True(body["success"]!.GetValue<bool>());
        var connection = await ReadAsync("c1");
        Assert.Equal("""{"end_user_id":"uid_8fK2"}""", connection["tags"].ToJsonString());
        Assert.Equal("[]", connection["errors"].ToJsonString());
    }

    [Fact]
    public async Task Reconnect_WithoutTags_TakesTheConnectionsTagsAway()
    {
        await sandbox.ConnectAsync("c1");

        await CompleteAsync(await ReconnectTokenAsync("c1", null));

        Assert.Equal("{}", JsonNode.Parse(receiver.Received[^1].Body)!["tags"]!.ToJsonString());
        Assert.Equal("{}", (await ReadAsync("c1"))["tags"].ToJsonString());
        Assert.Equal("ada@example.com", (await sandbox.GmailAsync("c1", HttpMethod.Get, "profile"))["emailAddress"].GetValue<string>());
    }

    [Fact]
    public async Task Session_Denied_TellsOfAConnectionThatDoesNotExist()
    {
        var token = await TokenAsync(new JsonObject { ["tags"] = new JsonObject { ["a"] = "b" } });

        var answer = await CompleteAsync(token, new { token, providerConfigKey = "salesforce-2", allow = false });

        var body = JsonNode.Parse(Assert.Single(receiver.Received).Body)!;
        Assert.False(body["success"]!.GetValue<bool>());
        Assert.Equal("creation", body["operation"]!.GetValue<string>());
        Assert.Null(body["tags"]);
        Assert.Equal(404, (await ReadAsync(answer["connectionId"].GetValue<string>(), "salesforce-2")).Status);
    }

    [Fact]
    public async Task Reconnect_Denied_TellsOfAFailedOverrideAndChangesNothing()
    {
        await sandbox.ConnectAsync("c1");
        var token = await ReconnectTokenAsync("c1", null);

        await CompleteAsync(token, new { token, allow = false });

        var body = JsonNode.Parse(receiver.Received[^1].Body)!;
        Assert.Equal(("override", false), (body["operation"]!.GetValue<string>(), body["success"]!.GetValue<bool>()));
        Assert.Equal("uid_8fK2", (await ReadAsync("c1"))["tags"]["end_user_id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Session_WithItsOwnAddress_GivesItToTheConnection()
    {
        await using var own = await WebhookReceiver.StartAsync();
        var token = await TokenAsync(new JsonObject { ["tags"] = new JsonObject { ["a"] = "b" }, ["webhook_url_override"] = own.Url.ToString() });

        await CompleteAsync(token, new { token, providerConfigKey = SandboxHost.GmailKey });

        Assert.Single(own.Received);
        Assert.Empty(receiver.Received);
    }

    [Fact]
    public async Task Session_ReadWithItsToken_ShowsWhatTheDialogNeeds()
    {
        var token = await TokenAsync(new JsonObject
        {
            ["end_user"] = new JsonObject { ["id"] = "uid_1", ["email"] = "ada@example.com" },
            ["allowed_integrations"] = new JsonArray(SandboxHost.GmailKey),
        });

        var data = (await SessionAsync(HttpMethod.Get, "/connect/session", token))["data"];

        Assert.Equal("uid_1", data["endUser"]!["id"]!.GetValue<string>());
        Assert.Equal($"""["{SandboxHost.GmailKey}"]""", data["allowed_integrations"]!.ToJsonString());
        Assert.Null(data["isReconnecting"]);
        Assert.NotNull(data["connectUISettings"]);
        var choices = (await SessionAsync(HttpMethod.Get, "/integrations", token))["data"].AsArray();
        Assert.Equal("Gmail", Assert.Single(choices)!["display_name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Session_DeletedOrExpired_IsUnknown()
    {
        var deleted = await TokenAsync(new JsonObject { ["tags"] = new JsonObject { ["a"] = "b" } });
        var expired = await TokenAsync(new JsonObject { ["tags"] = new JsonObject { ["a"] = "b" } });

        Assert.Equal(204, (await SessionAsync(HttpMethod.Delete, "/connect/session", deleted)).Status);
        Assert.Equal("unknown_connect_session_token", Code(await SessionAsync(HttpMethod.Get, "/connect/session", deleted)));
        Assert.Equal(200, (await SessionAsync(HttpMethod.Get, "/connect/session", expired)).Status);
        time.Advance(ConnectSession.Life);
        Assert.Equal("unknown_connect_session_token", Code(await SessionAsync(HttpMethod.Get, "/connect/session", expired)));
    }

    [Fact]
    public async Task Session_ReadWithAnotherToken_Is401()
    {
        var answer = await SessionAsync(HttpMethod.Get, "/connect/session", SandboxHost.ApiKey);

        Assert.Equal((401, "invalid_connect_session_token_format"), (answer.Status, Code(answer)));
    }

    [Fact]
    public async Task Session_CompletedForWhatItDoesNotAllow_IsRefused()
    {
        var token = await TokenAsync(new JsonObject { ["tags"] = new JsonObject { ["a"] = "b" }, ["allowed_integrations"] = new JsonArray(SandboxHost.GmailKey) });

        Assert.Equal(400, (await CompleteAsync(token, new { token, providerConfigKey = "salesforce-2" })).Status);
        Assert.Equal(404, (await CompleteAsync("nango_connect_session_x")).Status);
    }

    private async Task<string> TokenAsync(JsonObject body)
        => (await sandbox.NangoAsync(HttpMethod.Post, "/connect/sessions", body: body))["data"]["token"]!.GetValue<string>();

    private async Task<string> ReconnectTokenAsync(string connectionId, JsonObject? tags)
    {
        var body = new JsonObject { ["connection_id"] = connectionId, ["integration_id"] = SandboxHost.GmailKey };
        if (tags is not null)
        {
            body["tags"] = tags;
        }

        return (await sandbox.NangoAsync(HttpMethod.Post, "/connect/sessions/reconnect", body: body))["data"]["token"]!.GetValue<string>();
    }

    private Task<Answer> CompleteAsync(string token, object? choice = null) => sandbox.PostAsync("/sandbox/sessions", choice ?? new { token });

    private Task<Answer> ReadAsync(string connectionId, string key = SandboxHost.GmailKey)
        => sandbox.NangoAsync(HttpMethod.Get, $"/connections/{connectionId}?provider_config_key={key}");

    private async Task<Answer> SessionAsync(HttpMethod method, string path, string token)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        return await Answer.OfAsync(await sandbox.Http.SendAsync(request));
    }

    private static string Code(Answer answer) => answer["error"]["code"]!.GetValue<string>();
}
