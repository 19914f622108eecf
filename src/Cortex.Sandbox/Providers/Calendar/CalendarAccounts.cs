using System.Collections.Concurrent;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Storage;

namespace Cortex.Sandbox.Providers.Calendar;

/// <summary>The Google Calendar accounts, one per connection.</summary>
internal sealed class CalendarAccounts(Journal journal) : IJournaled, IConnectionState
{
    private readonly ConcurrentDictionary<string, CalendarAccount> accounts = new(StringComparer.Ordinal);

    public CalendarAccount Of(string connectionId) => accounts.GetOrAdd(connectionId, id => new CalendarAccount(id, journal));

    public void Replay(JournalEntry entry)
    {
        var connectionId = entry switch
        {
            CalendarSaved saved => saved.ConnectionId,
            CalendarEventSaved saved => saved.ConnectionId,
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

    public void Forget(string connectionId) => accounts.TryRemove(connectionId, out _);
}
