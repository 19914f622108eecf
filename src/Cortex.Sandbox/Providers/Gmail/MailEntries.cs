using Cortex.Sandbox.Storage;

namespace Cortex.Sandbox.Providers.Gmail;

/// <param name="IsUnsynced">Whether the next sync run has to find it; a mail that a test put in is a record already.</param>
internal sealed record MailSaved(string ConnectionId, GmailMessage Message, bool IsUnsynced = false) : JournalEntry, IAccountEntry<Mailbox>;

internal sealed record MailRelabeled(string ConnectionId, string Id, IReadOnlyList<string> LabelIds, long HistoryId) : JournalEntry, IAccountEntry<Mailbox>;

internal sealed record MailRemoved(string ConnectionId, string Id, bool IsUnsynced = false) : JournalEntry, IAccountEntry<Mailbox>;

/// <param name="DraftMessageId">The message that the draft held; it is gone, and the draft with it.</param>
internal sealed record DraftSent(string ConnectionId, string DraftMessageId, GmailMessage Message) : JournalEntry, IAccountEntry<Mailbox>;

internal sealed record MailSynced(string ConnectionId, IReadOnlyList<string> Ids) : JournalEntry, IAccountEntry<Mailbox>;

internal sealed record LabelSaved(string ConnectionId, GmailLabel Label) : JournalEntry, IAccountEntry<Mailbox>;
