using Cortex.Items;
using MimeKit;

namespace Cortex.Tools.Gmail;

/// <summary>Answers the sender of the email that set the automation off, in its thread. Input: <c>body</c>; output: <c>id, threadId, messageId</c>.</summary>
internal sealed class GmailReplyTool(GmailCalls gmail, GmailOutbox outbox) : ITool
{
    public string Name => "gmail.reply";

    public ToolEffect Effect => ToolEffect.Findable;

    public async Task<ToolResult> ExecuteAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var email = TriggeringEmail.Of(call.Item);
        if (email is null)
        {
            return new ToolResult.Failed("There is no email to reply to: this automation was not set off by one.");
        }

        if (!GmailMime.TryParseRecipient(email.From, out var recipient))
        {
            return new ToolResult.Failed("The email names no sender that can be replied to.");
        }

        var body = call.InputText("body");
        if (string.IsNullOrWhiteSpace(body))
        {
            return new ToolResult.Failed("The reply has no text: say what it should say.");
        }

        if (GmailLimits.Fault(email.ReplySubject, body) is { } fault)
        {
            return new ToolResult.Failed(fault);
        }

        recipient.Name = email.FromName;
        var reply = GmailMime.Create(call, [recipient], [], email.ReplySubject, body);
        if (email.MessageId.Length == 0)
        {
            return await LookUpAndSendAsync(call, email, reply, cancellationToken);
        }

        GmailMime.Refer(reply, [email.MessageId]);
        return await outbox.SendAsync(call, reply, email.ThreadId, cancellationToken);
    }

    public Task<ToolResult?> FindAsync(ToolCall call, CancellationToken cancellationToken) => outbox.FindAsync(call, cancellationToken);

    /// <summary>Legacy syncs bring no Message-ID, and without one the recipient's mail program shows no thread.</summary>
    private async Task<ToolResult> LookUpAndSendAsync(ToolCall call, TriggeringEmail email, MimeMessage reply, CancellationToken cancellationToken)
    {
        var read = GmailCalls.Messages.Then(email.Id).With("format", "metadata").With("metadataHeaders", "Message-ID").With("metadataHeaders", "References");
        var answer = await gmail.GetAsync(call, read, cancellationToken);
        if (answer.Failure is not null)
        {
            return answer.Failure;
        }

        var headers = GmailHeaders.Of(answer.Body);
        GmailMime.Refer(reply, [.. EmailHeaders.MessageIds(headers["References"]), .. EmailHeaders.MessageIds(headers["Message-ID"]).Take(1)]);
        return await outbox.SendAsync(call, reply, email.ThreadId.Length > 0 ? email.ThreadId : answer.Body.Text("threadId"), cancellationToken);
    }
}
