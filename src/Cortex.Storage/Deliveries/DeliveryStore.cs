using Npgsql;

namespace Cortex.Storage.Deliveries;

/// <summary>The table <c>events</c>, but for its inserts (<see cref="DeliveryInbox"/>).</summary>
public sealed class DeliveryStore(NpgsqlDataSource database)
{
    private const string DeliveryDefer =
        """
        UPDATE events SET attempts = attempts + 1, retry_at = clock_timestamp() + $3::bigint * interval '1 millisecond', reason = $4, user_id = coalesce(user_id, $2),
               internal_failures = internal_failures + $5::int, takeovers = 0, error_code = $6
        WHERE id = $1 AND status = 'pending'
        """;

    private const string DeliveryTakeUp = "UPDATE events SET takeovers = takeovers + 1 WHERE id = $1 AND status = 'pending'";

    private const string DeliveryEndWrite =
        """
        UPDATE events SET status = $3, processed_at = clock_timestamp(), retry_at = NULL, outcome = $4, reason = $5, fates = $6, user_id = coalesce($2, user_id),
               summary = $7, fate_counts = $8, made_runs = $9, error_code = $10, dead_reason = $11
        WHERE id = $1 AND status = 'pending'
        """;

    // That it has come to a page is progress, and is marked by fates that are none yet.
    private const string DeliveryBegan = "UPDATE events SET fates = coalesce(fates, '[]'), takeovers = 0 WHERE id = $1 AND status = 'pending'";

    private const string DeliveryPageKeep =
        """
        INSERT INTO event_fates (event_id, page, user_id, fates)
        SELECT e.id, $2, e.user_id, $3 FROM events e WHERE e.id = $1 AND e.status = 'pending'
        ON CONFLICT (event_id, page) DO NOTHING
        """;

    // A statement of its own, behind the end: it sees what another wrote while the end waited for it.
    private const string DeliveryPagesDrop = "DELETE FROM event_fates WHERE event_id = ANY($1)";

    private const string DeliveryPagesGet = "SELECT fates FROM event_fates WHERE event_id = $1 ORDER BY page";

    private const string Columns =
        """
        e.id, e.type, e.connection_id, e.provider_config_key, e.received_at, e.processed_at, e.status, e.outcome, e.reason, e.source, e.summary, e.fate_counts, e.error_code,
               (SELECT count(*)::int FROM unnest(e.made_runs) m JOIN runs r ON r.id = m WHERE r.judgement -> 'unmet' IS NOT NULL)
        FROM events e
        """;

    private const string DeliveryGet =
        $"""
        SELECT e.fates, {Columns} WHERE e.id = $1 AND e.user_id = $2
        """;

    private const string DeliveryList =
        $"""
        SELECT NULL, {Columns}
        WHERE e.user_id = $1 AND ($2::uuid IS NULL OR e.id < $2) AND ($3::uuid IS NULL OR e.connection_key = $3) AND ($4::text IS NULL OR e.outcome = $4)
        ORDER BY e.id DESC LIMIT $5
        """;

    private const string DeliveryGetAll = $"SELECT NULL, {Columns} WHERE e.user_id = $1 AND e.id = ANY($2)";

    private const string PendingColumns =
        """
        e.id, e.seq, e.provider_config_key, e.connection_id, e.dedupe_key, e.payload, e.trace_parent, e.received_at, e.attempts, e.retry_at, e.fates,
               (SELECT p.id FROM events p
                WHERE p.connection_key = e.connection_key AND p.dedupe_key = e.dedupe_key AND p.seq < e.seq AND p.status = 'processed' LIMIT 1), e.source,
               e.internal_failures, e.takeovers, e.redriven_at
        """;

    private const string DeliveryListPending =
        $"""
        SELECT {PendingColumns}
        FROM (SELECT *, sum(octet_length(payload)) OVER (ORDER BY seq) - octet_length(payload) AS bytes_before
              FROM (SELECT * FROM events WHERE connection_key = $1 AND status = 'pending' ORDER BY seq LIMIT $2) first) e
        WHERE e.bytes_before < $3
        ORDER BY e.seq
        """;

    private const string DeliveryListTicks =
        $"""
        SELECT {PendingColumns} FROM events e
        WHERE e.connection_key = $1 AND e.status = 'pending' AND e.source = 'clock' AND (e.retry_at IS NULL OR e.retry_at <= clock_timestamp())
        ORDER BY e.seq LIMIT $2
        """;

    // By the head of each backlog: what stands behind one that is put off is not due, either.
    private const string DeliveryListStale =
        """
        SELECT connection_key
        FROM (SELECT DISTINCT ON (connection_key) connection_key, received_at, retry_at FROM events WHERE status = 'pending' ORDER BY connection_key, seq) head
        WHERE received_at < clock_timestamp() - $1::bigint * interval '1 millisecond' AND (retry_at IS NULL OR retry_at <= clock_timestamp())
        LIMIT $2
        """;

    // Cortex's own deliveries: one that is pending or was processed is not made again; one that failed is.
    private const string DeliveryAdd =
        """
        WITH earlier AS (SELECT status FROM events WHERE connection_key = $3 AND dedupe_key = $7 AND status <> 'failed' LIMIT 1),
             added AS (
            INSERT INTO events (id, user_id, connection_key, connection_id, provider_config_key, type, dedupe_key, payload, trace_parent, source)
            SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10 WHERE NOT EXISTS (SELECT 1 FROM earlier)
        )
        SELECT status FROM earlier
        """;

    private const string DeliveryPendingCount = "SELECT count(*) FROM (SELECT 1 FROM events WHERE status = 'pending' LIMIT $1) p";

    private const string DeliveryWake = "UPDATE events SET retry_at = NULL WHERE connection_key = $1 AND status = 'pending' AND retry_at IS NOT NULL";

    /// <summary>Bytes of payloads after which a page of a backlog ends; its last delivery may be the largest that is received.</summary>
    public const int PageBytesMax = 1024 * 1024;

    /// <summary>The beginning of a connection's backlog in the order of acceptance: so many deliveries, or fewer where they are large.</summary>
    public Task<List<PendingDelivery>> ListPendingAsync(ConnectionKey connection, int limit, CancellationToken cancellationToken) =>
        database.ReadAllAsync(DeliveryListPending, p => p.Uuid(connection.Value).Int(limit).Long(PageBytesMax), ReadPending, cancellationToken);

    /// <summary>Those of a connection's backlog that are due and came of the clock.</summary>
    public Task<List<PendingDelivery>> ListTicksAsync(ConnectionKey connection, int limit, CancellationToken cancellationToken) =>
        database.ReadAllAsync(DeliveryListTicks, p => p.Uuid(connection.Value).Int(limit), ReadPending, cancellationToken);

    /// <summary>Makes a connection's deliveries due at once.</summary>
    public Task WakeAsync(ConnectionKey connection, CancellationToken cancellationToken) =>
        database.ExecuteAsync(DeliveryWake, p => p.Uuid(connection.Value), cancellationToken);

    /// <summary>Connections whose first pending delivery is due and has been pending longer than an age.</summary>
    public Task<List<ConnectionKey>> ListStaleAsync(TimeSpan age, int limit, CancellationToken cancellationToken) =>
        database.ReadAllAsync(DeliveryListStale, p => p.Long((long)age.TotalMilliseconds).Int(limit), r => (ConnectionKey)new(r.GetGuid(0)), cancellationToken);

    /// <summary>How many deliveries are pending, counted up to a limit.</summary>
    public Task<long> CountPendingAsync(int limit, CancellationToken cancellationToken) =>
        database.ReadValueAsync<long>(DeliveryPendingCount, p => p.Int(limit), cancellationToken);

    /// <summary>Adds a delivery of Cortex's own to the end of a connection's backlog, unless it is there. Only the connection's grain does so.</summary>
    /// <returns>Null if it was added, otherwise the status of the one that is there.</returns>
    public async Task<string?> AddAsync(OwnNewDelivery delivery, UserId user, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Add(delivery, user));
        return await batch.ReadAsync(async reader => await reader.ReadAsync(cancellationToken) ? reader.GetString(0) : null, cancellationToken);
    }

    /// <summary>The fates of the pages of a delivery that were dealt with before an interruption, in their order.</summary>
    public Task<List<string>> ListPagesAsync(DeliveryId id, CancellationToken cancellationToken) =>
        database.ReadAllAsync(DeliveryPagesGet, p => p.Uuid(id.Value), r => r.GetString(0), cancellationToken);

    /// <summary>Notes that a new activation begins to process a delivery.</summary>
    public Task TakeUpAsync(DeliveryId id, CancellationToken cancellationToken) =>
        database.ExecuteAsync(DeliveryTakeUp, p => p.Uuid(id.Value), cancellationToken);

    /// <summary>Puts a delivery off; it stays pending.</summary>
    /// <param name="id">The delivery.</param>
    /// <param name="user">Its user, or null while it is not known.</param>
    /// <param name="delay">For how long.</param>
    /// <param name="reason">Why, in a sentence.</param>
    /// <param name="isInternal">Whether an error of Cortex's own is the reason, which is counted.</param>
    /// <param name="code">What is wrong, one of <see cref="Errors.ErrorCodes"/>; null if it only waits.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task DeferAsync(DeliveryId id, UserId? user, TimeSpan delay, string reason, bool isInternal, string? code, CancellationToken cancellationToken) =>
        database.ExecuteAsync(DeliveryDefer, p => p.Uuid(id.Value).Text(user?.Value).Long((long)delay.TotalMilliseconds).Text(reason).Int(isInternal ? 1 : 0).Text(code), cancellationToken);

    /// <summary>One of a user's deliveries, with its fates.</summary>
    public Task<DeliveryRow?> FindAsync(UserId user, DeliveryId id, CancellationToken cancellationToken) =>
        database.ReadFirstAsync(DeliveryGet, p => p.Uuid(id.Value).Text(user.Value), Read, cancellationToken);

    /// <summary>A user's deliveries, newest first, without their fates, of one connection or with one outcome if given.</summary>
    public Task<List<DeliveryRow>> ListAsync(UserId user, PageQuery page, ConnectionKey? connection, string? outcome, CancellationToken cancellationToken) =>
        database.ReadAllAsync(DeliveryList, p => p.Text(user.Value).Uuid(page.Before).Uuid(connection?.Value).Text(outcome).Int(page.Limit), Read, cancellationToken);

    /// <summary>Those of these deliveries that are a user's, in no order, without their fates.</summary>
    public Task<List<DeliveryRow>> FindAllAsync(UserId user, IReadOnlyList<DeliveryId> ids, CancellationToken cancellationToken) =>
        database.ReadAllAsync(DeliveryGetAll, p => p.Text(user.Value).Uuids(ids.Select(id => (Guid?)id.Value)), Read, cancellationToken);

    /// <summary>The end of a delivery, as part of a larger transaction.</summary>
    internal static NpgsqlBatchCommand End(UserId? user, DeliveryEnd end) =>
        CommandExtensions.Part(DeliveryEndWrite, p => p
            .Uuid(end.Id.Value).Text(user?.Value).Text(end.Failed ? "failed" : "processed").Text(end.Outcome).Text(end.Reason).Json(end.FatesJson)
            .Text(end.Digest?.Summary).Json(end.Digest?.CountsJson).Uuids((end.Digest?.Runs ?? []).Select(run => (Guid?)run.Value)).Text(end.ErrorCode).Text(end.DeadReason));

    /// <summary>Notes that a delivery has come to a page, as part of a larger transaction.</summary>
    internal static NpgsqlBatchCommand Began(DeliveryId id) =>
        CommandExtensions.Part(DeliveryBegan, p => p.Uuid(id.Value));

    /// <summary>The fates of one more page of a delivery that is not done yet, as part of a larger transaction.</summary>
    internal static NpgsqlBatchCommand KeepPage(FatePage page) =>
        CommandExtensions.Part(DeliveryPageKeep, p => p.Uuid(page.Delivery.Value).Int(page.Page).Json(page.FatesJson));

    /// <summary>Drops the pages of deliveries that are done, whoever kept them, as part of a larger transaction: their fates are with the end.</summary>
    internal static NpgsqlBatchCommand DropPages(IEnumerable<DeliveryEnd> ends) =>
        CommandExtensions.Part(DeliveryPagesDrop, p => p.Uuids(ends.Select(end => (Guid?)end.Id.Value)));

    /// <summary>A delivery of Cortex's own, as part of a larger transaction.</summary>
    internal static NpgsqlBatchCommand Add(OwnNewDelivery added, UserId user)
    {
        var e = added.Delivery;
        return CommandExtensions.Part(
            DeliveryAdd,
            p => p
                .Uuid(e.Id.Value).Text(user.Value).Uuid(e.Key?.Value).Text(e.ConnectionId).Text(e.ProviderConfigKey).Text(e.Type).Text(e.DedupeKey)
                .Blob(e.Payload).Text(e.TraceParent).Text(added.Source));
    }

    private static DeliveryRow Read(NpgsqlDataReader r) => new(
        new(r.GetGuid(1)), r.GetString(2), r.TextOrNull(3), r.TextOrNull(4), r.Time(5), r.TimeOrNull(6), r.GetString(7), r.TextOrNull(8), r.TextOrNull(9), r.TextOrNull(0), r.GetString(10))
    {
        Summary = r.TextOrNull(11),
        FateCountsJson = r.TextOrNull(12),
        ErrorCode = r.TextOrNull(13),
        UnmetRuns = r.GetInt32(14),
    };

    private static PendingDelivery ReadPending(NpgsqlDataReader r) => new(
        new(r.GetGuid(0)), r.GetInt64(1), r.GetString(2), r.GetString(3), r.TextOrNull(4), r.GetFieldValue<byte[]>(5), r.TextOrNull(6), r.Time(7), r.GetInt32(8),
        r.TimeOrNull(9), r.TextOrNull(10), r.IsDBNull(11) ? null : new DeliveryId(r.GetGuid(11)), r.GetString(12), r.GetInt16(13), r.GetInt16(14), r.TimeOrNull(15));
}
