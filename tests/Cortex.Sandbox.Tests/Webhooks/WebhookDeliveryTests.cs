using System.Text;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Tests.Support;
using Cortex.Sandbox.Webhooks;

namespace Cortex.Sandbox.Tests.Webhooks;

public sealed class WebhookDeliveryTests
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan SecondWait = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Connection_Made_SendsTheSignedAuthWebhook()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var sandbox = await SandboxHost.StartAsync(receiver.Url);

        var answer = await sandbox.ConnectAsync("c1");

        Assert.Equal(201, answer.Status);
        Assert.Equal(202, answer["webhook"]["status"]!.GetValue<int>());
        var webhook = Assert.Single(receiver.Received);
        Assert.Equal(
            """{"authMode":"OAUTH2","connectionId":"c1","environment":"dev","from":"nango","operation":"creation","provider":"google-mail","providerConfigKey":"google-mail-ynxw","success":true,"tags":{"end_user_email":"ada@example.com","end_user_id":"uid_8fK2"},"type":"auth"}""",
            webhook.Body);
        var bytes = Encoding.UTF8.GetBytes(webhook.Body);
        Assert.Equal(WebhookSigner.Hmac(SandboxHost.SigningKey, bytes), webhook.Headers["x-nango-hmac-sha256"]);
        Assert.Equal(WebhookSigner.Legacy(SandboxHost.SigningKey, bytes), webhook.Headers["x-nango-signature"]);
        Assert.Equal("application/json", webhook.Headers["content-type"]);
        Assert.StartsWith("nango/", webhook.Headers["user-agent"], StringComparison.Ordinal);
        Assert.False(webhook.Headers.ContainsKey("traceparent"));
    }

    [Fact]
    public async Task Connection_MadeAgain_IsAnOverride()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var sandbox = await SandboxHost.StartAsync(receiver.Url);
        await sandbox.ConnectAsync("c1");

        var again = await sandbox.ConnectAsync("c1");

        Assert.Equal(201, again.Status);
        Assert.Equal("override", JsonNode.Parse(receiver.Received[1].Body)!["operation"]!.GetValue<string>());
    }

    [Fact]
    public async Task Items_Added_SendOneSyncWebhookForTheRun()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var sandbox = await SandboxHost.StartAsync(receiver.Url);
        await sandbox.ConnectAsync("c1");

        var first = await sandbox.AddAsync("c1", "GmailEmail", new { id = "a" }, new { id = "b" });
        await sandbox.AddAsync("c1", "GmailEmail", new { id = "a", subject = "changed" });

        Assert.Equal(3, receiver.Received.Count);
        var initial = JsonNode.Parse(receiver.Received[1].Body)!;
        Assert.Equal("INITIAL", initial["syncType"]!.GetValue<string>());
        Assert.Equal("emails", initial["syncName"]!.GetValue<string>());
        Assert.Equal("""{"added":2,"deleted":0,"updated":0}""", initial["responseResults"]!.ToJsonString());
        Assert.Equal(first["modifiedAfter"].GetValue<string>(), initial["modifiedAfter"]!.GetValue<string>());
        var next = JsonNode.Parse(receiver.Received[2].Body)!;
        Assert.Equal("INCREMENTAL", next["syncType"]!.GetValue<string>());
        Assert.Equal("""{"added":0,"deleted":0,"updated":1}""", next["responseResults"]!.ToJsonString());
    }

    [Fact]
    public async Task Delivery_AnsweredWith503_IsTriedThreeTimesWithTheRightWaits()
    {
        var time = new RecordingTime();
        await using var receiver = await WebhookReceiver.StartAsync(503, 500, 502);
        await using var sandbox = await SandboxHost.StartAsync(receiver.Url, time: time);

        var answer = await sandbox.ConnectAsync("c1");
        await time.BegunAsync(FirstWait);
        Assert.Single(receiver.Received);
        time.Advance(FirstWait);
        await time.BegunAsync(SecondWait);
        time.Advance(SecondWait);
        await receiver.ReceivedAsync(3);
        await EndedAsync(sandbox);

        Assert.Equal(503, answer["webhook"]["status"]!.GetValue<int>());
        Assert.Equal([FirstWait, SecondWait], time.Waits.Where(wait => wait != Limit));
        Assert.Single(receiver.Received.Select(webhook => webhook.Headers["x-nango-hmac-sha256"]).Distinct());
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(408)]
    [InlineData(429)]
    public async Task Delivery_AnsweredWith4xx_IsFinal(int status)
    {
        var time = new RecordingTime();
        await using var receiver = await WebhookReceiver.StartAsync(status);
        await using var sandbox = await SandboxHost.StartAsync(receiver.Url, time: time);

        var answer = await sandbox.ConnectAsync("c1");
        await EndedAsync(sandbox);

        Assert.Equal(status, answer["webhook"]["status"]!.GetValue<int>());
        Assert.Equal([Limit], time.Waits);
    }

    [Fact]
    public async Task Delivery_NotAnsweredInTwentySeconds_IsTriedAgain()
    {
        var time = new RecordingTime();
        await using var receiver = await WebhookReceiver.StartAsync(WebhookReceiver.Hang);
        await using var sandbox = await SandboxHost.StartAsync(receiver.Url, time: time);

        var connecting = sandbox.ConnectAsync("c1");
        await receiver.ReceivedAsync(1);
        time.Advance(Limit);
        var answer = await connecting;
        await time.BegunAsync(FirstWait);
        time.Advance(FirstWait);
        await receiver.ReceivedAsync(2);

        Assert.Equal("timeout", answer["webhook"]["error"]!.GetValue<string>());
    }

    [Fact]
    public async Task Delivery_NobodyListens_IsTriedAgain()
    {
        var time = new RecordingTime();
        await using var sandbox = await SandboxHost.StartAsync(new Uri("http://127.0.0.1:1/"), time: time);

        var answer = await sandbox.ConnectAsync("c1");
        await time.BegunAsync(FirstWait);

        Assert.Null(answer["webhook"]["status"]);
        Assert.Equal("ConnectionError", answer["webhook"]["error"]!.GetValue<string>());
    }

    [Fact]
    public async Task Delivery_SixRefusalsInARow_DropsTheNextForAMinute()
    {
        var time = new RecordingTime();
        await using var receiver = await WebhookReceiver.StartAsync(400, 400, 400, 400, 400, 400);
        await using var sandbox = await SandboxHost.StartAsync(receiver.Url, time: time);
        for (var number = 0; number < 6; number++)
        {
            await sandbox.ConnectAsync("c1");
        }

        var dropped = await sandbox.ConnectAsync("c1");
        time.Advance(TimeSpan.FromSeconds(60));
        var trial = await sandbox.ConnectAsync("c1");

        Assert.Contains("circuit", dropped["webhook"]["error"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(202, trial["webhook"]["status"]!.GetValue<int>());
        Assert.Equal(7, receiver.Received.Count);
    }

    [Fact]
    public async Task Items_WithDuplicate_DeliverTheSameBytesSoManyTimes()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var sandbox = await SandboxHost.StartAsync(receiver.Url);
        await sandbox.ConnectAsync("c1");

        await sandbox.PostAsync(
            "/sandbox/items", new { connectionId = "c1", model = "Message", records = new[] { new { id = "a" } }, duplicate = 3 });

        Assert.Equal(4, receiver.Received.Count);
        Assert.Single(receiver.Received.Skip(1).Select(webhook => webhook.Body).Distinct());
    }

    [Fact]
    public async Task Items_WithoutWebhook_AreStoredSilently()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var sandbox = await SandboxHost.StartAsync(receiver.Url);
        await sandbox.ConnectAsync("c1");

        var answer = await sandbox.PostAsync(
            "/sandbox/items", new { connectionId = "c1", model = "Message", records = new[] { new { id = "a" } }, webhook = false });

        Assert.Null(answer.Json!["webhook"]);
        Assert.Single(receiver.Received);
        Assert.Single((await sandbox.RecordsAsync("c1", "model=Message"))["records"].AsArray());
    }

    [Theory]
    [InlineData("valid", true, true)]
    [InlineData("wrong", false, false)]
    [InlineData("none", null, null)]
    [InlineData("legacy-only", null, true)]
    public async Task Webhook_SentByHand_CarriesTheSignatureThatWasAskedFor(string signature, bool? hmacIsValid, bool? legacyIsValid)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var sandbox = await SandboxHost.StartAsync(receiver.Url);

        var answer = await sandbox.PostAsync("/sandbox/webhooks", new { body = new { type = "new", a = 1 }, signature });

        Assert.Equal("received", answer["responseBody"].GetValue<string>());
        var webhook = Assert.Single(receiver.Received);
        Assert.Equal("""{"a":1,"type":"new"}""", webhook.Body);
        var bytes = Encoding.UTF8.GetBytes(webhook.Body);
        Assert.Equal(hmacIsValid, IsValid(webhook, "x-nango-hmac-sha256", WebhookSigner.Hmac(SandboxHost.SigningKey, bytes)));
        Assert.Equal(legacyIsValid, IsValid(webhook, "x-nango-signature", WebhookSigner.Legacy(SandboxHost.SigningKey, bytes)));
    }

    [Fact]
    public async Task Webhook_SentByHandAsRawText_IsSentAsItIs()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var sandbox = await SandboxHost.StartAsync();
        await sandbox.Http.PutAsync("/sandbox/webhook-url", System.Net.Http.Json.JsonContent.Create(new { url = receiver.Url }));

        await sandbox.PostAsync("/sandbox/webhooks", new { raw = "not json" });

        Assert.Equal("not json", Assert.Single(receiver.Received).Body);
    }

    private static Task EndedAsync(SandboxHost sandbox)
        => Deadline.UntilAsync(() => sandbox.Service<WebhookSender>().InFlight == 0, "the delivery to be over");

    private static bool? IsValid(ReceivedWebhook webhook, string header, string expected)
        => webhook.Headers.TryGetValue(header, out var value) ? value == expected : null;
}
