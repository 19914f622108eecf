using System.Collections.Concurrent;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Storage;

namespace Cortex.Sandbox.Records;

/// <summary>Which syncs of which connections are paused; all others run.</summary>
internal sealed class PausedSyncs(Journal journal) : IJournaled, IConnectionState
{
    private readonly ConcurrentDictionary<(string ConnectionId, string Name), bool> paused = new();

    public bool IsPaused(string connectionId, string name) => paused.ContainsKey((connectionId, name));

    public void Set(string connectionId, string name, bool isPaused)
    {
        if (IsPaused(connectionId, name) == isPaused)
        {
            return;
        }

        var entry = new SyncPaused(connectionId, name, isPaused);
        journal.Append(entry);
        Replay(entry);
    }

    public void Replay(JournalEntry entry)
    {
        switch (entry)
        {
            case SyncPaused { IsPaused: true } sync:
                paused[(sync.ConnectionId, sync.Name)] = true;
                break;
            case SyncPaused sync:
                paused.TryRemove((sync.ConnectionId, sync.Name), out _);
                break;
            case ConnectionDeleted deleted:
                Forget(deleted.ConnectionId);
                break;
        }
    }

    public void Forget(string connectionId)
    {
        foreach (var key in paused.Keys.Where(key => key.ConnectionId == connectionId))
        {
            paused.TryRemove(key, out _);
        }
    }
}
