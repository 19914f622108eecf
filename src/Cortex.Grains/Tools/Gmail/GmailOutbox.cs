using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Storage.Errors;

namespace Cortex.Tools.Gmail;

/// <summary>Sends mails, each of them once.</summary>
/// <remarks>
/// <para>(1) The mail is kept as a draft. (2) The draft's id is kept with the step. (3) The draft is sent. Gmail sends a draft once, however many ask for it, at whatever time: from (2) on
/// nobody need know what became of an earlier request, and one that was sent long ago and takes effect now does no harm.</para>
/// <para>A crash between (1) and (2) leaves a draft that nobody will send, and that the next try finds by its Message-ID or <see cref="GmailMime.EffectHeader"/>. A draft that is gone at (3)
/// was sent before, and is found among the sent mails, or its user deleted it.</para>
/// </remarks>
internal sealed class GmailOutbox(GmailCalls gmail, GmailDrafts drafts, GmailTraces traces)
{
    private static readonly GmailPlace SentMail = new(
        GmailCalls.Messages.With("labelIds", "SENT"),
        "messages",
        entry => entry.Text("id"),
        "The email may have been sent: too many went out since to tell. Look into your sent mail, and rerun if it is not there.");

    private static readonly ToolResult Deleted = new ToolResult.Failed(
        "The email was not sent: its draft was deleted in Gmail before it went out. Rerun if it should be sent after all.", ErrorCodes.NotFound);

    /// <summary>Sends the mail of a call, within a thread if one is given, or the draft that an earlier try of the call made of it.</summary>
    public async Task<ToolResult> SendAsync(ToolCall call, string? threadId, WriteMail write, CancellationToken cancellationToken)
    {
        var lease = LeaseOf(call);
        if (lease.Mark is { } known)
        {
            return await SendDraftAsync(call, threadId, lease, known, cancellationToken);
        }

        var (mail, unwritten) = await write(cancellationToken);
        if (mail is null)
        {
            return unwritten!;
        }

        using (mail)
        {
            var (draft, failure) = await drafts.CreateAsync(call, mail, cancellationToken);
            if (draft is null)
            {
                return failure!;
            }

            await lease.KeepAsync(draft.Id, cancellationToken);
            return await SendDraftAsync(call, threadId, lease, draft.Id, cancellationToken);
        }
    }

    /// <summary>As <see cref="ITool.FindAsync"/>, for a mail that was sent within a thread if one is given.</summary>
    public async Task<ToolResult?> FindAsync(ToolCall call, string? threadId, CancellationToken cancellationToken)
    {
        var lease = LeaseOf(call);
        if (lease.Mark is not null)
        {
            return null;
        }

        // Nothing is sent before its draft is known here: a draft that is still there was not. One that is overlooked among too many is left over, and no more.
        var (draft, unsure) = await drafts.FindAsync(call, cancellationToken);
        if (unsure is not (null or ToolResult.Failed))
        {
            return unsure;
        }

        if (draft is not null)
        {
            await lease.KeepAsync(draft.Id, cancellationToken);
            return null;
        }

        // Its user may have sent it, or a version of Cortex that made no drafts.
        return await FindSentAsync(call, threadId, cancellationToken);
    }

    private async Task<ToolResult> SendDraftAsync(ToolCall call, string? threadId, IStepLease lease, string draftId, CancellationToken cancellationToken)
    {
        var answer = await drafts.SendAsync(call, draftId, cancellationToken);
        return answer.Failure switch
        {
            // A success without an id was sent all the same: tried again, it is found.
            null => Sent(call, answer.Body) ?? (ToolResult)gmail.Unconfirmed,
            ToolResult.Failed when answer.Status == 404 => await FindSentAsync(call, threadId, cancellationToken) ?? Deleted,
            ToolResult.Failed refusal when answer.Status > 0 => await GiveUpAsync(call, threadId, lease, draftId, refusal, cancellationToken),
            var other => other,
        };
    }

    /// <summary>Takes away a draft that Gmail will not send. If that cannot be done it may have been sent before.</summary>
    private async Task<ToolResult> GiveUpAsync(ToolCall call, string? threadId, IStepLease lease, string draftId, ToolResult.Failed refusal, CancellationToken cancellationToken)
    {
        if ((await drafts.DeleteAsync(call, draftId, cancellationToken)).Failure is not null)
        {
            return await FindSentAsync(call, threadId, cancellationToken) ?? refusal;
        }

        await lease.KeepAsync(null, cancellationToken);
        return refusal;
    }

    private async Task<ToolResult?> FindSentAsync(ToolCall call, string? threadId, CancellationToken cancellationToken)
    {
        var (entry, failure) = await traces.FindAsync(call, SentMail, threadId, cancellationToken);
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

    private static IStepLease LeaseOf(ToolCall call) => call.Lease ?? throw new InvalidOperationException("A mail is sent under a lease.");
}
