using System.Net;
using System.Text.Json;

namespace Cortex.Items;

/// <summary>Reads Gmail's own message resource. The gallery's sync fetches it in the metadata format: all headers, but neither text nor attachments.</summary>
internal static class GmailMessageReader
{
    public static EmailFields Read(JsonElement message)
    {
        var payload = message.ObjectAt("payload");
        var headers = Headers(payload).ToLookup(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase);
        var attachments = GmailParts.AttachmentNames(payload);
        return new()
        {
            ThreadId = message.Text("threadId"),
            From = EmailHeaders.Address(headers["From"]),
            To = EmailHeaders.Addresses(headers["To"]),
            Cc = EmailHeaders.Addresses(headers["Cc"]),
            Subject = EmailHeaders.Text(headers["Subject"].FirstOrDefault()),
            // Gmail writes its snippets for web pages.
            Snippet = WebUtility.HtmlDecode(message.Text("snippet")),
            Body = GmailParts.Text(payload),
            Date = ItemTime.Parse(message.TextOrNumber("internalDate")),
            Labels = [.. message.Elements("labelIds").Select(label => label.Text()).OfType<string>().Take(ItemLimits.ListEntriesMax)],
            Attachments = attachments,
            HasAttachment = attachments.Count > 0 || LooksAttached(payload),
            MessageId = EmailHeaders.MessageId(headers["Message-ID"].FirstOrDefault()),
        };
    }

    private static IEnumerable<(string Name, string Value)> Headers(JsonElement? payload)
    {
        foreach (var header in payload?.Elements("headers") ?? [])
        {
            if (header.Text("name") is { } name && header.Text("value") is { } value)
            {
                yield return (name.Trim(), value);
            }
        }
    }

    /// <summary>Without the parts there is only the outermost type to go by: mail programs use multipart/mixed for mail with attachments.</summary>
    private static bool LooksAttached(JsonElement? payload) =>
        !(payload?.Elements("parts").Any() ?? false)
        && string.Equals(payload?.Text("mimeType"), "multipart/mixed", StringComparison.OrdinalIgnoreCase);
}
