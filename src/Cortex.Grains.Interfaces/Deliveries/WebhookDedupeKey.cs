using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Cortex;

/// <summary>
/// Builds the text by which a second delivery of the same fact is known. Nango's webhooks carry no id of their own, so each type has its own list of fields.
/// </summary>
internal static class WebhookDedupeKey
{
    /// <summary>Longer keys are hashed: they are indexed in PostgreSQL, and real ones have about 60 characters.</summary>
    private const int LengthMax = 200;

    /// <summary>
    /// The key, or null where the body has nothing that tells two facts apart. Auth webhooks have no time in them: two genuine failures are the same bytes.
    /// </summary>
    public static string? From(string? type, JsonElement body) => type switch
    {
        "sync" when body.Text("modifiedAfter") is { } start => Sync("sync", body, body.Text("model"), start),
        "sync" when body.Text("failedAt") is { } end => Sync("sync-failed", body, end),
        "async_action" when body.ObjectAt("payload")?.Text("id") is { } id => Join("action", id),
        "forward" when body.ObjectAt("payload") is { } payload => Forward(body.Text("from"), payload),
        _ => null,
    };

    private static string Sync(string kind, JsonElement body, params ReadOnlySpan<string?> rest) =>
        Join(kind, [body.Text("syncName"), WebhookDetailReader.Variant(body), .. rest]);

    private static string? Forward(string? provider, JsonElement payload) => provider switch
    {
        "google-mail" when payload.ObjectAt("message")?.TextOrNumber("messageId") is { } pushed => Join("gmail-push", pushed),
        "google-calendar" when payload.Text("x-goog-channel-id") is { } channel && payload.TextOrNumber("x-goog-message-number") is { } number =>
            Join("calendar-push", channel, number),
        // Salesforce numbers nothing by itself: whoever writes the callout may, beside the connection and the event type.
        "salesforce" when payload.ObjectAt("nango")?.TextOrNumber("eventId") is { Length: > 0 } id => Join("salesforce-callout", id),
        _ => null,
    };

    /// <summary>Writes each part with its length in front, an absent one as a dash, so that no two lists read alike.</summary>
    private static string Join(string kind, params ReadOnlySpan<string?> parts)
    {
        var key = new StringBuilder(kind);
        foreach (var part in parts)
        {
            _ = part is null ? key.Append("|-") : key.Append('|').Append(part.Length).Append(':').Append(part);
        }

        var text = key.ToString();
        return text.Length > LengthMax || text.Any(char.IsControl) ? Hash(text) : text;
    }

    private static string Hash(string text) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
