using System.Text.Json;
using Cortex.Items;
using Cortex.Nango;
using Cortex.Storage.Errors;

namespace Cortex.Tools.Gmail;

/// <summary>Finds mails that an earlier try of a step left in the mailbox.</summary>
/// <remarks>
/// A mail is found in two ways. By its Message-ID, which is one cheap search, where Gmail kept it; Gmail's API replaces Message-IDs as it sees fit.
/// And by <see cref="GmailMime.EffectHeader"/> among the mails written since the step began, newest first, which is certain and costs a read for each.
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
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The entry; undefined if there certainly is none; or what went wrong.</returns>
    public async Task<(JsonElement Entry, ToolResult? Failure)> FindAsync(ToolCall call, GmailPlace place, CancellationToken cancellationToken)
    {
        var search = place.List.With("q", $"rfc822msgid:{GmailMime.MessageId(call)}").With("includeSpamTrash", "true");
        var found = await gmail.GetAsync(call, search, cancellationToken);
        if (found.Failure is not null)
        {
            return (default, found.Failure);
        }

        return found.Body.Elements(place.Entries).FirstOrDefault(entry => entry.Text("id") is { Length: > 0 }) is { ValueKind: JsonValueKind.Object } entry
            ? (entry, null)
            : await FindAmongLatestAsync(call, place, cancellationToken);
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

        return latest.Body.Text("nextPageToken") is null ? default : (default, new ToolResult.Failed(place.CannotTell, ErrorCodes.MayHaveHappened));
    }

    private static bool HasEffectKey(ToolCall call, JsonElement message) =>
        GmailHeaders.Of(message)[GmailMime.EffectHeader].Any(value => value.Trim() == call.EffectKey);
}
