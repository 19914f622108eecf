using System.Text.Json.Nodes;

namespace Cortex.Tools.Gmail;

/// <summary>
/// Writes a draft and sends nothing: a new mail, or with <c>reply</c> an answer to the email that set the automation off. Input: <c>reply, to, subject, body</c>;
/// output: <c>draftId, threadId</c>.
/// </summary>
internal sealed class GmailCreateDraftTool(GmailReplies replies, GmailRecipients recipients, GmailDrafts drafts) : ITool
{
    public string Name => "gmail.create_draft";

    public ToolEffect Effect => ToolEffect.Findable;

    public async Task<ToolResult> ExecuteAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var (mail, unwritten) = call.InputText("reply") == "true"
            ? await replies.WriteAsync(call, call.InputText("body"), cancellationToken)
            : await WriteAsync(call, cancellationToken);
        if (mail is null)
        {
            return unwritten!;
        }

        using (mail)
        {
            var (draft, failure) = await drafts.CreateAsync(call, mail, cancellationToken);
            return failure ?? Made(draft!);
        }
    }

    public async Task<ToolResult?> FindAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var (draft, failure) = await drafts.FindAsync(call, cancellationToken);
        return failure ?? (draft is null ? null : Made(draft));
    }

    private static ToolResult.Completed Made(GmailDraft draft) => new(new JsonObject { ["draftId"] = draft.Id, ["threadId"] = draft.ThreadId }.ToJsonString());

    /// <summary>Unlike a mail that is sent, a draft may leave open to whom it goes.</summary>
    private async Task<(OutgoingMail? Mail, ToolResult? Failure)> WriteAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var (to, subject, body) = (call.InputText("to"), call.InputText("subject"), call.InputText("body"));
        if (GmailLimits.Fault(subject, body) is { } fault)
        {
            return (null, new ToolResult.Failed(fault));
        }

        var (list, failure) = string.IsNullOrWhiteSpace(to) ? (new GmailRecipientList([], []), null) : await recipients.ReadAsync(call, to, string.Empty, cancellationToken);
        return list is null ? (null, failure) : (new(GmailMime.Create(call, list.To, list.Cc, subject, body), ThreadId: null), null);
    }
}
