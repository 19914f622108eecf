using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Webhooks;

/// <summary>The words that faults match a webhook by: "sync GmailEmail c1", "auth refresh c1", "forward c1", "bare".</summary>
internal static class WebhookLabel
{
    public static string Of(JsonNode? body)
    {
        string?[] words = [Text(body, "type") ?? "bare", Text(body, "operation"), Text(body, "model"), Text(body, "connectionId")];
        return string.Join(' ', words.Where(word => !string.IsNullOrEmpty(word)));
    }

    public static string? Text(JsonNode? body, string name)
        => body is JsonObject members && members[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
