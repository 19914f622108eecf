using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Control;
using MimeKit;

namespace Cortex.Sandbox.Providers.Gmail;

/// <summary>Puts the e-mails that a sync is said to have found into the mailbox too, so that calls about them find them.</summary>
internal sealed class GmailArrivals(Mailboxes mailboxes, TimeProvider time)
{
    private static readonly long LatestMilliseconds = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
    private static readonly string[] OwnHeaders = ["content-type", "content-transfer-encoding", "mime-version"];

    public void Arrive(Connection connection, string model, IReadOnlyList<ItemRecord> records)
    {
        if (connection.Provider != ProviderNames.Gmail || model is not ("GmailEmail" or "Message" or "Label" or "GmailLabel"))
        {
            return;
        }

        var mailbox = mailboxes.Of(connection.ConnectionId);
        lock (mailbox.Access)
        {
            foreach (var record in records)
            {
                if (model is "Label" or "GmailLabel")
                {
                    ArriveLabel(mailbox, record);
                }
                else
                {
                    Arrive(mailbox, model, record);
                }
            }
        }
    }

    private static void ArriveLabel(Mailbox mailbox, ItemRecord record)
    {
        if (!record.IsDeletion && Text(record.Payload, "name") is { Length: > 0 } name && mailbox.Label(record.Id) is not { IsSystem: true })
        {
            mailbox.Save(new GmailLabel(record.Id, name, IsSystem: false));
        }
    }

    private void Arrive(Mailbox mailbox, string model, ItemRecord record)
    {
        if (record.IsDeletion)
        {
            mailbox.Remove(record.Id, isUnsynced: false);
            return;
        }

        var known = mailbox.Find(record.Id);
        var labelIds = model == "Message" ? Texts(record.Payload["labelIds"]) : known?.LabelIds ?? [SystemLabels.Inbox, SystemLabels.Unread];
        foreach (var labelId in labelIds.Where(labelId => mailbox.Label(labelId) is null))
        {
            mailbox.Save(new GmailLabel(labelId, labelId, IsSystem: false));
        }

        var sentAt = SentAt(record.Payload);
        var mail = model == "Message" ? OfMessage(record) : OfEmail(record, sentAt);
        mailbox.Save(new GmailMessage(
            record.Id, Text(record.Payload, "threadId") ?? record.Id, labelIds, sentAt.ToUnixTimeMilliseconds(), 0, MailSummary.Of(mail), MailText.Write(mail)));
    }

    private static MimeMessage OfEmail(ItemRecord record, DateTimeOffset sentAt)
    {
        var mail = Empty(record.Id);
        mail.Date = sentAt;
        Set(mail, "From", Text(record.Payload, "sender"));
        Set(mail, "To", Text(record.Payload, "recipients"));
        Set(mail, "Subject", Text(record.Payload, "subject"));
        var files = (record.Payload["attachments"] as JsonArray ?? []).OfType<JsonObject>();
        mail.Body = MailBodies.Of(Text(record.Payload, "body") ?? record.Body ?? "", files);
        return mail;
    }

    private static MimeMessage OfMessage(ItemRecord record)
    {
        var mail = Empty(record.Id);
        var headers = record.Payload["payload"]?["headers"] as JsonArray ?? [];
        foreach (var header in headers.OfType<JsonObject>())
        {
            var name = Text(header, "name") ?? "";
            if (IsHeaderName(name) && !OwnHeaders.Contains(name.ToLowerInvariant()))
            {
                Set(mail, name, Text(header, "value"));
            }
        }

        var parts = MailBodies.Parts(record.Payload["payload"] as JsonObject).ToArray();
        var text = parts.Where(part => Text(part, "filename") is null or "").Select(MailBodies.Data).FirstOrDefault(data => data is not null);
        mail.Body = MailBodies.Of(record.Body ?? text ?? Text(record.Payload, "snippet") ?? "", parts.Where(part => Text(part, "filename") is { Length: > 0 }));
        return mail;
    }

    private static bool IsHeaderName(string name) => name.Length > 0 && name.All(character => character is > ' ' and < '\u007f' and not ':');

    private static MimeMessage Empty(string id)
    {
        var mail = new MimeMessage();
        mail.Headers.Clear();
        mail.MessageId = $"{id}@mail.example.com";
        return mail;
    }

    private static void Set(MimeMessage mail, string name, string? value)
    {
        if (value is not null)
        {
            mail.Headers.Replace(name, value);
        }
    }

    /// <summary>The date of the one model is ISO text, very old syncs wrote milliseconds; the other has milliseconds as text.</summary>
    private DateTimeOffset SentAt(JsonObject payload)
    {
        var text = Text(payload, "internalDate") ?? Text(payload, "date");
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds <= LatestMilliseconds)
        {
            return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : time.GetUtcNow();
    }

    private static string? Text(JsonObject json, string name)
        => json[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static string[] Texts(JsonNode? list)
        => [.. (list as JsonArray ?? []).OfType<JsonValue>().Where(item => item.GetValueKind() == JsonValueKind.String).Select(item => item.GetValue<string>())];
}
