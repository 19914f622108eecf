using System.Collections.Concurrent;
using Cortex.Sandbox.Storage;

namespace Cortex.Sandbox.Connections;

internal sealed class ConnectionStore(Journal journal, TimeProvider time) : IJournaled
{
    private readonly Lock changing = new();
    private readonly ConcurrentDictionary<string, Connection> connections = new(StringComparer.Ordinal);
    private int lastId;

    public IReadOnlyList<Connection> All => [.. connections.Values.OrderBy(connection => connection.Id)];

    public int Count => connections.Count;

    public Connection? Find(string connectionId) => connections.GetValueOrDefault(connectionId);

    /// <summary>As Nango looks connections up: by both names.</summary>
    public Connection? Find(string connectionId, string providerConfigKey)
        => Find(connectionId) is { } found && found.ProviderConfigKey == providerConfigKey ? found : null;

    /// <summary>Makes the connection, or authorises it anew when it is there; null when it belongs to someone else.</summary>
    public (Connection Connection, bool IsNew)? Authorize(
        string connectionId, string providerConfigKey, string provider, IReadOnlyDictionary<string, string> tags)
    {
        lock (changing)
        {
            var now = time.GetUtcNow();
            if (Find(connectionId) is not { } known)
            {
                return (Save(new Connection(lastId + 1, connectionId, providerConfigKey, provider, tags, now, now)), true);
            }

            var isOwn = known.Owner == tags.GetValueOrDefault(Connection.UserTag) && known.ProviderConfigKey == providerConfigKey;
            return isOwn ? (Save(known with { Tags = tags, UpdatedAt = now }), false) : null;
        }
    }

    public Connection? Retag(string connectionId, string providerConfigKey, IReadOnlyDictionary<string, string> tags)
    {
        lock (changing)
        {
            return Find(connectionId, providerConfigKey) is { } known
                ? Save(known with { Tags = tags, UpdatedAt = time.GetUtcNow() })
                : null;
        }
    }

    public bool Delete(string connectionId, string providerConfigKey)
    {
        lock (changing)
        {
            if (Find(connectionId, providerConfigKey) is null)
            {
                return false;
            }

            journal.Append(new ConnectionDeleted(connectionId));
            return connections.TryRemove(connectionId, out _);
        }
    }

    public void Replay(JournalEntry entry)
    {
        if (entry is ConnectionSaved saved)
        {
            Keep(saved.Connection);
        }
        else if (entry is ConnectionDeleted deleted)
        {
            connections.TryRemove(deleted.ConnectionId, out _);
        }
    }

    private Connection Save(Connection connection)
    {
        journal.Append(new ConnectionSaved(connection));
        Keep(connection);
        return connection;
    }

    private void Keep(Connection connection)
    {
        connections[connection.ConnectionId] = connection;
        lastId = Math.Max(lastId, connection.Id);
    }
}
