using System.Collections.Concurrent;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Storage;

namespace Cortex.Sandbox.Providers.Salesforce;

/// <summary>The Salesforce organisations, one per connection.</summary>
internal sealed class Organisations(Journal journal) : IJournaled, IConnectionState
{
    private readonly ConcurrentDictionary<string, Organisation> organisations = new(StringComparer.Ordinal);

    public Organisation Of(string connectionId) => organisations.GetOrAdd(connectionId, id => new Organisation(id, journal));

    public void Forget(string connectionId) => organisations.TryRemove(connectionId, out _);

    public void Replay(JournalEntry entry)
    {
        var connectionId = entry switch
        {
            SobjectSaved saved => saved.ConnectionId,
            SobjectRemoved removed => removed.ConnectionId,
            CustomFieldsSet set => set.ConnectionId,
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
