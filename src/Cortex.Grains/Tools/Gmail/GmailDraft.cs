using System.Text.Json;
using Cortex.Nango;

namespace Cortex.Tools.Gmail;

/// <summary>A draft of the mailbox.</summary>
/// <param name="Id">Gmail's id, which stays the same however its message is changed.</param>
/// <param name="ThreadId">The thread that it is in; empty if Gmail does not say.</param>
internal sealed record GmailDraft(string Id, string ThreadId)
{
    /// <summary>Reads Gmail's draft; null if it has no id.</summary>
    public static GmailDraft? Of(JsonElement draft) => draft.Text("id") is { } id && ProviderPath.IsSegment(id)
        ? new(id, draft.ObjectAt("message")?.Text("threadId") ?? string.Empty)
        : null;
}
