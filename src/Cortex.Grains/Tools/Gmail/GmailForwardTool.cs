using System.Buffers.Text;
using System.Text.Json;
using Cortex.Nango;
using Cortex.Storage.Errors;
using MimeKit;

namespace Cortex.Tools.Gmail;

/// <summary>
/// Passes the email that set the automation off on, with its text and all that is attached to it. Input: <c>to</c>, one or more addresses or <c>me</c>, and
/// <c>body</c>, a note above it; output: <c>id, threadId, messageId</c>.
/// </summary>
internal sealed class GmailForwardTool(GmailCalls gmail, GmailRecipients recipients, GmailOutbox outbox) : ITool
{
    public string Name => "gmail.forward";

    public ToolEffect Effect => ToolEffect.Findable;

    public Task<ToolResult> ExecuteAsync(ToolCall call, CancellationToken cancellationToken) => outbox.SendAsync(call, threadId: null, token => WriteAsync(call, token), cancellationToken);

    public Task<ToolResult?> FindAsync(ToolCall call, CancellationToken cancellationToken) => outbox.FindAsync(call, threadId: null, cancellationToken);

    private async Task<(OutgoingMail? Mail, ToolResult? Failure)> WriteAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var email = TriggeringEmail.Of(call.Item);
        if (email is null)
        {
            return (null, TriggeringEmail.Missing("forward"));
        }

        var note = call.InputText("body");
        if (GmailLimits.NoteFault(note) is { } fault)
        {
            return (null, new ToolResult.Failed(fault));
        }

        var (list, refused) = await recipients.ReadAsync(call, call.InputText("to"), string.Empty, cancellationToken);
        if (list is null)
        {
            return (null, refused);
        }

        var (original, failure) = await ReadAsync(call, GmailCalls.Messages.Then(email.Id), cancellationToken);
        return original is null ? (null, failure) : (new(GmailForward.Of(call, list.To, note, original), ThreadId: null), null);
    }

    /// <summary>The email as it went over the wire. Its size is asked for first: more than is taken would be cut in the middle.</summary>
    private async Task<(MimeMessage? Original, ToolResult? Failure)> ReadAsync(ToolCall call, ProviderPath email, CancellationToken cancellationToken)
    {
        var size = await gmail.GetAsync(call, email.With("format", "minimal"), cancellationToken);
        if (size.Failure is not null)
        {
            return (null, size.Failure);
        }

        if (size.Body.Count("sizeEstimate") > GmailLimits.ForwardBytesMax)
        {
            return (null, new ToolResult.Failed(
                $"The email is too large to be forwarded: with its attachments it has more than {GmailLimits.ForwardBytesMax / (1024 * 1024)} MiB. Forward it by hand."));
        }

        var answer = await gmail.GetAsync(call, email.With("format", "raw"), cancellationToken);
        if (answer.Failure is not null)
        {
            return (null, answer.Failure);
        }

        return Read(answer.Body) is { } original ? (original, null) : (null, new ToolResult.Failed("The email could not be read, so it was not forwarded: it is not written as emails are.", ErrorCodes.ProviderRejected));
    }

    private static MimeMessage? Read(JsonElement message)
    {
        var raw = message.Text("raw");
        if (raw is not { Length: > 0 } || !Base64Url.IsValid(raw))
        {
            return null;
        }

        try
        {
            using var bytes = new MemoryStream(Base64Url.DecodeFromChars(raw));
            return MimeMessage.Load(bytes);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
