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
                var email = tags.GetValueOrDefault(Connection.EmailTag);
                return (Save(new Connection(lastId + 1, connectionId, providerConfigKey, provider, tags, now, now, email)), true);
            }

            var isOwn = (known.Owner ?? tags.GetValueOrDefault(Connection.UserTag)) == tags.GetValueOrDefault(Connection.UserTag)
                && known.ProviderConfigKey == providerConfigKey;
            return isOwn ? (Save(Renewed(known, tags, now)), false) : null;
        }
    }

    /// <summary>
    /// The authorisation of a connection is renewed, whoever does it: as at Nango, the tags of the session that did it replace the
    /// connection's, and a session without tags leaves none.
    /// </summary>
    public Connection? Reauthorize(string connectionId, string providerConfigKey, IReadOnlyDictionary<string, string> tags)
    {
        lock (changing)
        {
            return Find(connectionId, providerConfigKey) is { } known ? Save(Renewed(known, tags, time.GetUtcNow())) : null;
        }
    }

    /// <summary>Changes a connection that is there; null when it is not.</summary>
    public Connection? Change(string connectionId, string providerConfigKey, Func<Connection, Connection> change)
    {
        lock (changing)
        {
            return Find(connectionId, providerConfigKey) is { } known
                ? Save(change(known) with { UpdatedAt = time.GetUtcNow() })
                : null;
        }
    }

    public bool Delete(string connectionId, string providerConfigKey)
    {
        lock (changing)
        {
            if (Find(connectionId, providerConfigKey) is not { } known)
            {
                return false;
            }

            journal.Append(new ConnectionDeleted(connectionId, known.Id));
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
            lastId = Math.Max(lastId, deleted.Id);
        }
    }

    private static Connection Renewed(Connection known, IReadOnlyDictionary<string, string> tags, DateTimeOffset now) => known with
    {
        Tags = tags,
        Email = known.Email ?? known.Tags.GetValueOrDefault(Connection.EmailTag) ?? tags.GetValueOrDefault(Connection.EmailTag),
        RefreshFailure = null,
        UpdatedAt = now,
    };

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
