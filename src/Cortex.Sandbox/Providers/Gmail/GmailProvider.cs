using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Providers.Gmail;

/// <summary>Gmail's REST API, version 1, as far as automations use it.</summary>
internal sealed class GmailProvider(Mailboxes mailboxes, MailDelivery delivery, SyncSchedule schedule, TimeProvider time) : IProvider
{
    public string Name => ProviderNames.Gmail;

    public IReadOnlySet<int> AlsoRetried { get; } = FrozenSet<int>.Empty;

    public JsonNode UsualError(int status) => GoogleErrors.Usual(status);

    public ProviderResponse Handle(ProviderRequest request)
    {
        string[] path = [.. request.Segments];
        if (path is not ["gmail", "v1", "users", var user, .. var rest])
        {
            return GoogleErrors.NoSuchMethod();
        }

        if (user != "me" && user != request.Connection.Address)
        {
            return new ProviderResponse(StatusCodes.Status403Forbidden, GoogleErrors.Usual(StatusCodes.Status403Forbidden));
        }

        var mailbox = mailboxes.Of(request.Connection.ConnectionId);
        var writing = new MailWriting(mailbox, request, time);
        ProviderResponse response;
        bool isChanged;
        lock (mailbox.Access)
        {
            response = Route(request, mailbox, writing, rest);
            isChanged = mailbox.Unsynced.Count > 0;
        }

        // One mailbox at a time is locked, so the others get their copies afterwards.
        foreach (var connection in writing.Sent is { } sent ? delivery.Deliver(request.Connection, sent) : [])
        {
            schedule.Soon(connection);
        }

        if (isChanged)
        {
            schedule.Soon(request.Connection);
        }

        return response;
    }

    private static ProviderResponse Route(ProviderRequest request, Mailbox mailbox, MailWriting writing, string[] path) => (request.Method, path) switch
    {
        ("GET", ["profile"]) => MailReading.Profile(mailbox, request),
        ("GET", ["messages"]) => MailReading.List(mailbox, request),
        ("GET", ["messages", var id]) => MailReading.Get(mailbox, id, request),
        ("GET", ["messages", var id, "attachments", var attachmentId]) => MailReading.Attachment(mailbox, id, attachmentId),
        ("GET", ["threads", var id]) => MailReading.Thread(mailbox, id, request),
        ("POST", ["messages", "send"]) => writing.Send(),
        ("POST", ["messages", "batchModify"]) => MailLabeling.ModifyAll(mailbox, request.Json),
        ("GET", ["drafts"]) => MailReading.Drafts(mailbox, request),
        ("GET", ["drafts", var id]) => MailReading.Draft(mailbox, id, request),
        ("POST", ["drafts"]) => writing.CreateDraft(),
        ("POST", ["drafts", "send"]) => writing.SendDraft(),
        ("DELETE", ["drafts", var id]) => writing.DeleteDraft(id),
        ("POST", ["messages", var id, "modify"]) => MailLabeling.Modify(mailbox, id, request.Json),
        ("POST", ["messages", var id, "trash"]) => MailLabeling.Trash(mailbox, id),
        ("POST", ["messages", var id, "untrash"]) => MailLabeling.Untrash(mailbox, id),
        ("DELETE", ["messages", var id]) => MailLabeling.Delete(mailbox, id),
        ("GET", ["labels"]) => LabelHandling.List(mailbox),
        ("GET", ["labels", var id]) => LabelHandling.Get(mailbox, id),
        ("POST", ["labels"]) => LabelHandling.Create(mailbox, request.Json),
        _ => GoogleErrors.NoSuchMethod(),
    };
}
