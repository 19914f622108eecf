namespace Cortex.Tools.Gmail;

/// <summary>Sends a new email to one recipient. Input: <c>to, subject, body</c>; output: <c>id, threadId, messageId</c>.</summary>
internal sealed class GmailSendEmailTool(GmailOutbox outbox) : ITool
{
    public string Name => "gmail.send_email";

    public ToolEffect Effect => ToolEffect.Findable;

    public async Task<ToolResult> ExecuteAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var (to, subject, body) = (call.InputText("to"), call.InputText("subject"), call.InputText("body"));
        if (string.IsNullOrWhiteSpace(to))
        {
            return new ToolResult.Failed("The email has no recipient: say to whom it goes.");
        }

        if (!GmailMime.TryParseRecipient(to, out var recipient))
        {
            return new ToolResult.Failed($"'{GmailLimits.Shown(to)}' is not one email address: write it like ada@example.com.");
        }

        return GmailLimits.Fault(subject, body) is { } fault
            ? new ToolResult.Failed(fault)
            : await outbox.SendAsync(call, GmailMime.Create(call, recipient, subject, body), threadId: null, cancellationToken);
    }

    public Task<ToolResult?> FindAsync(ToolCall call, CancellationToken cancellationToken) => outbox.FindAsync(call, cancellationToken);
}
