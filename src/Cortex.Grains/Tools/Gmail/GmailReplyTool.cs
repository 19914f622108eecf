namespace Cortex.Tools.Gmail;

/// <summary>Answers the sender of the email that set the automation off, in its thread. Input: <c>body</c>; output: <c>id, threadId, messageId</c>.</summary>
internal sealed class GmailReplyTool(GmailReplies replies, GmailOutbox outbox) : ITool
{
    public string Name => "gmail.reply";

    public ToolEffect Effect => ToolEffect.Findable;

    public async Task<ToolResult> ExecuteAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var (reply, failure) = await replies.WriteAsync(call, call.InputText("body"), cancellationToken);
        return reply is null ? failure! : await outbox.SendAsync(call, reply.Mail, reply.ThreadId, cancellationToken);
    }

    public Task<ToolResult?> FindAsync(ToolCall call, CancellationToken cancellationToken) => outbox.FindAsync(call, cancellationToken);
}
