using Cortex.Items;
using MimeKit;

namespace Cortex.Tools.Gmail;

/// <summary>Writes answers to the email that set the automation off.</summary>
internal sealed class GmailReplies(GmailCalls gmail)
{
    /// <summary>An answer to the email's sender; or why there can be none.</summary>
    public async Task<(OutgoingMail? Mail, ToolResult? Failure)> WriteAsync(ToolCall call, string body, CancellationToken cancellationToken)
    {
        var email = TriggeringEmail.Of(call.Item);
        if (email is null)
        {
            return (null, TriggeringEmail.Missing("reply to"));
        }

        if (!GmailMime.TryParseRecipient(email.From, out var recipient))
        {
            return (null, new ToolResult.Failed("The email names no sender that can be replied to."));
        }

        if (string.IsNullOrWhiteSpace(body))
        {
            return (null, new ToolResult.Failed("The reply has no text: say what it should say."));
        }

        if (GmailLimits.Fault(email.ReplySubject, body) is { } fault)
        {
            return (null, new ToolResult.Failed(fault));
        }

        recipient.Name = email.FromName;
        var mail = GmailMime.Create(call, [recipient], [], email.ReplySubject, body);
        if (email.MessageId.Length == 0)
        {
            return await LookUpAsync(call, email, mail, cancellationToken);
        }

        GmailMime.Refer(mail, [email.MessageId]);
        return (new(mail, email.ThreadId), null);
    }

    /// <summary>Legacy syncs bring no Message-ID, and without one the recipient's mail program shows no thread.</summary>
    private async Task<(OutgoingMail? Mail, ToolResult? Failure)> LookUpAsync(ToolCall call, TriggeringEmail email, MimeMessage mail, CancellationToken cancellationToken)
    {
        var read = GmailCalls.Messages.Then(email.Id).With("format", "metadata").With("metadataHeaders", "Message-ID").With("metadataHeaders", "References");
        var answer = await gmail.GetAsync(call, read, cancellationToken);
        if (answer.Failure is not null)
        {
            return (null, answer.Failure);
        }

        var headers = GmailHeaders.Of(answer.Body);
        GmailMime.Refer(mail, [.. EmailHeaders.MessageIds(headers["References"]), .. EmailHeaders.MessageIds(headers["Message-ID"]).Take(1)]);
        return (new(mail, email.ThreadId.Length > 0 ? email.ThreadId : answer.Body.Text("threadId")), null);
    }
}
