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
            HasAttachment = attachments.Count > 0,
            MessageId = EmailHeaders.MessageIds(headers["Message-ID"]).FirstOrDefault(),
            Missing = Missing(payload),
        };
    }

    private static IReadOnlyList<string> Missing(JsonElement? payload) =>
        GmailParts.HasContent(payload) ? []
        : GmailParts.IsSingle(payload) ? ["body"]
        : ["body", "attachments", "hasAttachment"];
}
