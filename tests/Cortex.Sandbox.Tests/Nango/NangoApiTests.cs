using System.Text.Json.Nodes;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Tests.Support;

namespace Cortex.Sandbox.Tests.Nango;

public sealed class NangoApiTests
{
    [Theory]
    [InlineData(null, "missing_auth_header")]
    [InlineData("Basic abc", "malformed_auth_header")]
    [InlineData("Bearer secret", "invalid_secret_key_format")]
    [InlineData("Bearer 5f1c0d2e-6a1b-1f3c-9d8e-7b6a5c4d3e2f", "invalid_secret_key_format")]
    [InlineData("Bearer 6f1c0d2e-6a1b-4f3c-9d8e-7b6a5c4d3e2f", "unknown_account")]
    public async Task Key_NotTheRightOne_Is401WithNangosCode(string? authorization, string code)
    {
        await using var sandbox = await SandboxHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/connections");
        request.Headers.TryAddWithoutValidation("Authorization", authorization);

        var answer = await Answer.OfAsync(await sandbox.Http.SendAsync(request));

        Assert.Equal(401, answer.Status);
        Assert.Equal(code, Code(answer));
        Assert.True(answer.Headers.Contains("X-RateLimit-Reset"));
    }

    [Fact]
    public async Task RateLimit_UsedUp_Is429UntilTheWindowEnds()
    {
        var time = new RecordingTime();
        await using var sandbox = await SandboxHost.StartAsync(time: time, rateLimit: 2);

        var first = await sandbox.NangoAsync(HttpMethod.Get, "/connections");
        await sandbox.NangoAsync(HttpMethod.Get, "/connections");
        var third = await sandbox.NangoAsync(HttpMethod.Get, "/connections");
        time.Advance(TimeSpan.FromMinutes(1));
        var later = await sandbox.NangoAsync(HttpMethod.Get, "/connections");

        Assert.Equal("2", first.Headers.GetValues("X-RateLimit-Limit").Single());
        Assert.Equal("1", first.Headers.GetValues("X-RateLimit-Remaining").Single());
        Assert.Equal(429, third.Status);
        Assert.Equal("too_many_request", Code(third));
        Assert.NotNull(third.Headers.RetryAfter);
        Assert.Equal(200, later.Status);
    }

    [Fact]
    public async Task ContentType_NotJson_Is415()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/connect/sessions") { Content = new StringContent("tags") };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {SandboxHost.ApiKey}");

        var answer = await Answer.OfAsync(await sandbox.Http.SendAsync(request));

        Assert.Equal(415, answer.Status);
        Assert.Equal("invalid_content_type", Code(answer));
    }

    [Fact]
    public async Task Session_ForAUser_Is201WithATokenForHalfAnHour()
    {
        var time = new RecordingTime();
        await using var sandbox = await SandboxHost.StartAsync(time: time);

        var answer = await sandbox.NangoAsync(HttpMethod.Post, "/connect/sessions", body: new JsonObject
        {
            ["tags"] = new JsonObject { ["End_User_Id"] = "uid_8fK2", ["end_user_email"] = "ada@example.com" },
            ["allowed_integrations"] = new JsonArray(SandboxHost.GmailKey),
        });

        Assert.Equal(201, answer.Status);
        Assert.Matches("^nango_connect_session_[0-9a-f]{64}$", answer["data"]["token"]!.GetValue<string>());
        Assert.Equal("2026-08-21T19:10:00.000Z", answer["data"]["expires_at"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData("""{"tags":{"end_user_email":"nobody"}}""")]
    [InlineData("""{"tags":{"1st":"x"}}""")]
    [InlineData("""{"tags":{"a":""}}""")]
    [InlineData("""{"tags":{"a":"b"},"allowed_integrations":["other"]}""")]
    [InlineData("""{"tags":{"a":"b"},"unknown":1}""")]
    public async Task Session_NotAsNangoWantsIt_IsInvalidBody(string body)
    {
        await using var sandbox = await SandboxHost.StartAsync();

        var answer = await sandbox.NangoAsync(HttpMethod.Post, "/connect/sessions", body: JsonNode.Parse(body));

        Assert.Equal(400, answer.Status);
        Assert.Equal("invalid_body", Code(answer));
    }

    [Fact]
    public async Task Reconnect_KnownAndUnknownConnection_Is201And400()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        await sandbox.ConnectAsync("c1");

        var known = await ReconnectAsync(sandbox, "c1");
        var unknown = await ReconnectAsync(sandbox, "c2");

        Assert.Equal(201, known.Status);
        Assert.Equal("invalid_body", Code(unknown));
    }

    [Theory]
    [InlineData("", "c1 c2")]
    [InlineData("connectionId=c2", "c2")]
    [InlineData("integrationId=google-calendar", "c2")]
    [InlineData("tags%5Bend_user_id%5D=u1", "c1")]
    [InlineData("endUserId=u2", "c2")]
    [InlineData("search=bob", "c2")]
    [InlineData("limit=1&page=1", "c2")]
    public async Task Connections_Filtered_AreTheMatchingOnes(string query, string expected)
    {
        await using var sandbox = await SandboxHost.StartAsync();
        await sandbox.ConnectAsync("c1", "u1");
        await sandbox.ConnectAsync("c2", "u2", "google-calendar", "bob@example.com");

        var answer = await sandbox.NangoAsync(HttpMethod.Get, $"/connections?{query}");

        Assert.Equal(expected.Split(' '), answer["connections"].AsArray().Select(item => item!["connection_id"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Connection_Read_ShowsItsOwnerAndNoCredentials()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        await sandbox.ConnectAsync("c1");

        var connection = await sandbox.NangoAsync(HttpMethod.Get, $"/connections/c1?provider_config_key={SandboxHost.GmailKey}");

        Assert.Equal("uid_8fK2", connection["tags"]["end_user_id"]!.GetValue<string>());
        Assert.Equal("google-mail", connection["provider"].GetValue<string>());
        Assert.Equal("{}", connection["credentials"].ToJsonString());
    }

    [Theory]
    [InlineData("/connections/c9?provider_config_key=google-mail-ynxw", 404, "not_found")]
    [InlineData("/connections/c1?provider_config_key=other", 400, "unknown_provider_config")]
    [InlineData("/connections/c1", 400, "invalid_query_params")]
    [InlineData("/connections?colour=red", 400, "invalid_query_params")]
    public async Task Connection_ReadWrongly_HasNangosCode(string path, int status, string code)
    {
        await using var sandbox = await SandboxHost.StartAsync();
        await sandbox.ConnectAsync("c1");

        var answer = await sandbox.NangoAsync(HttpMethod.Get, path);

        Assert.Equal(status, answer.Status);
        Assert.Equal(code, Code(answer));
    }

    [Fact]
    public async Task Connection_DeletedTwice_Is200Then400()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        await sandbox.ConnectAsync("c1");
        var path = $"/connections/c1?provider_config_key={SandboxHost.GmailKey}";

        var first = await sandbox.NangoAsync(HttpMethod.Delete, path);
        var second = await sandbox.NangoAsync(HttpMethod.Delete, path);

        Assert.Equal("""{"success":true}""", first.Text);
        Assert.Equal(400, second.Status);
        Assert.Equal("unknown_connection", Code(second));
        Assert.Equal("unknown_connection", Code(await sandbox.RecordsAsync("c1", "model=Contact")));
    }

    [Fact]
    public async Task Connection_TagsPatched_AreReplacedWhole()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        await sandbox.ConnectAsync("c1");
        var path = $"/connections/c1?provider_config_key={SandboxHost.GmailKey}";

        await sandbox.NangoAsync(HttpMethod.Patch, path, body: new JsonObject { ["tags"] = new JsonObject { ["Team"] = "A" } });

        Assert.Equal("""{"team":"A"}""", (await sandbox.NangoAsync(HttpMethod.Get, path))["tags"].ToJsonString());
    }

    [Fact]
    public async Task Sync_StatusAndTrigger_TellWhatIsHeld()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var sandbox = await SandboxHost.StartAsync(receiver.Url);
        await sandbox.ConnectAsync("c1");
        await sandbox.AddAsync("c1", "Message", new { id = "a" }, new { id = "b" });

        var status = await sandbox.NangoAsync(HttpMethod.Get, $"/sync/status?provider_config_key={SandboxHost.GmailKey}&syncs=messages");
        var triggered = await sandbox.NangoAsync(HttpMethod.Post, "/sync/trigger", body: new JsonObject
        {
            ["provider_config_key"] = SandboxHost.GmailKey,
            ["connection_id"] = "c1",
            ["syncs"] = new JsonArray("messages"),
        });
        await receiver.ReceivedAsync(3);

        var sync = Assert.Single(status["syncs"].AsArray())!;
        Assert.Equal("messages", sync["name"]!.GetValue<string>());
        Assert.Equal(2, sync["recordCount"]!["Message"]!.GetValue<int>());
        Assert.Equal("""{"success":true}""", triggered.Text);
        Assert.Contains("\"added\":0,\"deleted\":0,\"updated\":0", receiver.Received[2].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sync_PausedAndStarted_SaysSoAndStaysSoAfterARestart()
    {
        using var folder = new TempFolder();
        await using (var first = await SandboxHost.StartAsync(folder: folder))
        {
            await first.ConnectAsync("c1");
            await first.AddAsync("c1", "Message", new { id = "a" });
            await first.AddAsync("c1", "Label", new { id = "a" });
            await CommandAsync(first, "/sync/pause", new JsonArray());
            await CommandAsync(first, "/sync/start", new JsonArray(new JsonObject { ["name"] = "labels", ["variant"] = "base" }));
        }

        await using var second = await SandboxHost.StartAsync(folder: folder);
        var syncs = (await second.NangoAsync(HttpMethod.Get, $"/sync/status?provider_config_key={SandboxHost.GmailKey}&syncs=*"))["syncs"].AsArray();

        Assert.Equal(["labels SUCCESS", "messages PAUSED"], syncs.Select(sync => $"{sync!["name"]} {sync["status"]}"));
    }

    [Theory]
    [InlineData("""{"opts":{"reset":true}}""", 0, "a b")]
    [InlineData("""{"opts":{"reset":true,"emptyCache":true}}""", 2, "")]
    [InlineData("""{"sync_mode":"full_refresh"}""", 0, "a b")]
    [InlineData("""{"sync_mode":"full_refresh_and_clear_cache"}""", 2, "")]
    public async Task Sync_TriggeredFromTheBeginning_IsInitialAndMovesRecordsOnlyIfTheyAreThrownAway(string options, int added, string unmoved)
    {
        using var folder = new TempFolder();
        await using var receiver = await WebhookReceiver.StartAsync();
        string before, after;
        await using (var first = await SandboxHost.StartAsync(receiver.Url, folder))
        {
            await first.ConnectAsync("c1");
            await first.AddAsync("c1", "Message", new { id = "a" }, new { id = "b" }, new { id = "c" });
            await first.AddAsync("c1", "Message", new { id = "c", _deleted = true });
            before = await CursorsAsync(first);
            var body = JsonNode.Parse(options)!.AsObject();
            body["provider_config_key"] = SandboxHost.GmailKey;
            body["syncs"] = new JsonArray("messages");
            Assert.Equal(200, (await first.NangoAsync(HttpMethod.Post, "/sync/trigger", body: body)).Status);
            await receiver.ReceivedAsync(4);
            after = await CursorsAsync(first);
        }

        var webhook = JsonNode.Parse(receiver.Received[3].Body)!;
        Assert.Equal("INITIAL", webhook["syncType"]!.GetValue<string>());
        Assert.Equal(added, webhook["responseResults"]!["added"]!.GetValue<int>());
        Assert.Equal(unmoved, string.Join(' ', before.Split(' ').Intersect(after.Split(' ')).Select(cursor => cursor[..1]).Where(id => id != "c")));
        await using var second = await SandboxHost.StartAsync(folder: folder, journalBytes: 1);
        Assert.Equal(after, await CursorsAsync(second));
    }

    [Theory]
    [InlineData("/sync/trigger", """{"provider_config_key":"google-mail-ynxw","syncs":[],"sync_mode":"backwards"}""", 400, "invalid_body")]
    [InlineData("/sync/trigger", """{"syncs":[]}""", 400, "missing_provider_config_key")]
    [InlineData("/sync/pause", """{"provider_config_key":"other","syncs":[]}""", 400, "unknown_provider_config")]
    [InlineData("/sync/start", """{"provider_config_key":"google-mail-ynxw","connection_id":"c9","syncs":[]}""", 404, "unknown_connection")]
    [InlineData("/sync/start", """{"provider_config_key":"google-mail-ynxw","syncs":[],"opts":{}}""", 400, "invalid_body")]
    [InlineData("/sync/trigger", """{"provider_config_key":"google-mail-ynxw","syncs":[],"opts":{},"sync_mode":"incremental"}""", 400, "invalid_body")]
    [InlineData("/sync/trigger", """{"provider_config_key":"google-mail-ynxw"}""", 400, "invalid_body")]
    public async Task Sync_CommandedWrongly_HasNangosCode(string path, string body, int status, string code)
    {
        await using var sandbox = await SandboxHost.StartAsync();

        var answer = await sandbox.NangoAsync(HttpMethod.Post, path, body: JsonNode.Parse(body));

        Assert.Equal((status, code), (answer.Status, Code(answer)));
    }

    [Fact]
    public async Task Metadata_PostedThenPatched_IsReplacedThenMerged()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        await sandbox.ConnectAsync("c1");
        await sandbox.ConnectAsync("c2", uid: "u2");

        var posted = await MetadataAsync(sandbox, HttpMethod.Post, new JsonArray("c1", "c2"), """{"a":1,"b":2}""");
        var patched = await MetadataAsync(sandbox, HttpMethod.Patch, "c1", """{"b":3}""");
        var unknown = await MetadataAsync(sandbox, HttpMethod.Patch, new JsonArray("c1", "c9"), """{"b":4}""");

        Assert.Equal((201, 200, 404), (posted.Status, patched.Status, unknown.Status));
        Assert.Equal("unknown_connection", Code(unknown));
        var listed = (await sandbox.NangoAsync(HttpMethod.Get, "/connections"))["connections"].AsArray();
        Assert.Equal(["""{"a":1,"b":3}""", """{"a":1,"b":2}"""], listed.Select(connection => connection!["metadata"]!.ToJsonString()));
    }

    [Theory]
    [InlineData("force_refresh=true", 403)]
    [InlineData("force_refresh=false&refresh_token=false&refresh_github_app_jwt_token=false", 200)]
    public async Task Connection_ReadWithCredentialOptions_NeedsAScopeThatTheKeyLacks(string options, int status)
    {
        await using var sandbox = await SandboxHost.StartAsync();
        await sandbox.ConnectAsync("c1");

        Assert.Equal(status, (await sandbox.NangoAsync(HttpMethod.Get, $"/connections/c1?provider_config_key={SandboxHost.GmailKey}&{options}")).Status);
    }

    [Fact]
    public async Task Connection_Patched_TakesAndGivesBackItsOwnAddress()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        await sandbox.ConnectAsync("c1");
        var path = $"/connections/c1?provider_config_key={SandboxHost.GmailKey}";

        await sandbox.NangoAsync(HttpMethod.Patch, path, body: new JsonObject { ["webhook_url_override"] = "http://127.0.0.1:9/x" });
        var set = await sandbox.NangoAsync(HttpMethod.Get, path);
        await sandbox.NangoAsync(HttpMethod.Patch, path, body: new JsonObject { ["webhook_url_override"] = "" });
        var cleared = await sandbox.NangoAsync(HttpMethod.Get, path);

        Assert.Equal("http://127.0.0.1:9/x", set["webhook_url_override"].GetValue<string>());
        Assert.Null(cleared.Json!["webhook_url_override"]);
        Assert.Equal(EmailAddressHash.Of("ada@example.com"), cleared["connection_config"]["emailAddressHash"]!.GetValue<string>());
        var invalid = await sandbox.NangoAsync(HttpMethod.Patch, path, body: new JsonObject { ["webhook_url_override"] = "ftp://x" });
        Assert.Equal("invalid_body", Code(invalid));
        var unknown = await sandbox.NangoAsync(HttpMethod.Patch, $"/connections/c9?provider_config_key={SandboxHost.GmailKey}", body: new JsonObject());
        Assert.Equal((404, "not_found"), (unknown.Status, Code(unknown)));
    }

    [Fact]
    public async Task Integrations_AskedForWithTheKey_AreAll()
    {
        await using var sandbox = await SandboxHost.StartAsync();

        var answer = await sandbox.NangoAsync(HttpMethod.Get, "/integrations");

        Assert.Equal(
            ["google-mail-ynxw google-mail", "google-calendar google-calendar", "salesforce-2 salesforce"],
            answer["data"].AsArray().Select(integration => $"{integration!["unique_key"]} {integration["provider"]}"));
        Assert.Equal(401, (await sandbox.GetAsync("/integrations")).Status);
    }

    [Fact]
    public void EmailAddressHash_OfAnAddress_IsNangosWhateverItsCaseAndSpaces()
        => Assert.Equal("6a279649018dc145751b35895e595fcad1f3c6ded372af5a3b230280bbe3a1a1", EmailAddressHash.Of(" Grace@Example.org "));

    [Fact]
    public async Task Route_Unknown_IsNangosNotFound()
    {
        await using var sandbox = await SandboxHost.StartAsync();

        Assert.Equal("not_found", Code(await sandbox.NangoAsync(HttpMethod.Get, "/nothing")));
        Assert.Equal("""{"result":"ok"}""", (await sandbox.GetAsync("/health")).Text);
    }

    private static string Code(Answer answer) => answer["error"]["code"]!.GetValue<string>();

    private static Task<Answer> ReconnectAsync(SandboxHost sandbox, string connectionId)
        => sandbox.NangoAsync(HttpMethod.Post, "/connect/sessions/reconnect", body: new JsonObject
        {
            ["connection_id"] = connectionId,
            ["integration_id"] = SandboxHost.GmailKey,
        });

    private static async Task<string> CursorsAsync(SandboxHost sandbox) => string.Join(' ', (await sandbox.RecordsAsync("c1", "model=Message"))["records"]
        .AsArray().Select(record => $"{record!["id"]}:{record["_nango_metadata"]!["cursor"]}"));

    private static Task<Answer> CommandAsync(SandboxHost sandbox, string path, JsonArray syncs)
        => sandbox.NangoAsync(HttpMethod.Post, path, body: new JsonObject { ["provider_config_key"] = SandboxHost.GmailKey, ["syncs"] = syncs });

    private static Task<Answer> MetadataAsync(SandboxHost sandbox, HttpMethod method, JsonNode connectionId, string metadata)
        => sandbox.NangoAsync(method, "/connections/metadata", body: new JsonObject
        {
            ["connection_id"] = connectionId,
            ["provider_config_key"] = SandboxHost.GmailKey,
            ["metadata"] = JsonNode.Parse(metadata),
        });
}
