using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Items;
using Cortex.Nango;
using MimeKit;

namespace Cortex.Tools.Gmail;

/// <summary>Sends mails, and finds out whether an earlier try sent one.</summary>
/// <remarks>
/// A mail is found in two ways. By its Message-ID, which is one cheap search, where Gmail kept it; Gmail's API replaces Message-IDs as it sees fit.
/// And by <see cref="GmailMime.EffectHeader"/> among the mails sent since the step began, newest first, which is certain and costs a read for each.
/// </remarks>
internal sealed class GmailOutbox(GmailCalls gmail)
{
    /// <summary>Sent mails that are looked at, at most; one page of Gmail's list.</summary>
    private const int SentMax = 100;

    /// <summary>How far Google's clock may be behind ours.</summary>
    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(5);

    /// <summary>Sends a mail, within a thread if one is given.</summary>
    public async Task<ToolResult> SendAsync(ToolCall call, MimeMessage message, string? threadId, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["raw"] = GmailMime.ToRaw(message) };
        if (!string.IsNullOrEmpty(threadId))
        {
            body["threadId"] = threadId;
        }

        var answer = await gmail.PostAsync(call, GmailCalls.Messages.Then("send"), body, cancellationToken);

        // A success without an id was sent all the same: as a retry it is looked for, not sent again.
        return answer.Failure ?? (ToolResult?)Sent(call, answer.Body) ?? gmail.Unreadable;
    }

    /// <summary>As <see cref="ITool.FindAsync"/>.</summary>
    public async Task<ToolResult?> FindAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var search = GmailCalls.Messages.With("q", $"rfc822msgid:{GmailMime.MessageId(call)}").With("includeSpamTrash", "true");
        var found = await gmail.GetAsync(call, search, cancellationToken);
        return found.Failure
            ?? found.Body.Elements("messages").Select(message => Sent(call, message)).FirstOrDefault(sent => sent is not null)
            ?? await FindAmongSentAsync(call, cancellationToken);
    }

    private async Task<ToolResult?> FindAmongSentAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var list = GmailCalls.Messages.With("labelIds", "SENT").With("maxResults", $"{SentMax}").With("includeSpamTrash", "true");
        var sent = await gmail.GetAsync(call, list, cancellationToken);
        if (sent.Failure is not null)
        {
            return sent.Failure;
        }

        foreach (var id in sent.Body.Elements("messages").Select(message => message.Text("id")).Where(ProviderPath.IsSegment))
        {
            var read = GmailCalls.Messages.Then(id!).With("format", "metadata").With("metadataHeaders", GmailMime.EffectHeader);
            var message = await gmail.GetAsync(call, read, cancellationToken);
            if (message.Failure is not null && message.Status != 404)
            {
                return message.Failure;
            }

            if (HasEffectKey(call, message.Body))
            {
                return Sent(call, message.Body);
            }

            if (ItemTime.Parse(message.Body.TextOrNumber("internalDate")) < call.StartedAt - ClockSlack)
            {
                return null;
            }
        }

        return sent.Body.Text("nextPageToken") is null
            ? null
            : new ToolResult.Failed("The email may have been sent: too many went out since to tell. Look into your sent mail, and rerun if it is not there.");
    }

    private static bool HasEffectKey(ToolCall call, JsonElement message) =>
        GmailHeaders.Of(message)[GmailMime.EffectHeader].Any(value => value.Trim() == call.EffectKey);

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
