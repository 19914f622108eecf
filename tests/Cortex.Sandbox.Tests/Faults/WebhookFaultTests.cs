using System.Text;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Tests.Support;
using Cortex.Sandbox.Webhooks;

namespace Cortex.Sandbox.Tests.Faults;

/// <summary>What can go wrong between Nango and the receiver of its webhooks.</summary>
public sealed class WebhookFaultTests : ReceivedTest
{
    [Fact]
    public async Task Duplicate_OfOneType_DeliversTheSameBytesAgain()
    {
        await Sandbox.FaultAsync(new { match = "sync Contact c1", duplicate = 3 });

        await Sandbox.AddAsync("c1", "Account", new { id = "a" });
        await Sandbox.AddAsync("c1", "Contact", new { id = "a" });

        await Receiver.ReceivedAsync(5);
        Assert.Single(Receiver.Received.Skip(2).Select(webhook => webhook.Headers["x-nango-hmac-sha256"]).Distinct());
    }

    [Fact]
    public async Task Hold_UntilOthersAreSent_LetsThemOvertake()
    {
        await Sandbox.FaultAsync(new { match = "sync Contact", hold = 2 });

        await Sandbox.AddAsync("c1", "Contact", new { id = "a" });
        await Sandbox.AddAsync("c1", "Account", new { id = "a" });
        Assert.Equal(2, Receiver.Received.Count);
        await Sandbox.AddAsync("c1", "Opportunity", new { id = "a" });

        await Receiver.ReceivedAsync(4);
        Assert.Equal(["Account", "Opportunity", "Contact"], Receiver.Received.Skip(1).Select(webhook => Member(webhook, "model")));
    }

    [Fact]
    public async Task Hold_Cleared_SendsWhatWaited()
    {
        await Sandbox.FaultAsync(new { match = "sync", hold = 9 });
        await Sandbox.AddAsync("c1", "Contact", new { id = "a" });

        await Sandbox.Http.DeleteAsync("/sandbox/faults");

        await Receiver.ReceivedAsync(2);
    }

    [Fact]
    public async Task Delay_LongerThanNangosLimit_AnswersTheSenderAndDeliversLater()
    {
        await Sandbox.FaultAsync(new { match = "webhook", delayMs = 25_000 });

        var answer = await Sandbox.AddAsync("c1", "Contact", new { id = "a" });
        Assert.Equal("delayed by a fault for 25000 ms", answer["webhook"]["error"]!.GetValue<string>());
        Assert.Single(Receiver.Received);
        await Time.BegunAsync(TimeSpan.FromSeconds(25));
        Time.Advance(TimeSpan.FromSeconds(25));

        await Receiver.ReceivedAsync(2);
    }

    [Theory]
    [InlineData("""{"model":""}""", "model", "")]
    [InlineData("""{"type":"invoice"}""", "type", "invoice")]
    [InlineData("""{"syncVariant":{"a":1}}""", "syncVariant", """{"a":1}""")]
    public async Task Set_Members_ReplacesThemUnderAValidSignature(string members, string name, string value)
    {
        await Sandbox.FaultAsync(new { match = "sync", set = JsonNode.Parse(members) });

        await Sandbox.AddAsync("c1", "Contact", new { id = "a" });

        var webhook = Receiver.Received[^1];
        Assert.Equal(value, JsonNode.Parse(webhook.Body)![name]! is JsonObject json ? json.ToJsonString() : Member(webhook, name));
        Assert.Equal(WebhookSigner.Hmac(SandboxHost.SigningKey, Encoding.UTF8.GetBytes(webhook.Body)), webhook.Headers["x-nango-hmac-sha256"]);
    }

    [Fact]
    public async Task Set_Null_TakesAMemberAway()
    {
        await Sandbox.FaultAsync(new { match = "auth override", set = new { tags = (object?)null, operation = "moved" } });

        await Sandbox.ConnectAsync("c1");

        var body = JsonNode.Parse(Receiver.Received[^1].Body)!.AsObject();
        Assert.False(body.ContainsKey("tags"));
        Assert.Equal("moved", body["operation"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{"match":"x","duplicate":0}""")]
    [InlineData("""{"match":"x","hold":1,"status":500}""")]
    [InlineData("""{"match":"x","stale":true,"drop":true}""")]
    [InlineData("""{"match":"x","nango":true}""")]
    [InlineData("""{"match":"x","lagMs":-1}""")]
    [InlineData("""{"match": "webhook", "drop": true, "connectionId": "c1"}""")]
    [InlineData("""{"match": "webhook", "duplicate": 2, "connectionId": "c1"}""")]
    public async Task Fault_ThatContradictsItself_IsRefused(string fault)
        => Assert.Equal(400, (await Sandbox.FaultAsync(JsonNode.Parse(fault)!)).Status);

    [Fact]
    public async Task SigningKey_Rotated_SignsWithTheOldOneForAWhile()
    {
        await Sandbox.PostAsync("/sandbox/signing-key", new { key = "next-key", lingerMs = 60_000 });

        await Sandbox.AddAsync("c1", "Contact", new { id = "a" });
        Time.Advance(TimeSpan.FromMinutes(1));
        await Sandbox.AddAsync("c1", "Contact", new { id = "b" });

        Assert.Equal(SandboxHost.SigningKey, Signer(Receiver.Received[1]));
        Assert.Equal("next-key", Signer(Receiver.Received[2]));
    }

    [Fact]
    public async Task SigningKey_RotatedByNangosApi_IsNewAndLingersFiveMinutes()
    {
        var answer = await Sandbox.NangoAsync(HttpMethod.Post, "/environment/webhook-signing-key/rotate");
        var key = answer["data"]["webhook_signing_key"]!.GetValue<string>();

        await Sandbox.AddAsync("c1", "Contact", new { id = "a" });
        Time.Advance(SigningKeys.LingerMax);
        await Sandbox.AddAsync("c1", "Contact", new { id = "b" });

        Assert.Equal(SandboxHost.SigningKey, Signer(Receiver.Received[1]));
        Assert.Equal(key, Signer(Receiver.Received[2], key));
    }

    private static string? Signer(ReceivedWebhook webhook, params string[] others) => others.Concat([SandboxHost.SigningKey, "next-key"])
        .FirstOrDefault(key => WebhookSigner.Hmac(key, Encoding.UTF8.GetBytes(webhook.Body)) == webhook.Headers["x-nango-hmac-sha256"]);

    private static string Member(ReceivedWebhook webhook, string name) => JsonNode.Parse(webhook.Body)![name]!.ToString();
}
