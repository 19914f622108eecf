using System.Collections.Concurrent;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Storage;

namespace Cortex.Sandbox.Providers;

/// <summary>A provider's accounts, one per connection, made when they are first asked for.</summary>
internal abstract class AccountsOf<TAccount>(Func<string, TAccount> open) : IJournaled, IConnectionState
    where TAccount : IAccount
{
    private readonly ConcurrentDictionary<string, TAccount> accounts = new(StringComparer.Ordinal);

    public TAccount Of(string connectionId) => accounts.GetOrAdd(connectionId, open);

    public void Forget(string connectionId) => accounts.TryRemove(connectionId, out _);

    public void Replay(JournalEntry entry)
    {
        if (entry is IAccountEntry<TAccount> { ConnectionId: var connectionId })
        {
            Of(connectionId).Apply(entry);
        }
        else if (entry is ConnectionDeleted deleted)
        {
            Forget(deleted.ConnectionId);
        }
    }
}
