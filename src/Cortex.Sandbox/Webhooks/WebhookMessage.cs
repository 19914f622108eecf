using System.Text;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Json;

namespace Cortex.Sandbox.Webhooks;

/// <summary>The bytes of one webhook and its signatures; a missing signature is not sent.</summary>
internal sealed record WebhookMessage(byte[] Body, string? Signature, string? LegacySignature)
{
    public static WebhookMessage Sign(JsonNode? body, string key) => Sign(Encoding.UTF8.GetBytes(StableJson.Write(body)), key);

    public static WebhookMessage Sign(byte[] body, string key)
        => new(body, WebhookSigner.Hmac(key, body), WebhookSigner.Legacy(key, body));
}
