using System.Text;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Tests.Support;

namespace Cortex.Sandbox.Tests.Nango;

public sealed class ActionTests : IAsyncLifetime
{
    private static readonly string Raw = Convert.ToBase64String(Encoding.UTF8.GetBytes("To: bob@example.com\r\nMessage-ID: <a1@example.com>\r\n\r\nHello"))
        .TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private WebhookReceiver receiver = null!;
    private SandboxHost sandbox = null!;

    public async ValueTask InitializeAsync()
    {
        receiver = await WebhookReceiver.StartAsync();
        sandbox = await SandboxHost.StartAsync(receiver.Url);
        await sandbox.ConnectAsync("c1");
    }

    public async ValueTask DisposeAsync()
    {
        await sandbox.DisposeAsync();
        await receiver.DisposeAsync();
    }

    [Fact]
    public async Task Action_WaitedFor_AnswersItsOutputAndReachesTheProvider()
    {
        var answer = await TriggerAsync("send-message", new JsonObject { ["raw"] = Raw });

        Assert.Equal(200, answer.Status);
        var sent = await sandbox.GmailAsync("c1", HttpMethod.Get, "messages?q=rfc822msgid:a1@example.com");
        Assert.Equal(answer["id"].GetValue<string>(), sent["messages"][0]!["id"]!.GetValue<string>());
        var call = (await sandbox.GetAsync("/sandbox/calls"))["calls"][0]!;
        Assert.Equal("/gmail/v1/users/me/messages/send", call["path"]!.GetValue<string>());
    }

    [Fact]
    public async Task Action_NotWaitedFor_Is202AndToldByAWebhookThatSaysWhereItsOutputIs()
    {
        var accepted = await TriggerAsync("send-message", new JsonObject { ["raw"] = Raw }, ("X-Async", "true"));
        await receiver.ReceivedAsync(2);
        var status = accepted["statusUrl"].GetValue<string>();
        var output = await sandbox.NangoAsync(HttpMethod.Get, status);

        Assert.Equal(202, accepted.Status);
        Assert.Equal(status, accepted.Headers.Location!.ToString());
        Assert.Equal(
            $$"""{"connectionId":"c1","from":"nango","payload":{"id":"{{accepted["id"].GetValue<string>()}}","statusUrl":"{{status}}"},"providerConfigKey":"google-mail-ynxw","type":"async_action"}""",
            receiver.Received[1].Body);
        Assert.Equal(200, output.Status);
        Assert.NotNull(output["id"]);
    }

    [Fact]
    public async Task Action_NotWaitedForThatFails_IsToldTheSameAndAnswersTheError()
    {
        await sandbox.FaultAsync(new { match = "messages/send", status = 403, times = 3 });

        var accepted = await TriggerAsync("send-message", new JsonObject { ["raw"] = Raw }, ("X-Async", "true"), ("X-Max-Retries", "2"));
        await receiver.ReceivedAsync(2);
        var output = await sandbox.NangoAsync(HttpMethod.Get, accepted["statusUrl"].GetValue<string>());

        Assert.Equal((424, "script_http_error"), (output.Status, Code(output)));
        Assert.Equal(3, (await sandbox.GetAsync("/sandbox/calls"))["calls"].AsArray().Count);
    }

    [Fact]
    public async Task Action_WhoseProviderRefuses_Is424WithTheProvidersAnswer()
    {
        await sandbox.FaultAsync(new { match = "messages/send", status = 403 });

        var answer = await TriggerAsync("send-message", new JsonObject { ["raw"] = Raw });

        Assert.Equal((424, "script_http_error"), (answer.Status, Code(answer)));
        Assert.Equal(403, answer["error"]["upstream"]!["status"]!.GetValue<int>());
        Assert.Equal(403, answer["error"]["upstream"]!["body"]!["error"]!["code"]!.GetValue<int>());
    }

    [Fact]
    public async Task Action_WhoseConnectionToTheProviderIsCut_IsAScriptFailure()
    {
        await sandbox.FaultAsync(new { match = "messages/send" });

        var answer = await TriggerAsync("send-message", new JsonObject { ["raw"] = Raw });

        Assert.Equal((500, "action_script_failure"), (answer.Status, Code(answer)));
    }

    [Fact]
    public async Task Action_OfABrokenConnection_Is424AndCallsNobody()
    {
        await sandbox.PostAsync("/sandbox/connections/c1/break", new { });

        var answer = await TriggerAsync("send-message", new JsonObject { ["raw"] = Raw });

        Assert.Equal((424, "script_http_error"), (answer.Status, Code(answer)));
        Assert.Equal("server_error", answer["error"]["upstream"]!["body"]!["error"]!["code"]!.GetValue<string>());
        Assert.Empty((await sandbox.GetAsync("/sandbox/calls"))["calls"].AsArray());
    }

    [Theory]
    [InlineData("google-calendar", "create-event", """{"summary":"Standup","start":{"dateTime":"2026-09-01T09:00:00Z"},"end":{"dateTime":"2026-09-01T09:15:00Z"}}""", "POST /calendar/v3/calendars/primary/events")]
    [InlineData("google-calendar", "delete-event", """{"eventId":"e 1"}""", "DELETE /calendar/v3/calendars/primary/events/e%201")]
    [InlineData("salesforce-2", "create-record", """{"sObject":"Lead","record":{"LastName":"Byron"}}""", "POST /services/data/v59.0/sobjects/Lead")]
    [InlineData("salesforce-2", "update-record", """{"sObject":"Lead","id":"00Q1","record":{"LastName":"King"}}""", "PATCH /services/data/v59.0/sobjects/Lead/00Q1")]
    [InlineData("salesforce-2", "query-records", """{"query":"SELECT Id FROM Lead"}""", "GET /services/data/v59.0/query")]
    public async Task Action_OfEachProvider_MakesItsCall(string key, string name, string input, string call)
    {
        await sandbox.ConnectAsync("other", key: key);

        await sandbox.NangoAsync(
            HttpMethod.Post, "/action/trigger", "other", new JsonObject { ["action_name"] = name, ["input"] = JsonNode.Parse(input) }, key);

        var made = Assert.Single((await sandbox.GetAsync("/sandbox/calls"))["calls"].AsArray())!;
        Assert.Equal(call, $"{made["method"]} {made["path"]}");
    }

    [Theory]
    [InlineData("send-message", "c1", """{"text":"no raw"}""", 400, "invalid_action_input")]
    [InlineData("send-message", "c1", "null", 400, "invalid_action_input")]
    [InlineData("send-fax", "c1", "{}", 404, "not_found")]
    [InlineData("create-event", "c1", "{}", 404, "not_found")]
    [InlineData("send message", "c1", "{}", 400, "invalid_body")]
    [InlineData("send-message", "c9", "{}", 400, "unknown_connection")]
    public async Task Action_AskedWrongly_HasNangosCode(string name, string connectionId, string input, int status, string code)
    {
        var answer = await sandbox.NangoAsync(
            HttpMethod.Post, "/action/trigger", connectionId, new JsonObject { ["action_name"] = name, ["input"] = JsonNode.Parse(input) });

        Assert.Equal((status, code), (answer.Status, Code(answer)));
    }

    [Theory]
    [InlineData("X-Async", "perhaps")]
    [InlineData("X-Max-Retries", "6")]
    public async Task Headers_OutOfRange_AreRefused(string name, string value)
        => Assert.Equal("invalid_headers", Code(await TriggerAsync("send-message", [], (name, value))));

    [Theory]
    [InlineData("x", 400, "invalid_uri_params")]
    [InlineData("35f461d4-e681-4957-ab14-c0ae1609431d", 404, "not_found")]
    public async Task Result_OfNoAction_HasNangosCode(string id, int status, string code)
    {
        var answer = await sandbox.NangoAsync(HttpMethod.Get, $"/action/{id}");

        Assert.Equal((status, code), (answer.Status, Code(answer)));
    }

    private Task<Answer> TriggerAsync(string name, JsonObject input, params (string, string)[] headers)
        => sandbox.NangoAsync(HttpMethod.Post, "/action/trigger", "c1", new JsonObject { ["action_name"] = name, ["input"] = input }, headers: headers);

    private static string Code(Answer answer) => answer["error"]["code"]!.GetValue<string>();
}
