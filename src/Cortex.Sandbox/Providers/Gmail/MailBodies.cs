using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MimeKit;

namespace Cortex.Sandbox.Providers.Gmail;

/// <summary>Bodies of mails that are only known from a record: its text, and files of the names and sizes that it tells.</summary>
internal static class MailBodies
{
    private const int PartsMax = 200;

    /// <summary>Bytes of a file whose content no record brings.</summary>
    private const int FillerMax = 64 * 1024;

    public static MimeEntity Of(string text, IEnumerable<JsonObject> files)
    {
        var isHtml = text.StartsWith('<');
        var builder = new BodyBuilder { TextBody = isHtml ? null : text, HtmlBody = isHtml ? text : null };
        foreach (var file in files.Where(file => Member(file, "filename") is { Length: > 0 }).Take(PartsMax))
        {
            builder.Attachments.Add(Member(file, "filename")!, Content(file), TypeOf(file));
        }

        return builder.ToMessageBody();
    }

    /// <summary>A payload and all parts within.</summary>
    public static IEnumerable<JsonObject> Parts(JsonObject? payload)
    {
        var waiting = new Queue<JsonObject>(payload is null ? [] : [payload]);
        for (var seen = 0; seen < PartsMax && waiting.TryDequeue(out var part); seen++)
        {
            yield return part;
            foreach (var inner in (part["parts"] as JsonArray ?? []).OfType<JsonObject>().Take(PartsMax))
            {
                waiting.Enqueue(inner);
            }
        }
    }

    /// <summary>The text that a part holds, or null.</summary>
    public static string? Data(JsonObject part) => Bytes(part) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    private static byte[] Content(JsonObject file) => Bytes(file) ?? new byte[Math.Clamp(SizeOf(file), 0, FillerMax)];

    private static byte[]? Bytes(JsonObject part) => part["body"] is JsonObject body && Member(body, "data") is { Length: > 0 } data ? MailText.TryDecode(data) : null;

    private static int SizeOf(JsonObject file)
        => (file["size"] ?? (file["body"] as JsonObject)?["size"]) is JsonValue size && size.TryGetValue<int>(out var bytes) ? bytes : 0;

    private static ContentType TypeOf(JsonObject file)
        => ContentType.TryParse(Member(file, "mimeType") ?? "", out var type) && !type.IsMimeType("multipart", "*") && !type.IsMimeType("message", "*") ? type : new ContentType("application", "octet-stream");

    private static string? Member(JsonObject json, string name)
        => json[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
