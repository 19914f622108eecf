using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using MimeKit;
using MimeKit.Utils;

namespace Cortex.Sandbox.Providers.Gmail;

/// <summary>Mail that the account's owner writes: sent, or kept as a draft.</summary>
internal sealed class MailWriting(Mailbox mailbox, ProviderRequest request, TimeProvider time)
{
    /// <summary>The mail that was sent, for those whom it is addressed to.</summary>
    public byte[]? Sent { get; private set; }

    public ProviderResponse Send()
    {
        if (TryRead(request.Json, out var raw, out var mail, out var threadId) is { } refusal)
        {
            return refusal;
        }

        if (!mail.GetRecipients(onlyUnique: true).Any())
        {
            return NoRecipient();
        }

        Sent = raw;
        return ProviderResponse.Ok(MailJson.Reference(Save(raw, mail, threadId, LabelsOfSent(mail), null)));
    }

    /// <summary>Sends a draft, as it is or with the message that is given in its place. The draft is gone then, so it is sent once.</summary>
    public ProviderResponse SendDraft()
    {
        if (Text(request.Json, "id") is not { } draftId || mailbox.Draft(draftId) is not { } draft)
        {
            return GoogleErrors.NotFound();
        }

        var (raw, mail, threadId) = (draft.Raw, MailText.Parse(draft.Raw), (string?)draft.ThreadId);
        if (request.Json["message"] is JsonObject message && TryRead(message, out raw, out mail, out threadId) is { } refusal)
        {
            return refusal;
        }

        if (!mail.GetRecipients(onlyUnique: true).Any())
        {
            return NoRecipient();
        }

        Sent = raw;
        return ProviderResponse.Ok(MailJson.Reference(
            mailbox.Send(draft, raw, MailSummary.Of(mail), LabelsOfSent(mail), time.GetUtcNow(), threadId ?? draft.ThreadId)));
    }

    public ProviderResponse DeleteDraft(string draftId)
    {
        if (mailbox.Draft(draftId) is not { } draft)
        {
            return GoogleErrors.NotFound();
        }

        mailbox.Remove(draft.Id, isUnsynced: true);
        return ProviderResponse.NoContent;
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

    private static ProviderResponse NoRecipient() => GoogleErrors.Invalid("Recipient address required");

    private string[] LabelsOfSent(MimeMessage mail)
        => mail.GetRecipients().Any(to => to.Address.Equals(request.Connection.Address, StringComparison.OrdinalIgnoreCase))
            ? [SystemLabels.Unread, SystemLabels.Sent, SystemLabels.Inbox]
            : [SystemLabels.Sent];

    private GmailMessage Save(byte[] raw, MimeMessage mail, string? threadId, string[] labelIds, string? draftId)
        => mailbox.Receive(raw, MailSummary.Of(mail), labelIds, time.GetUtcNow(), threadId, draftId);

    private static string? Text(JsonObject json, string name)
        => json[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
