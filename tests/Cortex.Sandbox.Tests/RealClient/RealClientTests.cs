using System.Text.Json.Nodes;
using Cortex.Sandbox.Tests.Support;
using Client = Cortex.Sandbox.Tests.Support.NangoClient;

namespace Cortex.Sandbox.Tests.RealClient;

/// <summary>Nango's own client must find a Nango here.</summary>
public sealed class RealClientTests : IAsyncLifetime
{
    private const string Gmail = SandboxHost.GmailKey;

    private WebhookReceiver receiver = null!;
    private SandboxHost sandbox = null!;
    private Client nango = null!;

    public async ValueTask InitializeAsync()
    {
        receiver = await WebhookReceiver.StartAsync();
        sandbox = await SandboxHost.StartAsync(receiver.Url);
        nango = await Client.StartAsync(sandbox);
        await sandbox.ConnectAsync("c1");
    }

    public async ValueTask DisposeAsync()
    {
        await nango.DisposeAsync();
        await sandbox.DisposeAsync();
        await receiver.DisposeAsync();
    }

    [Fact]
    public async Task Signatures_OfEveryWebhookSent_AreValidToTheClientAndNoOtherBodyIs()
    {
        await sandbox.AddAsync("c1", "GmailEmail", new { id = "a", subject = "Grüße 🙂 \u2028", sender = "bob@example.com" });
        await sandbox.PostAsync("/sandbox/connections/c1/break", new { });
        Assert.Equal(3, receiver.Received.Count);

        foreach (var webhook in receiver.Received)
        {
            Assert.True(await VerifyAsync(webhook.Body, webhook));
            Assert.False(await VerifyAsync(webhook.Body + " ", webhook));
        }

        await sandbox.PostAsync("/sandbox/webhooks", new { body = new { type = "auth" }, signature = "wrong" });
        await sandbox.PostAsync("/sandbox/webhooks", new { body = new { type = "auth" }, signature = "none" });
        Assert.False(await VerifyAsync(receiver.Received[3].Body, receiver.Received[3]));
        Assert.False(await VerifyAsync(receiver.Received[4].Body, receiver.Received[4]));
    }

    [Fact]
    public async Task Signature_OfAForward_IsValidToTheClient()
    {
        await sandbox.ConnectAsync("crm", key: "salesforce-2");

        await sandbox.PostAsync($"/webhook/{Cortex.Sandbox.Webhooks.EnvironmentSettings.Uuid}/salesforce-2", new { nango = new { connectionId = "crm" } });
        await receiver.ReceivedAsync(3);

        Assert.True(await VerifyAsync(receiver.Received[2].Body, receiver.Received[2]));
    }

    [Fact]
    public async Task Records_OverPages_ComeAllAndInOrder()
    {
        await sandbox.AddAsync("c1", "Contact", [.. Enumerable.Range(0, 5).Select(index => new { id = $"r{index}", index })]);

        List<string> ids = [];
        JsonNode? cursor = null;
        do
        {
            var query = Of("c1", new JsonObject { ["model"] = "Contact", ["limit"] = 2 });
            if (cursor is not null)
            {
                query["cursor"] = cursor.DeepClone();
            }

            var page = (await nango.CallAsync("listRecords", query))!;
            ids.AddRange(page["records"]!.AsArray().Select(record => record!["id"]!.GetValue<string>()));
            cursor = page["next_cursor"];
        }
        while (cursor is not null);

        Assert.Equal(["r0", "r1", "r2", "r3", "r4"], ids);
    }

    [Fact]
    public async Task Records_FilteredByIdsAndTime_AreThose()
    {
        var run = await sandbox.AddAsync("c1", "Contact", new { id = "a" }, new { id = "b" });
        var query = Of("c1", new JsonObject
        {
            ["model"] = "Contact",
            ["ids"] = new JsonArray("b"),
            ["modifiedAfter"] = run["modifiedAfter"].DeepClone(),
            ["filter"] = "added",
        });

        var page = (await nango.CallAsync("listRecords", query))!;

        var record = Assert.Single(page["records"]!.AsArray())!;
        Assert.Equal("ADDED", record["_nango_metadata"]!["last_action"]!.GetValue<string>());
    }

    [Fact]
    public async Task Records_Pruned_ShowIdsAlone()
    {
        await sandbox.AddAsync("c1", "Contact", new { id = "a", name = "Ada" });
        var page = (await nango.CallAsync("listRecords", Of("c1", new JsonObject { ["model"] = "Contact" })))!;
        var until = page["records"]![0]!["_nango_metadata"]!["cursor"]!.DeepClone();

        var pruned = await nango.CallAsync("pruneRecords", Of("c1", new JsonObject { ["model"] = "Contact", ["untilCursor"] = until }));

        Assert.Equal("""{"count":1,"has_more":false}""", pruned!.ToJsonString());
    }

    [Fact]
    public async Task Connections_ListedReadPatchedAndDeleted_AreWhatTheClientSays()
    {
        await sandbox.ConnectAsync("c2", uid: "u2", key: "google-calendar");

        var listed = (await nango.CallAsync("listConnections", new JsonObject { ["tags"] = new JsonObject { ["end_user_id"] = "u2" } }))!;
        Assert.Equal("c2", Assert.Single(listed["connections"]!.AsArray())!["connection_id"]!.GetValue<string>());

        var named = new JsonObject { ["connectionId"] = "c1", ["provider_config_key"] = Gmail };
        await nango.CallAsync("patchConnection", named, new JsonObject { ["tags"] = new JsonObject { ["team"] = "A" } });
        await nango.CallAsync("setMetadata", Gmail, "c1", new JsonObject { ["a"] = 1, ["b"] = 2 });
        await nango.CallAsync("updateMetadata", Gmail, "c1", new JsonObject { ["b"] = 3 });
        var read = (await nango.CallAsync("getConnection", Gmail, "c1"))!;
        Assert.Equal("""{"team":"A"}""", read["tags"]!.ToJsonString());
        Assert.Equal("""{"a":1,"b":3}""", read["metadata"]!.ToJsonString());

        Assert.Equal("""{"status":200,"data":{"success":true}}""", (await nango.CallAsync("deleteConnection", Gmail, "c1"))!.ToJsonString());
        await FailsAsync(404, "not_found", "getConnection", Gmail, "c1");
        await FailsAsync(400, "unknown_connection", "deleteConnection", Gmail, "c1");
    }

    [Fact]
    public async Task Sessions_CreatedAndReconnected_GiveTokensThatLeadToConnections()
    {
        var session = await nango.CallAsync("createConnectSession", new JsonObject
        {
            ["tags"] = new JsonObject { ["end_user_id"] = "u3" },
            ["allowed_integrations"] = new JsonArray("salesforce-2"),
        });
        var made = await sandbox.PostAsync("/sandbox/sessions", new { token = Token(session) });
        Assert.Equal(201, (await sandbox.ConnectAsync("c1")).Status);

        var again = await nango.CallAsync("createReconnectSession", new JsonObject { ["connection_id"] = "c1", ["integration_id"] = Gmail });
        var renewed = await sandbox.PostAsync("/sandbox/sessions", new { token = Token(again) });

        Assert.Equal("creation", made["operation"].GetValue<string>());
        Assert.Equal(("override", "c1"), (renewed["operation"].GetValue<string>(), renewed["connectionId"].GetValue<string>()));
        Assert.Equal("{}", (await nango.CallAsync("getConnection", Gmail, "c1"))!["tags"]!.ToJsonString());
        await FailsAsync(400, "invalid_body", "createConnectSession", new JsonObject());
    }

    [Fact]
    public async Task Syncs_TriggeredPausedAndStarted_SaySo()
    {
        await sandbox.AddAsync("c1", "Message", new { id = "a" });

        await nango.CallAsync("triggerSync", Gmail, new JsonArray("messages"), "c1", new JsonObject { ["reset"] = false });
        await receiver.ReceivedAsync(3);
        await nango.CallAsync("pauseSync", Gmail, new JsonArray("messages"), "c1");
        Assert.Equal("PAUSED", await StatusAsync());
        await nango.CallAsync("startSync", Gmail, new JsonArray(new JsonObject { ["name"] = "messages", ["variant"] = "base" }), "c1");

        Assert.Equal("SUCCESS", await StatusAsync());
        Assert.True(await VerifyAsync(receiver.Received[2].Body, receiver.Received[2]));
    }

    [Fact]
    public async Task Actions_WaitedForAndNot_GiveTheirOutput()
    {
        var input = new JsonObject { ["from"] = "ada@example.com", ["to"] = "bob@example.com", ["subject"] = "Hello", ["body"] = "Hi" };

        var output = await nango.CallAsync("triggerAction", Gmail, "c1", "send-email", input.DeepClone());
        var accepted = await nango.CallAsync("triggerActionAsync", Gmail, "c1", "send-email", input);
        await receiver.ReceivedAsync(2);
        var later = await nango.CallAsync("getAsyncActionResult", new JsonObject { ["statusUrl"] = accepted!["statusUrl"]!.DeepClone() });

        Assert.NotNull(output!["id"]);
        Assert.NotEqual(output["id"]!.GetValue<string>(), later!["id"]!.GetValue<string>());
        await FailsAsync(404, "not_found", "triggerAction", Gmail, "c1", "send-fax", new JsonObject());
    }

    [Fact]
    public async Task Proxy_GetAndPost_ReachTheProviderAndItsErrorsComeVerbatim()
    {
        var profile = await nango.CallAsync("get", Of("c1", new JsonObject { ["endpoint"] = "/gmail/v1/users/me/profile" }));
        var label = await nango.CallAsync("post", Of("c1", new JsonObject
        {
            ["endpoint"] = "/gmail/v1/users/me/labels",
            ["data"] = new JsonObject { ["name"] = "Later" },
            ["headers"] = new JsonObject { ["X-Trace"] = "7" },
        }));
        Assert.Equal("ada@example.com", profile!["data"]!["emailAddress"]!.GetValue<string>());
        Assert.Equal((200, "Later"), (label!["status"]!.GetValue<int>(), label["data"]!["name"]!.GetValue<string>()));

        var missing = await nango.TryAsync("get", Of("c1", new JsonObject { ["endpoint"] = "/gmail/v1/users/me/messages/none" }));
        Assert.Equal(404, missing["status"]!.GetValue<int>());
        Assert.Equal(404, missing["body"]!["error"]!["code"]!.GetValue<int>());
        await FailsAsync(400, "server_error", "get", Of("c9", new JsonObject { ["endpoint"] = "/x" }));
    }

    [Fact]
    public async Task Proxy_OfABrokenConnection_FailsInNangosWords()
    {
        await sandbox.PostAsync("/sandbox/connections/c1/break", new { });

        await FailsAsync(400, "server_error", "get", Of("c1", new JsonObject { ["endpoint"] = "/gmail/v1/users/me/profile" }));
        await FailsAsync(424, "connection_refresh_backoff", "get", Of("c1", new JsonObject { ["endpoint"] = "/gmail/v1/users/me/profile" }));
    }

    [Fact]
    public async Task FrontEnd_AllowedInThePopUp_LearnsItsConnectionAndTheApplicationToo()
    {
        var token = Token(await nango.CallAsync("createConnectSession", new JsonObject { ["tags"] = new JsonObject { ["end_user_id"] = "u4" } }));

        var answer = await Client.AuthAsync(sandbox, token, "google-calendar", allow: true);

        var connectionId = answer["value"]!["connectionId"]!.GetValue<string>();
        Assert.Equal("google-calendar", answer["value"]!["providerConfigKey"]!.GetValue<string>());
        await receiver.ReceivedAsync(2);
        var webhook = JsonNode.Parse(receiver.Received[1].Body)!;
        Assert.Equal(connectionId, webhook["connectionId"]!.GetValue<string>());
        Assert.Equal("u4", webhook["tags"]!["end_user_id"]!.GetValue<string>());
    }

    [Fact]
    public async Task FrontEnd_DeniedInThePopUp_IsRejected()
    {
        var token = Token(await nango.CallAsync("createReconnectSession", new JsonObject { ["connection_id"] = "c1", ["integration_id"] = Gmail }));

        var answer = await Client.AuthAsync(sandbox, token, Gmail, allow: false);

        Assert.Equal("callback_err", answer["errorType"]!.GetValue<string>());
        await receiver.ReceivedAsync(2);
        Assert.Contains("\"operation\":\"override\"", receiver.Received[1].Body, StringComparison.Ordinal);
        Assert.Equal("uid_8fK2", (await nango.CallAsync("getConnection", Gmail, "c1"))!["tags"]!["end_user_id"]!.GetValue<string>());
    }

    [Fact]
    public async Task FrontEnd_ForAnIntegrationThatTheSessionDoesNotAllow_IsRejected()
    {
        var session = new JsonObject { ["tags"] = new JsonObject { ["a"] = "b" }, ["allowed_integrations"] = new JsonArray(Gmail) };
        var token = Token(await nango.CallAsync("createConnectSession", session));

        var answer = await Client.AuthAsync(sandbox, token, "salesforce-2", allow: true);

        Assert.Equal("integration_not_allowed", answer["errorType"]!.GetValue<string>());
    }

    private static JsonObject Of(string connectionId, JsonObject members)
    {
        members["connectionId"] = connectionId;
        members["providerConfigKey"] = Gmail;
        return members;
    }

    private async Task<bool> VerifyAsync(string body, ReceivedWebhook webhook)
    {
        var headers = new JsonObject(webhook.Headers.Select(header => KeyValuePair.Create<string, JsonNode?>(header.Key, header.Value)));
        return (await nango.CallAsync("verifyIncomingWebhookRequest", body, headers))!.GetValue<bool>();
    }

    private async Task FailsAsync(int status, string code, string call, params JsonNode?[] args)
    {
        var answer = await nango.TryAsync(call, args);
        Assert.False(answer["ok"]!.GetValue<bool>(), $"{call} succeeded");
        Assert.Equal((status, code), (answer["status"]!.GetValue<int>(), answer["body"]!["error"]!["code"]!.GetValue<string>()));
    }

    private async Task<string> StatusAsync()
        => (await nango.CallAsync("syncStatus", Gmail, new JsonArray("messages"), "c1"))!["syncs"]![0]!["status"]!.GetValue<string>();

    private static string Token(JsonNode? session) => session!["data"]!["token"]!.GetValue<string>();
}
