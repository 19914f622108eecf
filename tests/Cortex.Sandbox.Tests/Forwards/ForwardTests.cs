using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Tests.Support;
using Cortex.Sandbox.Webhooks;

namespace Cortex.Sandbox.Tests.Forwards;

/// <summary>What providers post to Nango, and what the receiver of its webhooks gets of it.</summary>
public sealed class ForwardTests : IAsyncLifetime
{
    private const string CalendarUri = "https://www.googleapis.com/calendar/v3/calendars/ada%40example.com/events?alt=json";

    private WebhookReceiver receiver = null!;
    private SandboxHost sandbox = null!;

    public async ValueTask InitializeAsync()
    {
        receiver = await WebhookReceiver.StartAsync();
        sandbox = await SandboxHost.StartAsync(receiver.Url);
    }

    public async ValueTask DisposeAsync()
    {
        await sandbox.DisposeAsync();
        await receiver.DisposeAsync();
    }

    [Fact]
    public async Task Gmail_OfAKnownMailbox_IsWrappedForEachOfItsConnections()
    {
        await sandbox.ConnectAsync("c1");
        await sandbox.ConnectAsync("c2", uid: "u2");
        await sandbox.ConnectAsync("c3", uid: "u3", email: "bob@example.com");

        var answer = await PushAsync(SandboxHost.GmailKey, Mail("ada@example.com"));
        await receiver.ReceivedAsync(5);

        Assert.Equal((200, """{"status":"success"}"""), (answer.Status, answer.Text));
        Assert.Equal(5, receiver.Received.Count);
        var forward = receiver.Received[3];
        var body = JsonNode.Parse(forward.Body)!;
        Assert.Equal("google-mail", body["from"]!.GetValue<string>());
        Assert.Equal("forward", body["type"]!.GetValue<string>());
        Assert.Equal(SandboxHost.GmailKey, body["providerConfigKey"]!.GetValue<string>());
        Assert.True(JsonNode.DeepEquals(Mail("ada@example.com"), body["payload"]));
        Assert.Equal(["c1", "c2"], receiver.Received.Skip(3).Select(webhook => JsonNode.Parse(webhook.Body)!["connectionId"]!.GetValue<string>()));
        Assert.Equal(WebhookSigner.Hmac(SandboxHost.SigningKey, Encoding.UTF8.GetBytes(forward.Body)), forward.Headers["x-nango-hmac-sha256"]);
    }

    [Theory]
    [InlineData("emailAddress")]
    [InlineData("email")]
    public async Task Gmail_OfAMailboxThatOnlyTheMetadataNames_IsWrapped(string member)
    {
        await sandbox.ConnectAsync("c1");
        await SetMetadataAsync("c1", SandboxHost.GmailKey, new JsonObject { [member] = "team@example.com" });

        await PushAsync(SandboxHost.GmailKey, Mail("team@example.com"));
        await receiver.ReceivedAsync(2);

        Assert.Equal("c1", JsonNode.Parse(receiver.Received[1].Body)!["connectionId"]!.GetValue<string>());
    }

    [Fact]
    public async Task Gmail_OfAnUnknownMailbox_IsTheBarePayload()
    {
        await PushAsync(SandboxHost.GmailKey, Mail("nobody@example.com"));
        await receiver.ReceivedAsync(1);

        var body = JsonNode.Parse(receiver.Received[0].Body)!.AsObject();
        Assert.Equal(["message", "subscription"], body.Select(member => member.Key));
    }

    [Theory]
    [InlineData("""{"message":{"data":"not base64"}}""", 500)]
    [InlineData("""{"note":"no message"}""", 500)]
    public async Task Gmail_ThatIsNoPush_IsRefusedAndNotPassedOn(string body, int status)
    {
        Assert.Equal(status, (await PushAsync(SandboxHost.GmailKey, JsonNode.Parse(body))).Status);
        await PushAsync(SandboxHost.GmailKey, Mail("nobody@example.com"));
        await receiver.ReceivedAsync(1);

        Assert.Contains("subscription", Assert.Single(receiver.Received).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Basic abc", 401)]
    [InlineData("Bearer a.b.c", 200)]
    public async Task Gmail_WithAuthorization_MustCarryATokensForm(string authorization, int status)
        => Assert.Equal(status, (await PushAsync(SandboxHost.GmailKey, Mail("x@example.com"), ("Authorization", authorization))).Status);

    [Fact]
    public async Task Calendar_OfThePrimaryCalendar_CarriesItsHeadersAsPayloadAndAsHeaders()
    {
        await sandbox.ConnectAsync("cal", key: "google-calendar");

        await PushAsync(
            "google-calendar", null, ("X-Goog-Resource-Uri", CalendarUri), ("X-Goog-Resource-State", "exists"), ("X-Goog-Message-Number", "10"),
            ("Cookie", "a=b"), ("Sec-Fetch-Mode", "cors"));
        await receiver.ReceivedAsync(2);

        var forward = receiver.Received[1];
        var body = JsonNode.Parse(forward.Body)!;
        Assert.Equal("cal", body["connectionId"]!.GetValue<string>());
        Assert.Equal("exists", body["payload"]!["x-goog-resource-state"]!.GetValue<string>());
        Assert.Equal("10", forward.Headers["x-goog-message-number"]);
        Assert.False(forward.Headers.ContainsKey("cookie"));
        Assert.False(forward.Headers.ContainsKey("sec-fetch-mode"));
        Assert.Equal("application/json", forward.Headers["content-type"]);
    }

    [Fact]
    public async Task Calendar_ThatTheMetadataLists_GoesToItsWatcherAlone()
    {
        const string Shared = "https://www.googleapis.com/calendar/v3/calendars/team%40group.calendar.google.com/events?alt=json";
        await sandbox.ConnectAsync("cal", key: "google-calendar");
        await SetMetadataAsync("cal", "google-calendar", new JsonObject { ["googleCalendarWatchResourceUris"] = new JsonArray(Shared) });

        await PushAsync("google-calendar", null, ("X-Goog-Resource-Uri", Shared));
        await receiver.ReceivedAsync(2);

        Assert.Equal("cal", JsonNode.Parse(receiver.Received[1].Body)!["connectionId"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("crm", true)]
    [InlineData("elsewhere", false)]
    public async Task Salesforce_NamesItsConnectionItself(string named, bool wrapped)
    {
        await sandbox.ConnectAsync("crm", key: "salesforce-2");

        await PushAsync("salesforce-2", new JsonObject { ["nango"] = new JsonObject { ["connectionId"] = named }, ["record"] = new JsonObject() });
        await receiver.ReceivedAsync(2);

        Assert.Equal(wrapped, JsonNode.Parse(receiver.Received[1].Body)!["type"] is not null);
    }

    [Fact]
    public async Task Forward_Unwrapped_IsTheBarePayload()
    {
        await sandbox.ConnectAsync("crm", key: "salesforce-2");
        await sandbox.FaultAsync(new { match = "forward crm", unwrap = true });

        await PushAsync("salesforce-2", new JsonObject { ["nango"] = new JsonObject { ["connectionId"] = "crm" } });
        await receiver.ReceivedAsync(2);

        Assert.Equal("""{"nango":{"connectionId":"crm"}}""", receiver.Received[1].Body);
    }

    [Fact]
    public async Task Forward_ToAConnectionWithItsOwnAddress_GoesThere()
    {
        await using var own = await WebhookReceiver.StartAsync();
        await sandbox.ConnectAsync("crm", key: "salesforce-2");
        await sandbox.NangoAsync(
            HttpMethod.Patch, "/connections/crm?provider_config_key=salesforce-2", body: new JsonObject { ["webhook_url_override"] = own.Url.ToString() });

        await PushAsync("salesforce-2", new JsonObject { ["nango"] = new JsonObject { ["connectionId"] = "crm" } });
        await own.ReceivedAsync(1);
        await sandbox.AddAsync("crm", "Contact", new { id = "a" });

        Assert.Equal(2, own.Received.Count);
        Assert.Single(receiver.Received);
    }

    [Theory]
    [InlineData("/webhook/x/salesforce-2", 400, "invalid_uri_params")]
    [InlineData("/webhook/0b8c1f5e-3d0a-4c55-9c52-7a0f7c6e2b11/salesforce-2", 404, "unknown_environment")]
    [InlineData("/webhook/" + EnvironmentUuid + "/other", 404, "unknown_provider_config")]
    public async Task Address_ThatIsWrong_HasNangosCode(string path, int status, string code)
    {
        var answer = await sandbox.PostAsync(path, new { });

        Assert.Equal((status, code), (answer.Status, answer["error"]["code"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Overview_Shows_WhereProvidersPost()
        => Assert.Contains(EnvironmentUuid, (await sandbox.GetAsync("/sandbox"))["urls"]["providerWebhooks"]!.GetValue<string>(), StringComparison.Ordinal);

    private const string EnvironmentUuid = "3b6f2f0e-5d1c-4e0a-9a53-2f7c1d8e4b60";

    private static JsonObject Mail(string address) => new JsonObject
    {
        ["message"] = new JsonObject
        {
            ["data"] = Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""{"emailAddress":"{{address}}","historyId":88107}""")),
            ["messageId"] = "15648488012403560",
        },
        ["subscription"] = "projects/acme/subscriptions/gmail-push",
    };

    private async Task<Answer> PushAsync(string key, JsonNode? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/webhook/{EnvironmentUuid}/{key}");
        request.Content = body is null ? null : JsonContent.Create(body);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Answer.OfAsync(await sandbox.Http.SendAsync(request));
    }

    private Task<Answer> SetMetadataAsync(string connectionId, string key, JsonObject metadata)
        => sandbox.NangoAsync(HttpMethod.Post, "/connections/metadata", body: new JsonObject
        {
            ["connection_id"] = connectionId,
            ["provider_config_key"] = key,
            ["metadata"] = metadata,
        });
}
