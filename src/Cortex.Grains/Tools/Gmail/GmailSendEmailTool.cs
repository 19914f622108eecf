namespace Cortex.Tools.Gmail;

/// <summary>Sends a new email. Input: <c>to, cc, subject, body</c>, the first two one or more addresses or <c>me</c>; output: <c>id, threadId, messageId</c>.</summary>
internal sealed class GmailSendEmailTool(GmailRecipients recipients, GmailOutbox outbox) : ITool
{
    public string Name => "gmail.send_email";

    public ToolEffect Effect => ToolEffect.Findable;

    public Task<ToolResult> ExecuteAsync(ToolCall call, CancellationToken cancellationToken) => outbox.SendAsync(call, threadId: null, token => WriteAsync(call, token), cancellationToken);

    public Task<ToolResult?> FindAsync(ToolCall call, CancellationToken cancellationToken) => outbox.FindAsync(call, threadId: null, cancellationToken);

    private async Task<(OutgoingMail? Mail, ToolResult? Failure)> WriteAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var (to, subject, body) = (call.InputText("to"), call.InputText("subject"), call.InputText("body"));
        if (GmailLimits.Fault(subject, body) is { } fault)
        {
            return (null, new ToolResult.Failed(fault));
        }

        var (list, failure) = await recipients.ReadAsync(call, to, call.InputText("cc"), cancellationToken);
        return list is null ? (null, failure) : (new(GmailMime.Create(call, list.To, list.Cc, subject, body), ThreadId: null), null);
    }
}
