using System.Net;
using System.Text.Json;

namespace Cortex.Items;

/// <summary>Reads Gmail's own message resource. The gallery's sync fetches it in the metadata format: all headers, but neither text nor attachments.</summary>
internal static class GmailMessageReader
{
    public static EmailFields Read(JsonElement message)
    {
        var payload = message.ObjectAt("payload");
        var headers = GmailHeaders.Of(message);
        var attachments = GmailParts.AttachmentNames(payload);
        return new()
        {
            ThreadId = message.Text("threadId"),
            From = EmailHeaders.Sender(headers["From"].FirstOrDefault()),
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
            MessageId = EmailHeaders.MessageIds(headers["Message-ID"]).FirstOrDefault(),
        };
    }

    /// <summary>Without the parts there is only the outermost type to go by: mail programs use multipart/mixed for mail with attachments.</summary>
    private static bool LooksAttached(JsonElement? payload) =>
        !(payload?.Elements("parts").Any() ?? false)
        && string.Equals(payload?.Text("mimeType"), "multipart/mixed", StringComparison.OrdinalIgnoreCase);
}
