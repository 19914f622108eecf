namespace Cortex.Tools.Gmail;

/// <summary>Answers the sender of the email that set the automation off, in its thread. Input: <c>body</c>; output: <c>id, threadId, messageId</c>.</summary>
internal sealed class GmailReplyTool(GmailReplies replies, GmailOutbox outbox) : ITool
{
    public string Name => "gmail.reply";

    public ToolEffect Effect => ToolEffect.Findable;

    public Task<ToolResult> ExecuteAsync(ToolCall call, CancellationToken cancellationToken) =>
        outbox.SendAsync(call, ThreadOf(call), token => replies.WriteAsync(call, call.InputText("body"), token), cancellationToken);

    public Task<ToolResult?> FindAsync(ToolCall call, CancellationToken cancellationToken) => outbox.FindAsync(call, ThreadOf(call), cancellationToken);

    private static string? ThreadOf(ToolCall call) => TriggeringEmail.Of(call.Item)?.ThreadId;
}
