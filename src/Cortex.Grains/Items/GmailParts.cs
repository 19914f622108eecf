using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Cortex.Items;

/// <summary>Reads the parts of a Gmail message, for syncs that fetch it in the full format.</summary>
internal static class GmailParts
{
    /// <summary>Parts that are looked at; a message may nest thousands.</summary>
    private const int PartsMax = 200;

    public static IReadOnlyList<string> AttachmentNames(JsonElement? payload) =>
        [.. Parts(payload).Select(part => EmailHeaders.Text(part.Text("filename"))).OfType<string>().Where(name => name.Length > 0)];

    /// <summary>The first plain text, else the first HTML; null if the message came without its parts.</summary>
    public static string? Text(JsonElement? payload) => TextOf(payload, "text/plain") ?? TextOf(payload, "text/html");

    private static string? TextOf(JsonElement? payload, string mimeType) => Parts(payload)
        .Where(part => string.Equals(part.Text("mimeType"), mimeType, StringComparison.OrdinalIgnoreCase) && part.Text("filename") is null or "")
        .Select(part => Decode(part.ObjectAt("body")?.Text("data")))
        .FirstOrDefault(text => text is not null);

    private static IEnumerable<JsonElement> Parts(JsonElement? payload)
    {
        if (payload is null)
        {
            yield break;
        }

        var waiting = new Queue<JsonElement>([payload.Value]);
        for (var seen = 0; seen < PartsMax && waiting.TryDequeue(out var part); seen++)
        {
            yield return part;
            foreach (var inner in part.Elements("parts").Take(PartsMax))
            {
                waiting.Enqueue(inner);
            }
        }
    }

    private static string? Decode(string? base64Url)
    {
        if (base64Url is not { Length: > 0 })
        {
            return null;
        }

        // A body is cut before it is decoded: four characters for three bytes, and at most four bytes for a character.
        var cut = base64Url.AsSpan(0, Math.Min(base64Url.Length, ItemLimits.BodyLengthMax * 16 / 3 / 4 * 4));
        return Base64Url.IsValid(cut) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cut)) : null;
    }
}
