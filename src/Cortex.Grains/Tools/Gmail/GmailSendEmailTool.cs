namespace Cortex.Tools.Gmail;

/// <summary>Sends a new email. Input: <c>to, cc, subject, body</c>, the first two one or more addresses or <c>me</c>; output: <c>id, threadId, messageId</c>.</summary>
internal sealed class GmailSendEmailTool(GmailRecipients recipients, GmailOutbox outbox) : ITool
{
    public string Name => "gmail.send_email";

    public ToolEffect Effect => ToolEffect.Findable;

    public async Task<ToolResult> ExecuteAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var (to, subject, body) = (call.InputText("to"), call.InputText("subject"), call.InputText("body"));
        if (GmailLimits.Fault(subject, body) is { } fault)
        {
            return new ToolResult.Failed(fault);
        }

        var (list, failure) = await recipients.ReadAsync(call, to, call.InputText("cc"), cancellationToken);
        return list is null
            ? failure!
            : await outbox.SendAsync(call, GmailMime.Create(call, list.To, list.Cc, subject, body), threadId: null, cancellationToken);
    }

    public Task<ToolResult?> FindAsync(ToolCall call, CancellationToken cancellationToken) => outbox.FindAsync(call, cancellationToken);
}
