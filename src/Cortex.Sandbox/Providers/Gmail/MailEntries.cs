using Cortex.Sandbox.Storage;

namespace Cortex.Sandbox.Providers.Gmail;

internal sealed record MailSaved(string ConnectionId, GmailMessage Message) : JournalEntry;

internal sealed record MailRelabeled(string ConnectionId, string Id, IReadOnlyList<string> LabelIds, long HistoryId) : JournalEntry;

internal sealed record MailRemoved(string ConnectionId, string Id) : JournalEntry;

internal sealed record LabelSaved(string ConnectionId, GmailLabel Label) : JournalEntry;
