using Npgsql;

namespace Cortex.Storage.Connections;

/// <summary>The table <c>connections</c>.</summary>
public sealed class ConnectionStore(NpgsqlDataSource database)
{
    private const string Columns = "id, user_id, provider, provider_config_key, connection_id, email, status, created_at, last_event_at";

    private const string ConnectionDelete = "DELETE FROM connections WHERE id = $1 AND user_id = $2";

    private const string ConnectionGet = $"SELECT {Columns} FROM connections WHERE id = $1";

    // The key is a hash, so the page is kept by time, ties broken by key; a user's connections are few.
    private const string ConnectionList =
        $"""
        SELECT {Columns} FROM connections
        WHERE user_id = $1 AND ($2::uuid IS NULL OR (created_at, id) < (SELECT created_at, id FROM connections WHERE id = $2 AND user_id = $1))
        ORDER BY created_at DESC, id DESC LIMIT $3
        """;

    private const string ConnectionListProviders = "SELECT DISTINCT provider FROM connections WHERE user_id = $1";

    // Another user's row is left as it is and none returned; the caller refuses.
    private const string ConnectionSave =
        """
        INSERT INTO connections AS c (id, user_id, provider, provider_config_key, connection_id, email, status)
        VALUES ($1, $2, $3, $4, $5, $6, 'active')
        ON CONFLICT (id) DO UPDATE SET email = coalesce(excluded.email, c.email), status = 'active' WHERE c.user_id = excluded.user_id
        RETURNING xmax = 0
        """;

    private const string ConnectionSetStatus = "UPDATE connections SET status = $2 WHERE id = $1 AND status <> $2";

    private const string ConnectionTouch = "UPDATE connections SET last_event_at = clock_timestamp() WHERE id = $1";

    /// <summary>A connection, whoever owns it.</summary>
    public async Task<ConnectionRow?> FindAsync(ConnectionKey key, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ConnectionGet);
        command.Parameters.Uuid(key.Value);
        return await command.ReadFirstAsync(Read, cancellationToken);
    }

    /// <summary>A user's connections, newest first.</summary>
    public async Task<List<ConnectionRow>> ListAsync(UserId user, PageQuery page, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ConnectionList);
        command.Parameters.Text(user.Value).Uuid(page.Before).Int(page.Limit);
        return await command.ReadAllAsync(Read, cancellationToken);
    }

    /// <summary>The providers that a user has an account at.</summary>
    public async Task<List<string>> ListProvidersAsync(UserId user, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ConnectionListProviders);
        command.Parameters.Text(user.Value);
        return await command.ReadAllAsync(r => r.GetString(0), cancellationToken);
    }

    /// <summary>Keeps a connection as active.</summary>
    /// <returns>True if the row is new, false if the user had it, null if it is another user's.</returns>
    public async Task<bool?> SaveAsync(ConnectionKey key, UserId user, string provider, string providerConfigKey, string connectionId, string? email, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ConnectionSave);
        command.Parameters.Uuid(key.Value).Text(user.Value).Text(provider).Text(providerConfigKey).Text(connectionId).Text(email);
        return (bool?)await command.ExecuteScalarAsync(cancellationToken);
    }

    /// <summary>Sets the status of a connection.</summary>
    public async Task SetStatusAsync(ConnectionKey key, string status, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ConnectionSetStatus);
        command.Parameters.Uuid(key.Value).Text(status);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Removes a connection of a user's.</summary>
    public async Task DeleteAsync(ConnectionKey key, UserId user, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ConnectionDelete);
        command.Parameters.Uuid(key.Value).Text(user.Value);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Notes that an event of the connection was processed, as part of a larger transaction.</summary>
    internal static NpgsqlBatchCommand Touch(ConnectionKey key)
    {
        var command = new NpgsqlBatchCommand(ConnectionTouch);
        command.Parameters.Uuid(key.Value);
        return command;
    }

    private static ConnectionRow Read(NpgsqlDataReader r) => new(
        new(r.GetGuid(0)), new(r.GetString(1)), r.GetString(2), r.GetString(3), r.GetString(4), r.TextOrNull(5), r.GetString(6), r.Time(7), r.TimeOrNull(8));
}
