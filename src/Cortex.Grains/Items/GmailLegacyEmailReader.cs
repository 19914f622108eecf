using System.Text.Json;

namespace Cortex.Items;

/// <summary>Reads <c>GmailEmail</c>, the model of the sync that was in Nango's gallery until May 2026 and runs on where it is deployed.</summary>
internal static class GmailLegacyEmailReader
{
    public static EmailFields Read(JsonElement email) => new()
    {
        ThreadId = email.Text("threadId"),
        From = EmailHeaders.Sender(email.Text("sender")),
        To = EmailHeaders.Addresses(email.Text("recipients") ?? string.Empty),
        Subject = EmailHeaders.Text(email.Text("subject")),
        Body = email.Text("body"),
        Date = ItemTime.Parse(email.TextOrNumber("date")),
        Attachments = [.. email.Elements("attachments").Select(file => file.Text("filename")).OfType<string>().Take(ItemLimits.ListEntriesMax)],
        HasAttachment = email.Elements("attachments").Any(),
    };
}
