using System.Text.Json;

namespace Cortex.Items;

/// <summary>Reads <c>GmailEmail</c>, the model of the sync that was in Nango's gallery until May 2026 and runs on where it is deployed; a copy of it that calls sender and recipients <c>from</c> and <c>to</c> is read as well.</summary>
internal static class GmailLegacyEmailReader
{
    private static readonly string[] Unknown = ["cc", "snippet", "labels"];

    public static EmailFields Read(JsonElement email)
    {
        var files = email.Elements("attachments").ToList();
        return new()
        {
            ThreadId = email.Text("threadId"),
            From = EmailHeaders.Sender(email.Text("sender") ?? email.Text("from")),
            To = EmailHeaders.Addresses(email.Text("recipients") ?? email.Text("to") ?? string.Empty),
            Subject = EmailHeaders.Text(email.Text("subject")),
            Body = HtmlText.IsHtml(email.Text("body")) ? HtmlText.Of(email.Text("body")!) : email.Text("body"),
            Date = ItemTime.Parse(email.TextOrNumber("date")),
            Attachments = [.. files.Select(file => file.Text("filename")).OfType<string>().Take(ItemLimits.ListEntriesMax)],
            HasAttachment = files.Count > 0,
            Missing = Unknown,
        };
    }
}
