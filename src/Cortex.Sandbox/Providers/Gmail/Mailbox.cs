using System.Globalization;
using System.Security.Cryptography;
using Cortex.Sandbox.Storage;

namespace Cortex.Sandbox.Providers.Gmail;

/// <summary>One Gmail account. Every change is an entry: written to the journal first, then applied here. Used under its lock.</summary>
internal sealed class Mailbox(string connectionId, Journal journal) : IAccount
{
    private const long FirstHistoryId = 88_000;

    private readonly Dictionary<string, GmailMessage> messages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> idsByMessageId = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, GmailLabel> labels = SystemLabels.All.ToDictionary(label => label.Id, StringComparer.Ordinal);

    private readonly HashSet<string> unsynced = new(StringComparer.Ordinal);

    public Lock Access { get; } = new();

    public string ConnectionId => connectionId;

    public long HistoryId { get; private set; } = FirstHistoryId;

    public IReadOnlyCollection<GmailMessage> Messages => messages.Values;

    public IReadOnlyCollection<GmailLabel> Labels => labels.Values;

    /// <summary>The messages that calls have changed since the last sync run, removed ones among them.</summary>
    public IReadOnlySet<string> Unsynced => unsynced;

    public GmailMessage? Find(string id) => messages.GetValueOrDefault(id);

    public GmailMessage? Draft(string draftId) => messages.Values.FirstOrDefault(message => message.DraftId == draftId);

    public IEnumerable<GmailMessage> FindByMessageId(string messageId)
        => idsByMessageId.TryGetValue(messageId, out var ids) ? ids.Select(id => messages[id]) : [];

    public IEnumerable<GmailMessage> Thread(string threadId)
        => messages.Values.Where(message => message.ThreadId == threadId).OrderBy(message => message.InternalDate);

    public GmailLabel? Label(string id) => labels.GetValueOrDefault(id);

    public GmailLabel? LabelNamed(string name)
        => labels.Values.FirstOrDefault(label => label.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Keeps a message that a sync run has found.</summary>
    public GmailMessage Save(GmailMessage message) => Save(message, isUnsynced: false);

    /// <summary>Keeps a mail that has just been written or has come in.</summary>
    public GmailMessage Receive(byte[] raw, MailSummary summary, IReadOnlyList<string> labelIds, DateTimeOffset at, string? threadId = null, string? draftId = null)
        => Save(New(raw, summary, labelIds, at, threadId, draftId), isUnsynced: true);

    /// <summary>Puts another message, with an id of its own, in a draft's place.</summary>
    public GmailMessage Send(GmailMessage draft, byte[] raw, MailSummary summary, IReadOnlyList<string> labelIds, DateTimeOffset at, string threadId)
    {
        var sent = New(raw, summary, labelIds, at, threadId, draftId: null) with { HistoryId = HistoryId + 1 };
        Commit(new DraftSent(connectionId, draft.Id, sent));
        return sent;
    }

    public GmailMessage Relabel(GmailMessage message, IReadOnlyList<string> labelIds)
    {
        if (message.LabelIds.SequenceEqual(labelIds))
        {
            return message;
        }

        Commit(new MailRelabeled(connectionId, message.Id, labelIds, HistoryId + 1));
        return messages[message.Id];
    }

    public void Remove(string id, bool isUnsynced)
    {
        if (messages.ContainsKey(id))
        {
            Commit(new MailRemoved(connectionId, id, isUnsynced));
        }
    }

    /// <summary>Notes that a sync run has found these.</summary>
    public void Synced(IReadOnlyList<string> ids)
    {
        if (ids.Count > 0)
        {
            Commit(new MailSynced(connectionId, ids));
        }
    }

    public void Save(GmailLabel label) => Commit(new LabelSaved(connectionId, label));

    public void Apply(JournalEntry entry)
    {
        switch (entry)
        {
            case MailSaved saved:
                Keep(saved.Message);
                Mark(saved.Message.Id, saved.IsUnsynced);
                break;
            case MailRelabeled relabeled when Find(relabeled.Id) is { } message:
                Keep(message with { LabelIds = relabeled.LabelIds, HistoryId = relabeled.HistoryId });
                Mark(relabeled.Id, isUnsynced: true);
                break;
            case MailRemoved removed:
                Drop(removed.Id, removed.IsUnsynced);
                break;
            case DraftSent sent:
                Drop(sent.DraftMessageId, isUnsynced: true);
                Keep(sent.Message);
                Mark(sent.Message.Id, isUnsynced: true);
                break;
            case MailSynced synced:
                unsynced.ExceptWith(synced.Ids);
                break;
            case LabelSaved saved:
                labels[saved.Label.Id] = saved.Label;
                break;
        }
    }

    private GmailMessage New(byte[] raw, MailSummary summary, IReadOnlyList<string> labelIds, DateTimeOffset at, string? threadId, string? draftId)
    {
        var milliseconds = at.ToUnixTimeMilliseconds();
        var id = FreeId(milliseconds);
        var thread = threadId is { Length: > 0 } ? threadId : ThreadOfParent(summary) ?? id;
        return new GmailMessage(id, thread, labelIds, milliseconds, 0, summary, raw, draftId);
    }

    private GmailMessage Save(GmailMessage message, bool isUnsynced)
    {
        var saved = message with { HistoryId = HistoryId + 1 };
        Commit(new MailSaved(connectionId, saved, isUnsynced));
        return saved;
    }

    /// <summary>A reply joins the thread of the message that it answers.</summary>
    private string? ThreadOfParent(MailSummary summary) => summary.References.Reverse().SelectMany(FindByMessageId).FirstOrDefault()?.ThreadId;

    /// <summary>Like Gmail's: sixteen hexadecimal digits that grow with time.</summary>
    private string FreeId(long milliseconds)
    {
        string id;
        do
        {
            id = milliseconds.ToString("x11", CultureInfo.InvariantCulture) + RandomNumberGenerator.GetHexString(5, lowercase: true);
        }
        while (messages.ContainsKey(id));

        return id;
    }

    private void Mark(string id, bool isUnsynced)
    {
        if (isUnsynced)
        {
            unsynced.Add(id);
        }
        else
        {
            unsynced.Remove(id);
        }
    }

    private void Commit(JournalEntry entry)
    {
        journal.Append(entry);
        Apply(entry);
    }

    private void Drop(string id, bool isUnsynced)
    {
        if (messages.Remove(id, out var message))
        {
            idsByMessageId[message.Summary.MessageId].Remove(id);
            Mark(id, isUnsynced);
        }
    }

    private void Keep(GmailMessage message)
    {
        if (messages.TryGetValue(message.Id, out var known))
        {
            idsByMessageId[known.Summary.MessageId].Remove(message.Id);
        }

        messages[message.Id] = message;
        HistoryId = Math.Max(HistoryId, message.HistoryId);
        if (!idsByMessageId.TryGetValue(message.Summary.MessageId, out var ids))
        {
            idsByMessageId[message.Summary.MessageId] = ids = new HashSet<string>(StringComparer.Ordinal);
        }

        ids.Add(message.Id);
    }
}
