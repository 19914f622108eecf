using System.Text;
using CsCheck;

namespace Cortex.Core.Tests.Deliveries;

public sealed class WebhookEnvelopeTests
{
    [Fact]
    public void Envelope_OfASync_NamesTypeAndConnection()
    {
        var envelope = Webhooks.Read(Webhooks.SyncSucceeded);

        Assert.Equal("sync", envelope.Type);
        Assert.Equal("google-mail-ynxw", envelope.ProviderConfigKey);
        Assert.Equal(Webhooks.ConnectionId, envelope.ConnectionId);
        Assert.Equal(ConnectionKey.For("google-mail-ynxw", Webhooks.ConnectionId), envelope.Key);
        Assert.Null(envelope.IgnoredReason);
    }

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("hello", "not JSON")]
    [InlineData("{\"type\":\"sync\"", "not JSON")]
    [InlineData("{} {}", "not JSON")]
    [InlineData("[]", "not a JSON object")]
    [InlineData("null", "not a JSON object")]
    [InlineData("\"sync\"", "not a JSON object")]
    [InlineData("{}", "no readable type")]
    [InlineData("{\"type\":7,\"connectionId\":\"c\",\"providerConfigKey\":\"p\"}", "no readable type")]
    [InlineData("{\"type\":\"\",\"connectionId\":\"c\",\"providerConfigKey\":\"p\"}", "no readable type")]
    [InlineData("{\"type\":\"sync\",\"providerConfigKey\":\"p\"}", "no connection")]
    [InlineData("{\"type\":\"sync\",\"connectionId\":{},\"providerConfigKey\":\"p\"}", "no connection")]
    [InlineData("{\"type\":\"sync\",\"connectionId\":\"a\\u0000b\",\"providerConfigKey\":\"p\"}", "no connection")]
    [InlineData("{\"type\":\"sync\",\"connectionId\":\"c\"}", "no provider config key")]
    [InlineData(Webhooks.BareProviderPayload, "a Gmail push that Nango could not match")]
    [InlineData(Webhooks.BareCalendarPayload, "a Google Calendar push that Nango could not match")]
    [InlineData(Webhooks.BareSalesforcePayload, "a callout from Salesforce that Nango could not match")]
    [InlineData("{\"record\":{}}", "a provider's own webhook that Nango could not match")]
    public void Envelope_OfNoUseToAnyConnection_SaysWhy(string body, string why)
    {
        var envelope = Webhooks.Read(body);

        Assert.Contains(why, envelope.IgnoredReason, StringComparison.Ordinal);
        Assert.Null(envelope.DedupeKey);
    }

    [Fact]
    public void Envelope_WithoutAType_IsUnknownAndKeepsItsConnection()
    {
        var envelope = Webhooks.Read("""{"connectionId":"c","providerConfigKey":"p"}""");

        Assert.Equal("unknown", envelope.Type);
        Assert.IsType<WebhookDetail.Unknown>(envelope.Detail);
        Assert.NotNull(envelope.Key);
    }

    [Fact]
    public void Envelope_OfATypeOfTheFuture_IsLeftToItsConnection()
    {
        var envelope = Webhooks.Read("""{"type":"quota","connectionId":"c","providerConfigKey":"p"}""");

        Assert.Equal("quota", envelope.Type);
        Assert.Null(envelope.IgnoredReason);
        Assert.Equal(new WebhookDetail.Unknown("quota"), envelope.Detail);
    }

    [Fact]
    public void Envelope_NamesAtAndBeyondTheirLimits_AreKeptOrNull()
    {
        Assert.Equal(255, Webhooks.Read($$"""{"type":"sync","connectionId":"{{new string('c', 255)}}"}""").ConnectionId?.Length);
        Assert.Null(Webhooks.Read($$"""{"type":"sync","connectionId":"{{new string('c', 256)}}"}""").ConnectionId);
        Assert.Equal(64, Webhooks.Read($$"""{"type":"{{new string('t', 64)}}"}""").Type.Length);
        Assert.Equal("unknown", Webhooks.Read($$"""{"type":"{{new string('t', 65)}}"}""").Type);
    }

    [Fact]
    public void Envelope_WithARepeatedField_TakesTheLast() =>
        Assert.Equal("auth", Webhooks.Read("""{"type":"sync","type":"auth"}""").Type);

    [Theory]
    [InlineData("{\"\\ud800\":1,\"type\":\"sync\"}")]
    [InlineData("{\"type\":\"sync\",\"t\\udfffpes\":1}")]
    [InlineData("{\"model\":\"\\ud83d\",\"type\":\"sync\"}")]
    [InlineData("{\"type\":\"sync\",\"responseResults\":{\"added\":1e999,\"updated\":-1,\"deleted\":99999999999999999999}}")]
    public void Envelope_WithOddCharactersOrNumbers_IsRead(string body) => Assert.Equal("sync", Webhooks.Read(body).Type);

    [Fact]
    public void Envelope_WithBrokenUtf8_IsRead()
    {
        byte[] body = [.. "{\"model\":\""u8, 0xFF, 0xC0, .. "\",\"type\":\"sync\"}"u8];

        Assert.Equal("sync", WebhookEnvelope.Read(body).Type);
    }

    [Fact]
    public void Envelope_NestedDeeply_IsReadUpToItsLimit()
    {
        static string Nested(int depth) => $$"""{"payload":{{new string('[', depth)}}{{new string(']', depth)}},"type":"forward"}""";

        Assert.Equal("forward", Webhooks.Read(Nested(900)).Type);
        Assert.Contains("not JSON", Webhooks.Read(Nested(100_000)).IgnoredReason, StringComparison.Ordinal);
    }

    [Fact]
    public void Envelope_OfAnyBytes_IsReadWithoutAnException() =>
        Gen.Byte.Array[0, 60].Sample(bytes => WebhookEnvelope.Read(bytes).Type.Length is > 0 and <= WebhookEnvelope.TypeLengthMax, iter: 5_000);

    [Fact]
    public void Envelope_OfAnyDamagedWebhook_IsReadWithoutAnException()
    {
        byte[][] bodies = [.. new[] { Webhooks.Creation, Webhooks.SyncSucceeded, Webhooks.SyncFailed, Webhooks.GmailForward, Webhooks.CalendarForward, Webhooks.AsyncAction }.Select(Encoding.UTF8.GetBytes)];
        Gen.Select(Gen.Int[0, bodies.Length - 1], Gen.Int[0, 10_000], Gen.OneOf("\\ud800", "null", "{}", "[", "\"", "1e9999", "\\u0000", "")).Sample(
            (which, where, what) =>
            {
                var body = bodies[which];
                var at = where % body.Length;
                var envelope = WebhookEnvelope.Read((byte[])[.. body[..at], .. Encoding.UTF8.GetBytes(what), .. body[at..]]);
                return envelope.Detail is not null && envelope.DedupeKey is not { Length: > 200 };
            },
            iter: 5_000);
    }
}
