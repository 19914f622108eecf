using System.Text.Json;
using System.Text.Json.Nodes;
using MimeKit;

namespace Cortex.Tools.Gmail;

/// <summary>Keeps mails as drafts, and finds out whether an earlier try did.</summary>
internal sealed class GmailDrafts(GmailCalls gmail, GmailTraces traces)
{
    private static readonly GmailPlace Drafts = new(
        GmailCalls.Drafts,
        GmailCalls.Drafts,
        "drafts",
        entry => entry.ObjectAt("message")?.Text("id"),
        "The draft may be there already: too many were written since to tell. Look into your drafts, and rerun if it is not there.");

    /// <summary>Makes a draft, within a thread if one is given.</summary>
    public async Task<ToolResult> CreateAsync(ToolCall call, MimeMessage message, string? threadId, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["message"] = GmailMime.Resource(message, threadId) };
        var answer = await gmail.PostAsync(call, GmailCalls.Drafts, body, cancellationToken);
        return answer.Failure ?? (ToolResult?)Made(answer.Body) ?? gmail.Unconfirmed;
    }

    /// <summary>As <see cref="ITool.FindAsync"/>.</summary>
    public async Task<ToolResult?> FindAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var (entry, failure) = await traces.FindAsync(call, Drafts, cancellationToken);
        return failure ?? Made(entry);
    }

    private static ToolResult.Completed? Made(JsonElement draft) => draft.Text("id") is { Length: > 0 } id
        ? new(new JsonObject { ["draftId"] = id, ["threadId"] = draft.ObjectAt("message")?.Text("threadId") ?? string.Empty }.ToJsonString())
        : null;
}
