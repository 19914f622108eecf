using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using MimeKit;
using MimeKit.Utils;

namespace Cortex.Sandbox.Providers.Gmail;

/// <summary>Mail that the account's owner writes: sent, or kept as a draft.</summary>
internal sealed class MailWriting(Mailbox mailbox, ProviderRequest request, TimeProvider time)
{
    public ProviderResponse Send()
    {
        if (TryRead(request.Json, out var raw, out var mail, out var threadId) is { } refusal)
        {
            return refusal;
        }

        if (!mail.GetRecipients(onlyUnique: true).Any())
        {
            return GoogleErrors.Invalid("Recipient address required");
        }

        var isToSelf = mail.GetRecipients().Any(to => to.Address.Equals(request.Connection.Address, StringComparison.OrdinalIgnoreCase));
        string[] labelIds = isToSelf ? [SystemLabels.Unread, SystemLabels.Sent, SystemLabels.Inbox] : [SystemLabels.Sent];
        return ProviderResponse.Ok(MailJson.Reference(Save(raw, mail, threadId, labelIds, null)));
    }

    public ProviderResponse CreateDraft()
    {
        if (request.Json["message"] is not JsonObject message)
        {
            return GoogleErrors.Invalid("Missing draft message");
        }

        if (TryRead(message, out var raw, out var mail, out var threadId) is { } refusal)
        {
            return refusal;
        }

        var saved = Save(raw, mail, threadId, [SystemLabels.Draft], $"r{RandomNumberGenerator.GetInt32(int.MaxValue)}");
        return ProviderResponse.Ok(new JsonObject { ["id"] = saved.DraftId, ["message"] = MailJson.Reference(saved) });
    }

    private ProviderResponse? TryRead(JsonObject message, out byte[] raw, out MimeMessage mail, out string? threadId)
    {
        (raw, mail, threadId) = ([], new MimeMessage(), Text(message, "threadId"));
        if (Text(message, "raw") is not { Length: > 0 } text)
        {
            return GoogleErrors.Invalid("'raw' RFC822 payload message string or uploading message via /upload/* URL required");
        }

        if (MailText.TryDecode(text) is not { } bytes)
        {
            return GoogleErrors.Invalid("Invalid value at 'raw' (TYPE_BYTES), Base64 decoding failed");
        }

        if (threadId is { Length: > 0 } known && !mailbox.Thread(known).Any())
        {
            return GoogleErrors.NotFound();
        }

        try
        {
            raw = Complete(bytes);
            mail = MailText.Parse(raw);
            return null;
        }
        catch (FormatException)
        {
            return GoogleErrors.Invalid("Invalid RFC822 payload");
        }
    }

    /// <summary>Adds what the sender left out; a Message-ID that is there stays.</summary>
    private byte[] Complete(byte[] bytes)
    {
        var mail = MailText.Parse(bytes);
        var missing = "";
        if (!mail.Headers.Contains(HeaderId.MessageId))
        {
            missing += $"Message-ID: <{MimeUtils.GenerateMessageId("mail.gmail.com")}>\r\n";
        }

        if (!mail.Headers.Contains(HeaderId.Date))
        {
            missing += $"Date: {DateUtils.FormatDate(time.GetUtcNow())}\r\n";
        }

        if (!mail.Headers.Contains(HeaderId.From))
        {
            missing += $"From: {request.Connection.Address}\r\n";
        }

        return missing.Length == 0 ? bytes : MailText.Prepend(bytes, missing);
    }

    private GmailMessage Save(byte[] raw, MimeMessage mail, string? threadId, string[] labelIds, string? draftId)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var id = FreeId(now);
        var summary = MailSummary.Of(mail);
        var thread = threadId is { Length: > 0 } ? threadId : ThreadOfParent(summary) ?? id;
        return mailbox.Save(new GmailMessage(id, thread, labelIds, now, 0, summary, raw, draftId));
    }

    /// <summary>A reply joins the thread of the message that it answers.</summary>
    private string? ThreadOfParent(MailSummary summary)
        => summary.References.Reverse().SelectMany(mailbox.FindByMessageId).FirstOrDefault()?.ThreadId;

    /// <summary>Like Gmail's: sixteen hexadecimal digits that grow with time.</summary>
    private string FreeId(long milliseconds)
    {
        string id;
        do
        {
            id = milliseconds.ToString("x11", CultureInfo.InvariantCulture) + RandomNumberGenerator.GetHexString(5, lowercase: true);
        }
        while (mailbox.Find(id) is not null);

        return id;
    }

    private static string? Text(JsonObject json, string name)
        => json[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
