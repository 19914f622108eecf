using System.Text.Json.Nodes;

namespace Cortex.Tools.Gmail;

/// <summary>Keeps mails as drafts, finds out whether an earlier try did, and sends or deletes them.</summary>
internal sealed class GmailDrafts(GmailCalls gmail, GmailTraces traces)
{
    private static readonly GmailPlace Place = new(
        GmailCalls.Drafts,
        "drafts",
        entry => entry.ObjectAt("message")?.Text("id"),
        "The draft may be there already: too many were written since to tell. Look into your drafts, and rerun if it is not there.");

    /// <summary>Makes a draft, within a thread if the mail has one; or says what went wrong.</summary>
    public async Task<(GmailDraft? Draft, ToolResult? Failure)> CreateAsync(ToolCall call, OutgoingMail mail, CancellationToken cancellationToken)
    {
        var answer = await gmail.PostAsync(call, GmailCalls.Drafts, new JsonObject { ["message"] = GmailMime.Resource(mail.Mail, mail.ThreadId) }, cancellationToken);
        return answer.Failure is { } failure ? (null, failure)
            : GmailDraft.Of(answer.Body) is { } draft ? (draft, null)
            : (null, gmail.Unconfirmed);
    }

    /// <summary>The draft that an earlier try of the call made. Neither a draft nor a failure: there certainly is none.</summary>
    public async Task<(GmailDraft? Draft, ToolResult? Failure)> FindAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var (entry, failure) = await traces.FindAsync(call, Place, threadId: null, cancellationToken);
        return (GmailDraft.Of(entry), failure);
    }

    /// <summary>Sends a draft, which is gone then: of all who ask for it one is answered with the message, and the others with 404.</summary>
    public Task<ProviderAnswer> SendAsync(ToolCall call, string draftId, CancellationToken cancellationToken) =>
        gmail.PostAsync(call, GmailCalls.Drafts.Then("send"), new JsonObject { ["id"] = draftId }, cancellationToken);

    /// <summary>Deletes a draft for good. One that could be deleted was not sent, and never will be.</summary>
    public Task<ProviderAnswer> DeleteAsync(ToolCall call, string draftId, CancellationToken cancellationToken) =>
        gmail.SendAsync(call, HttpMethod.Delete, GmailCalls.Drafts.Then(draftId), null, cancellationToken);
}
