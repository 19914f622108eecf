using System.Globalization;
using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Providers.Gmail;

internal static class MailReading
{
    private const int PageDefault = 100;
    private const int PageMax = 500;

    public static ProviderResponse Profile(Mailbox mailbox, ProviderRequest request) => ProviderResponse.Ok(new JsonObject
    {
        ["emailAddress"] = request.Connection.Address,
        ["messagesTotal"] = mailbox.Messages.Count,
        ["threadsTotal"] = mailbox.Messages.Select(message => message.ThreadId).Distinct().Count(),
        ["historyId"] = mailbox.HistoryId.ToString(CultureInfo.InvariantCulture),
    });

    public static ProviderResponse Get(Mailbox mailbox, string id, ProviderRequest request)
    {
        if (mailbox.Find(id) is not { } message)
        {
            return GoogleErrors.NotFound();
        }

        return MailJson.Of(message, Format(request), MetadataHeaders(request)) is { } json
            ? ProviderResponse.Ok(json)
            : GoogleErrors.Invalid($"Invalid value at 'format', \"{Format(request)}\"");
    }

    public static ProviderResponse Thread(Mailbox mailbox, string id, ProviderRequest request)
    {
        var messages = mailbox.Thread(id).Select(message => MailJson.Of(message, Format(request), MetadataHeaders(request))).ToArray();
        return messages.Length == 0
            ? GoogleErrors.NotFound()
            : ProviderResponse.Ok(new JsonObject
            {
                ["id"] = id,
                ["historyId"] = mailbox.HistoryId.ToString(CultureInfo.InvariantCulture),
                ["messages"] = new JsonArray([.. messages]),
            });
    }

    public static ProviderResponse Attachment(Mailbox mailbox, string id, string attachmentId)
        => mailbox.Find(id) is { } message && MailParts.Attachment(MailText.Parse(message.Raw), attachmentId) is { } content
            ? ProviderResponse.Ok(new JsonObject { ["size"] = content.Length, ["data"] = MailText.Base64Url(content) })
            : GoogleErrors.NotFound();

    public static ProviderResponse List(Mailbox mailbox, ProviderRequest request)
        => Page(request, Found(mailbox, request), "messages", message => new JsonObject { ["id"] = message.Id, ["threadId"] = message.ThreadId });

    public static ProviderResponse Drafts(Mailbox mailbox, ProviderRequest request) => Page(
        request,
        Found(mailbox, request).Where(message => message.DraftId is not null),
        "drafts",
        message => new JsonObject { ["id"] = message.DraftId, ["message"] = new JsonObject { ["id"] = message.Id, ["threadId"] = message.ThreadId } });

    public static ProviderResponse Draft(Mailbox mailbox, string draftId, ProviderRequest request)
        => mailbox.Draft(draftId) is not { } draft ? GoogleErrors.NotFound()
            : MailJson.Of(draft, Format(request), MetadataHeaders(request)) is { } json ? ProviderResponse.Ok(new JsonObject { ["id"] = draftId, ["message"] = json })
            : GoogleErrors.Invalid($"Invalid value at 'format', \"{Format(request)}\"");

    private static IEnumerable<GmailMessage> Found(Mailbox mailbox, ProviderRequest request)
        => MailSearch.Parse(request.Query["q"].ToString(), request.Query["labelIds"], WithHidden(request)).Find(mailbox)
            .OrderByDescending(message => message.InternalDate).ThenByDescending(message => message.HistoryId);

    private static ProviderResponse Page(ProviderRequest request, IEnumerable<GmailMessage> messages, string name, Func<GmailMessage, JsonObject> entry)
    {
        var limit = Number(request, "maxResults", PageDefault);
        var offset = Number(request, "pageToken", 0);
        if (limit is null or < 1 || offset is null)
        {
            return GoogleErrors.Invalid("Invalid value for maxResults or pageToken");
        }

        var found = messages.ToArray();
        var page = found.Skip(offset.Value).Take(Math.Min(limit.Value, PageMax)).ToArray();
        var json = new JsonObject { ["resultSizeEstimate"] = found.Length };
        if (page.Length > 0)
        {
            json[name] = new JsonArray([.. page.Select(entry)]);
        }

        if (offset.Value + page.Length < found.Length)
        {
            json["nextPageToken"] = (offset.Value + page.Length).ToString(CultureInfo.InvariantCulture);
        }

        return ProviderResponse.Ok(json);
    }

    private static bool WithHidden(ProviderRequest request) => request.Query["includeSpamTrash"] == "true";

    private static string Format(ProviderRequest request)
        => request.Query["format"].ToString() is { Length: > 0 } format ? format.ToLowerInvariant() : "full";

    private static string[] MetadataHeaders(ProviderRequest request) => [.. request.Query["metadataHeaders"].OfType<string>()];

    private static int? Number(ProviderRequest request, string name, int otherwise)
        => !request.Query.TryGetValue(name, out var text) ? otherwise
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : null;
}
