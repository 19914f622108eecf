using System.Globalization;
using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Providers.Gmail;

/// <summary>Gmail's message resource in its formats.</summary>
internal static class MailJson
{
    public static JsonObject Reference(GmailMessage message) => new()
    {
        ["id"] = message.Id,
        ["threadId"] = message.ThreadId,
        ["labelIds"] = new JsonArray([.. message.LabelIds.Select(label => JsonValue.Create(label))]),
    };

    /// <summary>Null when there is no such format.</summary>
    public static JsonObject? Of(GmailMessage message, string format, IReadOnlyCollection<string> metadataHeaders)
    {
        var json = Reference(message);
        json["snippet"] = message.Summary.Snippet;
        switch (format)
        {
            case "minimal":
                break;
            case "full":
                json["payload"] = MailParts.Full(MailText.Parse(message.Raw));
                break;
            case "metadata":
                json["payload"] = MailParts.Metadata(MailText.Parse(message.Raw), metadataHeaders);
                break;
            case "raw":
                json["raw"] = MailText.Base64Url(message.Raw);
                break;
            default:
                return null;
        }

        json["sizeEstimate"] = message.Raw.Length;
        json["historyId"] = message.HistoryId.ToString(CultureInfo.InvariantCulture);
        json["internalDate"] = message.InternalDate.ToString(CultureInfo.InvariantCulture);
        return json;
    }
}
