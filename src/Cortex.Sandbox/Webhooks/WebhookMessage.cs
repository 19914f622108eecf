using System.Text;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Json;

namespace Cortex.Sandbox.Webhooks;

/// <summary>The bytes of one webhook and its signatures; a missing signature is not sent.</summary>
internal sealed record WebhookMessage(byte[] Body, string? Signature, string? LegacySignature)
{
    /// <summary>What faults match it by, next to the address: its type, what it is about, and its connection.</summary>
    public string Label { get; init; } = "";

    /// <summary>The provider's own headers, which a forward passes on unsigned.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public static WebhookMessage Sign(JsonNode? body, string key) => Sign(Encoding.UTF8.GetBytes(StableJson.Write(body)), key);

    public static WebhookMessage Sign(byte[] body, string key)
        => new(body, WebhookSigner.Hmac(key, body), WebhookSigner.Legacy(key, body));
}
