using System.Globalization;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Json;
using Cortex.Sandbox.Records;

namespace Cortex.Sandbox.Providers.Gmail;

/// <summary>
/// What the syncs of a mailbox find: with the current one every change of a mail; with the legacy one, which knows neither labels nor deletions, only mails
/// that are new, sent ones among them.
/// </summary>
internal sealed class GmailSync(Mailboxes mailboxes, RecordStore records) : ISyncSource
{
    private const string Message = "Message";
    private const string LegacyEmail = "GmailEmail";

    private static readonly RecordFilter All = new(new HashSet<RecordAction>());

    public string Provider => ProviderNames.Gmail;

    public IReadOnlyList<string> ModelsToSync(Connection connection)
    {
        var mailbox = mailboxes.Of(connection.ConnectionId);
        lock (mailbox.Access)
        {
            return mailbox.Unsynced.Count > 0 ? [ModelOf(connection)] : [];
        }
    }

    public SyncRun Bring(Connection connection, string model, Func<IReadOnlyList<RecordInput>, SyncRun> save)
    {
        var mailbox = mailboxes.Of(connection.ConnectionId);
        lock (mailbox.Access)
        {
            string[] ids = model == ModelOf(connection) ? [.. mailbox.Unsynced] : [];
            var known = Known(connection, model, ids);
            var run = save([.. ids.Select(id => Input(mailbox, model, id, known.GetValueOrDefault(id))).OfType<RecordInput>()]);
            mailbox.Synced(ids);
            return run;
        }
    }

    /// <summary>The generation of the syncs that run: the legacy one where only its records are there.</summary>
    private string ModelOf(Connection connection)
    {
        var models = records.Models(connection.ConnectionId).Select(status => status.Model).ToArray();
        return models.Contains(LegacyEmail) && !models.Contains(Message) ? LegacyEmail : Message;
    }

    private Dictionary<string, StoredRecord> Known(Connection connection, string model, string[] ids) => ids.Length == 0
        ? []
        : records.Read(connection.ConnectionId, model, new RecordQuery(null, null, ids.Length, All, ids.ToHashSet())).Records.ToDictionary(record => record.Id);

    private static RecordInput? Input(Mailbox mailbox, string model, string id, StoredRecord? known)
    {
        var message = mailbox.Find(id);
        if (model == LegacyEmail)
        {
            return message is null || known is not null || Hides(message) ? null : new RecordInput(id, SandboxJson.Text(Email(message)), false);
        }

        if (message is null && known is not { DeletedAt: null })
        {
            // A draft that was sent, or a mail that was deleted, before a sync run saw it.
            return null;
        }

        return message is null ? new RecordInput(id, SandboxJson.Text(new JsonObject { ["id"] = id }), true)
            : new RecordInput(id, SandboxJson.Text(known is { DeletedAt: null } ? Changed(message, known) : New(message)), false);
    }

    /// <summary>The legacy sync searches, and a search finds no spam and no trash; drafts are left out for want of a date on which they are sent.</summary>
    private static bool Hides(GmailMessage message) => message.LabelIds.Any(label => label is SystemLabels.Spam or SystemLabels.Trash or SystemLabels.Draft);

    /// <summary>A record that was put in keeps the form that it was given.</summary>
    private static JsonObject Changed(GmailMessage message, StoredRecord known)
    {
        var json = JsonNode.Parse(known.Payload)!.AsObject();
        json["labelIds"] = MailJson.Reference(message)["labelIds"]!.DeepClone();
        json["historyId"] = message.HistoryId.ToString(CultureInfo.InvariantCulture);
        return json;
    }

    private static JsonObject New(GmailMessage message)
    {
        var json = MailJson.Of(message, "metadata", [])!;
        var payload = json["payload"]!.AsObject();
        payload["partId"] = "";
        payload["filename"] = "";
        return json;
    }

    private static JsonObject Email(GmailMessage message)
    {
        var mail = MailText.Parse(message.Raw);
        var files = MailParts.Files(mail).Select(file => new JsonObject
        {
            ["filename"] = file.Name, ["mimeType"] = file.MimeType, ["size"] = file.Size, ["attachmentId"] = file.AttachmentId,
        });
        return new JsonObject
        {
            ["id"] = message.Id,
            ["threadId"] = message.ThreadId,
            ["sender"] = mail.Headers["From"] ?? "",
            ["recipients"] = mail.Headers["To"] ?? "",
            ["date"] = RecordTime.Iso(DateTimeOffset.FromUnixTimeMilliseconds(message.InternalDate)),
            ["subject"] = mail.Subject ?? "",
            ["body"] = mail.TextBody ?? mail.HtmlBody ?? "",
            ["attachments"] = new JsonArray([.. files]),
        };
    }
}
