using Cortex.Sandbox.Storage;

namespace Cortex.Sandbox.Providers.Gmail;

/// <summary>One Gmail account. Every change is an entry: written to the journal first, then applied here. Used under its lock.</summary>
internal sealed class Mailbox(string connectionId, Journal journal)
{
    private const long FirstHistoryId = 88_000;

    private readonly Dictionary<string, GmailMessage> messages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> idsByMessageId = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, GmailLabel> labels = SystemLabels.All.ToDictionary(label => label.Id, StringComparer.Ordinal);

    public Lock Access { get; } = new();

    public string ConnectionId => connectionId;

    public long HistoryId { get; private set; } = FirstHistoryId;

    public IReadOnlyCollection<GmailMessage> Messages => messages.Values;

    public IReadOnlyCollection<GmailLabel> Labels => labels.Values;

    public GmailMessage? Find(string id) => messages.GetValueOrDefault(id);

    public IEnumerable<GmailMessage> FindByMessageId(string messageId)
        => idsByMessageId.TryGetValue(messageId, out var ids) ? ids.Select(id => messages[id]) : [];

    public IEnumerable<GmailMessage> Thread(string threadId)
        => messages.Values.Where(message => message.ThreadId == threadId).OrderBy(message => message.InternalDate);

    public GmailLabel? Label(string id) => labels.GetValueOrDefault(id);

    public GmailLabel? LabelNamed(string name)
        => labels.Values.FirstOrDefault(label => label.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public GmailMessage Save(GmailMessage message)
    {
        var saved = message with { HistoryId = HistoryId + 1 };
        Commit(new MailSaved(connectionId, saved));
        return saved;
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

    public void Remove(string id)
    {
        if (messages.ContainsKey(id))
        {
            Commit(new MailRemoved(connectionId, id));
        }
    }

    public void Save(GmailLabel label) => Commit(new LabelSaved(connectionId, label));

    public void Apply(JournalEntry entry)
    {
        switch (entry)
        {
            case MailSaved saved:
                Keep(saved.Message);
                break;
            case MailRelabeled relabeled when Find(relabeled.Id) is { } message:
                Keep(message with { LabelIds = relabeled.LabelIds, HistoryId = relabeled.HistoryId });
                break;
            case MailRemoved removed when messages.Remove(removed.Id, out var message):
                idsByMessageId[message.Summary.MessageId].Remove(message.Id);
                break;
            case LabelSaved saved:
                labels[saved.Label.Id] = saved.Label;
                break;
        }
    }

    private void Commit(JournalEntry entry)
    {
        journal.Append(entry);
        Apply(entry);
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
