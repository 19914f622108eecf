using System.Text.Json;
using System.Text.Json.Nodes;
using MimeKit;

namespace Cortex.Tools.Gmail;

/// <summary>Sends mails, and finds out whether an earlier try sent one.</summary>
internal sealed class GmailOutbox(GmailCalls gmail, GmailTraces traces)
{
    private static readonly GmailPlace SentMail = new(
        GmailCalls.Messages,
        GmailCalls.Messages.With("labelIds", "SENT"),
        "messages",
        entry => entry.Text("id"),
        "The email may have been sent: too many went out since to tell. Look into your sent mail, and rerun if it is not there.");

    /// <summary>Sends a mail, within a thread if one is given.</summary>
    public async Task<ToolResult> SendAsync(ToolCall call, MimeMessage message, string? threadId, CancellationToken cancellationToken)
    {
        var answer = await gmail.PostAsync(call, GmailCalls.Messages.Then("send"), GmailMime.Resource(message, threadId), cancellationToken);

        // A success without an id was sent all the same: as a retry it is looked for, not sent again.
        return answer.Failure ?? (ToolResult?)Sent(call, answer.Body) ?? gmail.Unconfirmed;
    }

    /// <summary>As <see cref="ITool.FindAsync"/>.</summary>
    public async Task<ToolResult?> FindAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var (entry, failure) = await traces.FindAsync(call, SentMail, cancellationToken);
        return failure ?? Sent(call, entry);
    }

    private static ToolResult.Completed? Sent(ToolCall call, JsonElement message)
    {
        if (message.Text("id") is not { Length: > 0 } id)
        {
            return null;
        }

        var output = new JsonObject { ["id"] = id, ["threadId"] = message.Text("threadId") ?? string.Empty, ["messageId"] = GmailMime.MessageId(call) };
        return new(output.ToJsonString());
    }
}
