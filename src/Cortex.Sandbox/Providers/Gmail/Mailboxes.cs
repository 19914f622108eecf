using System.Collections.Concurrent;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Storage;

namespace Cortex.Sandbox.Providers.Gmail;

/// <summary>The Gmail accounts, one per connection.</summary>
internal sealed class Mailboxes(Journal journal) : IJournaled, IConnectionState
{
    private readonly ConcurrentDictionary<string, Mailbox> mailboxes = new(StringComparer.Ordinal);

    public Mailbox Of(string connectionId) => mailboxes.GetOrAdd(connectionId, id => new Mailbox(id, journal));

    public void Forget(string connectionId) => mailboxes.TryRemove(connectionId, out _);

    public void Replay(JournalEntry entry)
    {
        var connectionId = entry switch
        {
            MailSaved saved => saved.ConnectionId,
            MailRelabeled relabeled => relabeled.ConnectionId,
            MailRemoved removed => removed.ConnectionId,
            MailSynced synced => synced.ConnectionId,
            LabelSaved label => label.ConnectionId,
            _ => null,
        };
        if (connectionId is not null)
        {
            Of(connectionId).Apply(entry);
        }
        else if (entry is ConnectionDeleted deleted)
        {
            Forget(deleted.ConnectionId);
        }
    }
}
