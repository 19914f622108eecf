namespace Cortex.Sandbox.Providers.Gmail;

/// <summary>One message of a mailbox: the mail as it went over the wire, and what Gmail knows about it.</summary>
internal sealed record GmailMessage(
    string Id,
    string ThreadId,
    IReadOnlyList<string> LabelIds,
    long InternalDate,
    long HistoryId,
    MailSummary Summary,
    byte[] Raw,
    string? DraftId = null);
