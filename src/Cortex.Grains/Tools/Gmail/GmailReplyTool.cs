using Cortex.Items;
using MimeKit;

namespace Cortex.Tools.Gmail;

/// <summary>Answers the sender of the email that set the automation off, in its thread. Input: <c>body</c>; output: <c>id, threadId, messageId</c>.</summary>
internal sealed class GmailReplyTool(GmailCalls gmail, GmailOutbox outbox) : ITool
{
    /// <summary>References that are carried on; RFC 5322 lets old ones go.</summary>
    private const int ReferencesMax = 20;

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
        var reply = GmailMime.Create(call, recipient, email.ReplySubject, body);
        return email.MessageId.Length > 0
            ? await SendAsync(call, reply, email.ThreadId, [email.MessageId], cancellationToken)
            : await LookUpAndSendAsync(call, email, reply, cancellationToken);
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
        string[] references = [.. EmailHeaders.MessageIds(headers["References"]), .. EmailHeaders.MessageIds(headers["Message-ID"]).Take(1)];
        var threadId = email.ThreadId.Length > 0 ? email.ThreadId : answer.Body.Text("threadId");
        return await SendAsync(call, reply, threadId, [.. references.TakeLast(ReferencesMax)], cancellationToken);
    }

    private Task<ToolResult> SendAsync(ToolCall call, MimeMessage reply, string? threadId, string[] references, CancellationToken cancellationToken)
    {
        if (references.Length > 0)
        {
            reply.InReplyTo = references[^1];
            reply.References.AddRange(references);
        }

        return outbox.SendAsync(call, reply, threadId, cancellationToken);
    }
}
