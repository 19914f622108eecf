using System.Collections.Immutable;
using System.Text.Json;
using Cortex.Storage.Deliveries;
using Npgsql;

namespace Cortex.Storage.Connections;

/// <summary>The table <c>connections</c>.</summary>
public sealed class ConnectionStore(NpgsqlDataSource database)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private const string Columns = "id, user_id, provider, provider_config_key, connection_id, email, status, created_at, last_event_at";

    private const string ConnectionDelete =
        """
        WITH gone AS (DELETE FROM connections WHERE id = $1 AND user_id = $2 RETURNING id)
        DELETE FROM items WHERE connection_key IN (SELECT id FROM gone)
        """;

    private const string ConnectionGet = $"SELECT {Columns} FROM connections WHERE id = $1";

    // The key is a hash, so the page is kept by time, ties broken by key; a user's connections are few.
    private const string ConnectionList =
        $"""
        SELECT {Columns} FROM connections
        WHERE user_id = $1 AND ($2::uuid IS NULL OR (created_at, id) < (SELECT created_at, id FROM connections WHERE id = $2 AND user_id = $1))
        ORDER BY created_at DESC, id DESC LIMIT $3
        """;

    private const string ConnectionGetOfProvider =
        $"SELECT {Columns} FROM connections WHERE user_id = $1 AND provider = $2 ORDER BY status <> 'active', created_at, id LIMIT 1";

    private const string ConnectionListProviders = "SELECT DISTINCT provider FROM connections WHERE user_id = $1";

    // Another user's row is left as it is and none returned; the caller refuses.
    private const string ConnectionSave =
        """
        INSERT INTO connections AS c (id, user_id, provider, provider_config_key, connection_id, email, status)
        VALUES ($1, $2, $3, $4, $5, $6, 'active')
        ON CONFLICT (id) DO UPDATE
        SET email = coalesce(excluded.email, c.email), status = 'active', authorised_at = clock_timestamp(),
            reconcile_at = CASE WHEN c.status = 'active' THEN c.reconcile_at ELSE clock_timestamp() END
        WHERE c.user_id = excluded.user_id
        RETURNING xmax = 0
        """;

    private const string ConnectionSetStatus =
        """
        UPDATE connections
        SET status = $2,
            authorised_at = CASE WHEN $2 = 'active' THEN clock_timestamp() ELSE authorised_at END,
            reconcile_at = CASE WHEN $2 = 'active' THEN clock_timestamp() ELSE reconcile_at END
        WHERE id = $1 AND status <> $2
        """;

    // Each time comes a quarter of the period sooner or later, so that accounts connected together drift apart.
    private const string ConnectionTakeDue =
        """
        UPDATE connections SET reconcile_at = clock_timestamp() + (0.75 + random() / 2) * $1::bigint * interval '1 millisecond'
        WHERE id IN (SELECT id FROM connections WHERE reconcile_at <= clock_timestamp() ORDER BY reconcile_at LIMIT $2 FOR UPDATE SKIP LOCKED)
        RETURNING id
        """;

    private const string ConnectionReconcileAfter = "UPDATE connections SET reconcile_at = clock_timestamp() + $2::bigint * interval '1 millisecond' WHERE id = $1";

    // A run that was held after its account began to be usable says that it no longer is.
    private const string ConnectionListRefused =
        """
        SELECT DISTINCT c.id FROM runs r JOIN connections c ON c.id = r.held_by
        WHERE r.held_by IS NOT NULL AND r.status = 'waiting' AND c.status = 'active' AND r.updated_at > c.authorised_at
        LIMIT $1
        """;

    private const string ConnectionGetState = $"SELECT {Columns}, cursors, clocked_to, clock_at, sync_asked_at, sync_at, clock_timestamp() FROM connections WHERE id = $1";

    // A cursor behind the one that is stored is a sleeper's. The clock is read again after anything that has times was written: at a new time, so that whoever reads it now learns of that.
    private const string ConnectionAdvance =
        """
        UPDATE connections
        SET last_event_at = clock_timestamp(),
            cursors = CASE WHEN $2::text IS NULL OR (cursors -> $2 ->> 'highWater')::timestamptz > coalesce($3, '-infinity') THEN cursors
                           ELSE cursors || jsonb_build_object($2, jsonb_build_object('highWater', $3, 'resume', $4::text, 'lookedTo', cursors -> $2 -> 'lookedTo')) END,
            clock_at = CASE WHEN $5 THEN clock_timestamp() ELSE clock_at END,
            sync_asked_at = coalesce($6, sync_asked_at),
            sync_at = coalesce($7, sync_at)
        WHERE id = $1
        """;

    private const string ConnectionKeepClock =
        """
        UPDATE connections SET clocked_to = CASE WHEN $2::timestamptz IS NULL THEN NULL ELSE greatest(clocked_to, $2) END,
                               clock_at = CASE WHEN clock_at IS NOT DISTINCT FROM $4 THEN $3 ELSE clock_at END
        WHERE id = $1
        """;

    private const string ConnectionKeepLook =
        """
        UPDATE connections
        SET cursors = cursors || jsonb_build_object($2::text, coalesce(cursors -> $2, '{}') || jsonb_build_object('lookedTo', greatest((cursors -> $2 ->> 'lookedTo')::timestamptz, $3)))
        WHERE id = $1
        """;

    private const string ConnectionForgetPages =
        """
        UPDATE connections SET cursors = (SELECT coalesce(jsonb_object_agg(key, value - 'resume'), '{}') FROM jsonb_each(cursors))
        WHERE id = $1 AND jsonb_path_exists(cursors, '$.*.resume ? (@ != null)')
        """;

    private const string ConnectionKeepSync = "UPDATE connections SET sync_asked_at = $2, sync_at = NULL WHERE id = $1";

    private const string ConnectionReportRefused = "UPDATE connections SET status = 'needs_reauth', refusals = refusals + 1 WHERE id = $1 AND status <> 'needs_reauth' RETURNING refusals::int";

    private const string ConnectionForgetRefusals = "UPDATE connections SET refusals = 0 WHERE id = $1 AND refusals > 0";

    private const string ConnectionListDue =
        "SELECT id FROM connections WHERE least(clock_at, sync_at) < clock_timestamp() - $1::bigint * interval '1 millisecond' ORDER BY least(clock_at, sync_at) LIMIT $2";

    /// <summary>A connection, whoever owns it.</summary>
    public Task<ConnectionRow?> FindAsync(ConnectionKey key, CancellationToken cancellationToken) =>
        database.ReadFirstAsync(ConnectionGet, p => p.Uuid(key.Value), Read, cancellationToken);

    /// <summary>A user's connections, newest first.</summary>
    public Task<List<ConnectionRow>> ListAsync(UserId user, PageQuery page, CancellationToken cancellationToken) =>
        database.ReadAllAsync(ConnectionList, p => p.Text(user.Value).Uuid(page.Before).Int(page.Limit), Read, cancellationToken);

    /// <summary>The oldest of a user's connections to a provider that works, or the oldest where none does; null if there is none.</summary>
    public Task<ConnectionRow?> FindAsync(UserId user, string provider, CancellationToken cancellationToken) =>
        database.ReadFirstAsync(ConnectionGetOfProvider, p => p.Text(user.Value).Text(provider), Read, cancellationToken);

    /// <summary>The providers that a user has an account at.</summary>
    public Task<List<string>> ListProvidersAsync(UserId user, CancellationToken cancellationToken) =>
        database.ReadAllAsync(ConnectionListProviders, p => p.Text(user.Value), r => r.GetString(0), cancellationToken);

    /// <summary>Keeps a connection as active.</summary>
    /// <returns>True if the row is new, false if the user had it, null if it is another user's.</returns>
    public Task<bool?> SaveAsync(ConnectionKey key, UserId user, string provider, string providerConfigKey, string connectionId, string? email, CancellationToken cancellationToken) =>
        database.ReadValueAsync<bool?>(ConnectionSave, p => p.Uuid(key.Value).Text(user.Value).Text(provider).Text(providerConfigKey).Text(connectionId).Text(email), cancellationToken);

    /// <summary>Sets the status of a connection; one that becomes active is reconciled next.</summary>
    /// <returns>Whether it was another before.</returns>
    public async Task<bool> SetStatusAsync(ConnectionKey key, string status, CancellationToken cancellationToken) =>
        await database.ExecuteAsync(ConnectionSetStatus, p => p.Uuid(key.Value).Text(status), cancellationToken) > 0;

    /// <summary>Connections whose time to be reconciled has come, the longest overdue first; each is due again a period later.</summary>
    public Task<List<ConnectionKey>> TakeDueAsync(TimeSpan period, int limit, CancellationToken cancellationToken) =>
        database.ReadAllAsync(ConnectionTakeDue, p => p.Long((long)period.TotalMilliseconds).Int(limit), r => (ConnectionKey)new(r.GetGuid(0)), cancellationToken);

    /// <summary>Says when a connection is to be reconciled next.</summary>
    public Task ReconcileAfterAsync(ConnectionKey key, TimeSpan delay, CancellationToken cancellationToken) =>
        database.ExecuteAsync(ConnectionReconcileAfter, p => p.Uuid(key.Value).Long((long)delay.TotalMilliseconds), cancellationToken);

    /// <summary>Active connections at which a run was refused since they became active.</summary>
    public Task<List<ConnectionKey>> ListRefusedAsync(int limit, CancellationToken cancellationToken) =>
        database.ReadAllAsync(ConnectionListRefused, p => p.Int(limit), r => (ConnectionKey)new(r.GetGuid(0)), cancellationToken);

    /// <summary>Removes a connection of a user's, and what was seen through it.</summary>
    public Task DeleteAsync(ConnectionKey key, UserId user, CancellationToken cancellationToken) =>
        database.ExecuteAsync(ConnectionDelete, p => p.Uuid(key.Value).Text(user.Value), cancellationToken);

    /// <summary>A connection with all that its grain works with.</summary>
    public Task<ConnectionState?> FindStateAsync(ConnectionKey key, CancellationToken cancellationToken) =>
        database.ReadFirstAsync(
            ConnectionGetState,
            p => p.Uuid(key.Value),
            r => new ConnectionState(
                Read(r), JsonSerializer.Deserialize<ImmutableDictionary<string, ModelCursor>>(r.GetString(9), Json)!, r.TimeOrNull(10), r.TimeOrNull(11), r.TimeOrNull(12), r.TimeOrNull(13), r.Time(14)),
            cancellationToken);

    /// <summary>Connections whose clock or sync has been due for longer than an age: the activation that was to see to it is gone.</summary>
    public Task<List<ConnectionKey>> ListDueAsync(TimeSpan age, int limit, CancellationToken cancellationToken) =>
        database.ReadAllAsync(ConnectionListDue, p => p.Long((long)age.TotalMilliseconds).Int(limit), r => (ConnectionKey)new(r.GetGuid(0)), cancellationToken);

    /// <summary>Notes up to which change a model was looked at without a webhook.</summary>
    public Task KeepLookAsync(ConnectionKey key, string model, string? variant, DateTimeOffset lookedTo, CancellationToken cancellationToken) =>
        database.ExecuteAsync(ConnectionKeepLook, p => p.Uuid(key.Value).Text(ModelCursor.KeyOf(model, variant)).Time(lookedTo), cancellationToken);

    /// <summary>Drops the positions of long reads that are under way; they begin again, and what was seen is known.</summary>
    /// <returns>Whether there were any.</returns>
    public async Task<bool> ForgetPagesAsync(ConnectionKey key, CancellationToken cancellationToken) =>
        await database.ExecuteAsync(ConnectionForgetPages, p => p.Uuid(key.Value), cancellationToken) > 0;

    /// <summary>Notes that Nango was asked to sync the account, and is not to be asked again.</summary>
    public Task KeepSyncAsync(ConnectionKey key, DateTimeOffset askedAt, CancellationToken cancellationToken) =>
        database.ExecuteAsync(ConnectionKeepSync, p => p.Uuid(key.Value).Time(askedAt), cancellationToken);

    /// <summary>Says that the account needs its user, as a run was refused.</summary>
    /// <returns>How often that was so since it was last connected; null if it is known to need its user.</returns>
    public Task<int?> ReportRefusedAsync(ConnectionKey key, CancellationToken cancellationToken) =>
        database.ReadValueAsync<int?>(ConnectionReportRefused, p => p.Uuid(key.Value), cancellationToken);

    /// <summary>Forgets the refusals: Nango has said something about the account itself.</summary>
    public Task ForgetRefusalsAsync(ConnectionKey key, CancellationToken cancellationToken) =>
        database.ExecuteAsync(ConnectionForgetRefusals, p => p.Uuid(key.Value), cancellationToken);

    /// <summary>Notes that deliveries of the connection were processed, and how far that has brought it, as part of a larger transaction.</summary>
    internal static NpgsqlBatchCommand Advance(Progress progress) =>
        CommandExtensions.Part(ConnectionAdvance, p => p
            .Uuid(progress.Connection.Value)
            .Text(progress.Cursor is { } move ? ModelCursor.KeyOf(move.Model, move.Variant) : null)
            .Time(progress.Cursor?.Cursor.HighWater)
            .Text(progress.Cursor?.Cursor.Resume)
            .Bool(progress.Items.Any(item => item.StartsAt is not null || item.EndsAt is not null))
            .Time(progress.Sync?.AskedAt)
            .Time(progress.Sync?.DueAt));

    /// <summary>Notes that the clock was read, as part of a larger transaction.</summary>
    internal static NpgsqlBatchCommand KeepClock(ConnectionKey key, ClockReading reading) =>
        CommandExtensions.Part(ConnectionKeepClock, p => p.Uuid(key.Value).Time(reading.ClockedTo).Time(reading.Next).Time(reading.Before));

    private static ConnectionRow Read(NpgsqlDataReader r) => new(
        new(r.GetGuid(0)), new(r.GetString(1)), r.GetString(2), r.GetString(3), r.GetString(4), r.TextOrNull(5), r.GetString(6), r.Time(7), r.TimeOrNull(8));
}
