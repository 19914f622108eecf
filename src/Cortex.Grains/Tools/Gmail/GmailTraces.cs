using System.Text.Json;
using Cortex.Items;
using Cortex.Nango;
using Cortex.Storage.Errors;

namespace Cortex.Tools.Gmail;

/// <summary>Finds mails that an earlier try of a step left in the mailbox.</summary>
/// <remarks>
/// A mail is found in three ways. By its Message-ID, which is one cheap search, where Gmail kept it; Gmail's API replaces Message-IDs as it sees fit.
/// One that was sent by <see cref="GmailMime.EffectHeader"/> in the thread that it was written into, which is one read and certain, however many mails the mailbox writes.
/// And by that header among the mails written since the step began, newest first, which is certain too and costs a read for each.
/// </remarks>
internal sealed class GmailTraces(GmailCalls gmail)
{
    /// <summary>Mails that are looked at, at most; one page of Gmail's list.</summary>
    private const int MailsMax = 100;

    /// <summary>How far Google's clock may be behind ours.</summary>
    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(5);

    /// <summary>The mail of this call, as the place where it was looked for lists it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="place">Where it would be.</param>
    /// <param name="threadId">Gmail's id of the thread that it was written into; null or empty if it was to begin its own, or that is not known.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The entry; undefined if there certainly is none; or what went wrong.</returns>
    public async Task<(JsonElement Entry, ToolResult? Failure)> FindAsync(ToolCall call, GmailPlace place, string? threadId, CancellationToken cancellationToken)
    {
        var search = place.List.With("q", $"rfc822msgid:{GmailMime.MessageId(call)}").With("includeSpamTrash", "true");
        var found = await gmail.GetAsync(call, search, cancellationToken);
        if (found.Failure is not null)
        {
            return (default, found.Failure);
        }

        if (found.Body.Elements(place.Entries).FirstOrDefault(entry => entry.Text("id") is { Length: > 0 }) is { ValueKind: JsonValueKind.Object } entry)
        {
            return (entry, null);
        }

        return threadId is not null && ProviderPath.IsSegment(threadId)
            ? await FindInThreadAsync(call, place, threadId, cancellationToken)
            : await FindAmongLatestAsync(call, place, cancellationToken);
    }

    private async Task<(JsonElement Entry, ToolResult? Failure)> FindInThreadAsync(ToolCall call, GmailPlace place, string threadId, CancellationToken cancellationToken)
    {
        var thread = await gmail.GetAsync(call, GmailCalls.Threads.Then(threadId).With("format", "metadata").With("metadataHeaders", GmailMime.EffectHeader), cancellationToken);
        if (thread.Status == 404)
        {
            // Its owner has deleted the conversation, and what was written into it since begins another.
            return await FindAmongLatestAsync(call, place, cancellationToken);
        }

        return thread.Failure is not null ? (default, thread.Failure) : (thread.Body.Elements("messages").FirstOrDefault(message => !IsDraft(message) && HasEffectKey(call, message)), null);
    }

    private async Task<(JsonElement Entry, ToolResult? Failure)> FindAmongLatestAsync(ToolCall call, GmailPlace place, CancellationToken cancellationToken)
    {
        var latest = await gmail.GetAsync(call, place.List.With("maxResults", $"{MailsMax}").With("includeSpamTrash", "true"), cancellationToken);
        if (latest.Failure is not null)
        {
            return (default, latest.Failure);
        }

        foreach (var entry in latest.Body.Elements(place.Entries))
        {
            if (place.MessageIdOf(entry) is not { } id || !ProviderPath.IsSegment(id))
            {
                continue;
            }

            var read = GmailCalls.Messages.Then(id).With("format", "metadata").With("metadataHeaders", GmailMime.EffectHeader);
            var message = await gmail.GetAsync(call, read, cancellationToken);
            if (message.Failure is not null && message.Status != 404)
            {
                return (default, message.Failure);
            }

            if (HasEffectKey(call, message.Body))
            {
                return (entry, null);
            }

            if (ItemTime.Parse(message.Body.TextOrNumber("internalDate")) < call.StartedAt - ClockSlack)
            {
                return default;
            }
        }

        return latest.Body.Text("nextPageToken") is null ? default : (default, new ToolResult.Failed(place.UnknownOutcomeText, ErrorCodes.MayHaveHappened));
    }

    /// <summary>A thread holds the drafts that are written into it, too.</summary>
    private static bool IsDraft(JsonElement message) => message.Elements("labelIds").Any(label => label.Text() == "DRAFT");

    private static bool HasEffectKey(ToolCall call, JsonElement message) =>
        GmailHeaders.Of(message)[GmailMime.EffectHeader].Any(value => value.Trim() == call.EffectKey);
}
