using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Cortex.Items;

/// <summary>Reads the parts of a Gmail message, where it came in the full format.</summary>
internal static class GmailParts
{
    private const string Plain = "text/plain";
    private const string Html = "text/html";

    /// <summary>Parts that are looked at; a message may nest thousands.</summary>
    private const int PartsMax = 200;

    public static IReadOnlyList<string> AttachmentNames(JsonElement? payload) =>
        [.. Parts(payload).Select(part => EmailHeaders.Text(part.Text("filename"))).OfType<string>().Where(name => name.Length > 0)];

    /// <summary>Whether the message came with its content and not with its headers alone.</summary>
    public static bool HasContent(JsonElement? payload) =>
        Parts(payload).Any(part => part.Elements("parts").Any() || part.ObjectAt("body") is { } body && (body.Text("data") ?? body.Text("attachmentId")) is not null);

    /// <summary>Whether the outermost part is the only one, so that it says all there is to say of attachments.</summary>
    public static bool IsSingle(JsonElement? payload) =>
        payload?.Text("mimeType") is { Length: > 0 } mimeType && !mimeType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase);

    /// <summary>The first plain text, else the first HTML as plain text; null if the message came without.</summary>
    public static string? Text(JsonElement? payload) =>
        TextOf(payload, Plain) ?? (TextOf(payload, Html) is { } html ? HtmlText.Of(html) : null);

    /// <summary>Where Gmail keeps a text that is too long to be in the message itself: the id to ask for it by, and whether it is HTML. Null if there is none.</summary>
    public static (string AttachmentId, bool IsHtml)? TextElsewhere(JsonElement? payload) =>
        Elsewhere(payload, Plain) is { } plain ? (plain, false) : Elsewhere(payload, Html) is { } html ? (html, true) : null;

    /// <summary>Decodes the data of a part; null if it is none.</summary>
    public static string? Decode(string? base64Url)
    {
        if (base64Url is not { Length: > 0 })
        {
            return null;
        }

        // A body is cut before it is decoded: four characters for three bytes, and at most four bytes for a character.
        var cut = base64Url.AsSpan(0, Math.Min(base64Url.Length, ItemLimits.BodyLengthMax * 16 / 3 / 4 * 4));
        return Base64Url.IsValid(cut) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cut)) : null;
    }

    private static string? TextOf(JsonElement? payload, string mimeType) => Texts(payload, mimeType)
        .Select(part => Decode(part.ObjectAt("body")?.Text("data")))
        .FirstOrDefault(text => text is not null);

    private static string? Elsewhere(JsonElement? payload, string mimeType) => Texts(payload, mimeType)
        .Select(part => part.ObjectAt("body")?.Text("attachmentId"))
        .FirstOrDefault(id => id is { Length: > 0 });

    private static IEnumerable<JsonElement> Texts(JsonElement? payload, string mimeType) => Parts(payload)
        .Where(part => string.Equals(part.Text("mimeType"), mimeType, StringComparison.OrdinalIgnoreCase) && part.Text("filename") is null or "");

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
}
