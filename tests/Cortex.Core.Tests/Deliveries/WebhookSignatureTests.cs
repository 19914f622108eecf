using System.Text;

namespace Cortex.Core.Tests.Deliveries;

public sealed class WebhookSignatureTests
{
    private const string Key = "5f1c0d2e-6a1b-4f3c-9d8e-7b6a5c4d3e2f";

    private const string Body = """{"connectionId":"6c0f2b3e-77b8-4a7c-8f0a-2f4f7f9f3d55","from":"nango","payload":{"id":"35f461d4-e681-4957-ab14-c0ae1609431d","statusUrl":"/action/35f461d4-e681-4957-ab14-c0ae1609431d"},"providerConfigKey":"salesforce-2","type":"async_action"}""";

    private const string Signature = "604822acc479ab9db5585f69034d047b4d24e7c8ed74eba428d7b0d172e4b962";

    /// <summary>The first is the vector of Nango's own unit test; the others were computed with Node.js as Nango does.</summary>
    [Theory]
    [InlineData("secret", "payload", "b82fcb791acec57859b989b430a826488ce2e479fdf92326bd0a2e8375a42ba4")]
    [InlineData(Key, """{"authMode":"OAUTH2","connectionId":"0b8c1f5e-3d0a-4c55-9c52-7a0f7c6e2b11","environment":"prod","from":"nango","operation":"creation","provider":"google-mail","providerConfigKey":"google-mail-ynxw","success":true,"tags":{"end_user_email":"ada@example.com","end_user_id":"uid_8fK2"},"type":"auth"}""", "830578b43786f4977901af19ef80b550e10d0b5f6cd33a2f83da521531bc7f8a")]
    [InlineData(Key, """{"checkpoints":{"from":{"backfill_history_id":"","history_id":"88031","page_token":"","phase":"history"},"to":{"backfill_history_id":"","history_id":"88107","page_token":"","phase":"history"}},"connectionId":"0b8c1f5e-3d0a-4c55-9c52-7a0f7c6e2b11","from":"nango","model":"Message","modifiedAfter":"2026-08-21T18:40:00.123Z","providerConfigKey":"google-mail-ynxw","queryTimeStamp":"2026-08-21T18:40:00.123Z","responseResults":{"added":1,"deleted":0,"updated":0},"success":true,"syncName":"messages","syncType":"INCREMENTAL","syncVariant":"base","type":"sync"}""", "13105c9730af243b24f55037b9bae6dc0562535a1e451d36b1ecfa5d1b9eccf0")]
    [InlineData(Key, """{"connectionId":"0b8c1f5e-3d0a-4c55-9c52-7a0f7c6e2b11","from":"google-mail","payload":{"message":{"data":"eyJlbWFpbEFkZHJlc3MiOiJhZGFAZXhhbXBsZS5jb20iLCJoaXN0b3J5SWQiOjg4MTA3fQ==","messageId":"15648488012403560","message_id":"15648488012403560","publishTime":"2026-08-21T18:40:03.110Z","publish_time":"2026-08-21T18:40:03.110Z"},"subscription":"projects/acme/subscriptions/gmail-push"},"providerConfigKey":"google-mail-ynxw","type":"forward"}""", "41278901e89542ff8979dd7c4b53f78bf6a8a3850179c456e0ce775442d08577")]
    [InlineData(Key, Body, Signature)]
    public void Signature_OfNango_IsValid(string key, string body, string signature) => Assert.True(IsValid(body, signature, key));

    [Fact]
    public void Signature_UnderEitherKeyOfARotation_IsValid()
    {
        Assert.True(IsValid(Body, Signature, Key, "new"));
        Assert.True(IsValid(Body, Signature, "old", Key));
        Assert.False(IsValid(Body, Signature, "old", "new"));
    }

    [Fact]
    public void Signature_OfAnotherBody_IsInvalid() => Assert.False(IsValid(Body + " ", Signature, Key));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0cd28f40a948d2e911be46bf2142910886a9eed5a66cc7aa71097f16d98955db")]
    [InlineData("604822ACC479AB9DB5585F69034D047B4D24E7C8ED74EBA428D7B0D172E4B962")]
    [InlineData("604822acc479ab9db5585f69034d047b4d24e7c8ed74eba428d7b0d172e4b96")]
    [InlineData("604822acc479ab9db5585f69034d047b4d24e7c8ed74eba428d7b0d172e4b962 ")]
    [InlineData("sha256=604822acc479ab9db5585f69034d047b4d24e7c8ed74eba428d7b0d1")]
    [InlineData("zz4822acc479ab9db5585f69034d047b4d24e7c8ed74eba428d7b0d172e4b962")]
    public void Signature_InAnyOtherForm_IsInvalid(string? header) => Assert.False(IsValid(Body, header, Key));

    [Fact]
    public void Signature_WithoutAKey_IsInvalid() => Assert.False(WebhookSignature.IsValid("x"u8, Signature, []));

    [Fact]
    public void Signature_UnderAnEmptyKey_IsInvalid()
    {
        var body = "payload"u8.ToArray();
        var signature = Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData(Array.Empty<byte>(), body));

        Assert.False(WebhookSignature.IsValid(body, signature, [string.Empty]));
    }

    private static bool IsValid(string body, string? header, params string[] keys) => WebhookSignature.IsValid(Encoding.UTF8.GetBytes(body), header, keys);
}
