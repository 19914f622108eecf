using Npgsql;

namespace Cortex.Storage.DeadLetters;

/// <summary>Reads what was given up of the tables <c>events</c> and <c>runs</c>. It is kept as long as they are.</summary>
public sealed class DeadLetterStore(NpgsqlDataSource database)
{
    private const string DeliveryColumns =
        $"""
        e.id, '{DeadLetterKind.Delivery}' AS kind, e.user_id, {DeadLetterSql.DeliveryReason} AS dead_reason, e.reason, e.summary, e.connection_id,
               NULL::uuid AS unit_id, NULL::text AS unit_name, NULL::uuid AS event_id, e.attempts, false AS may_have_happened, e.processed_at
        """;

    private const string RunColumns =
        $"""
        r.id, '{DeadLetterKind.Run}', r.user_id, r.dead_reason, r.error, r.summary, r.connection_id, r.unit_id, r.unit_name, r.event_id, r.attempt,
               r.error_code IS NOT DISTINCT FROM 'may_have_happened' OR EXISTS (SELECT 1 FROM run_steps s WHERE s.run_id = r.id AND s.status = 'failed' AND s.call_result = 'unknown'), r.completed_at
        """;

    private const string DeadCount =
        $"""
        SELECT '{DeadLetterKind.Delivery}', {DeadLetterSql.DeliveryReason}, count(*), min(e.processed_at), max(e.processed_at) FROM events e WHERE e.status = 'failed' GROUP BY 2
        UNION ALL
        SELECT '{DeadLetterKind.Run}', r.dead_reason, count(*), min(r.completed_at), max(r.completed_at) FROM runs r WHERE r.dead_reason IS NOT NULL AND r.status = 'failed' GROUP BY 2
        ORDER BY 3 DESC, 1, 2
        """;

    private static readonly string DeadListOfAnybody = List(DeadLetterSql.OfAnybody);

    /// <summary>See <see cref="DeadLetterSql"/> for what it takes.</summary>
    internal static readonly string DeadListOfUser = List(DeadLetterSql.OfUser);

    /// <summary>What was given up, newest first: the order of when it happened or was received, not of when it was given up.</summary>
    /// <param name="user">Whose; null for everybody's, which is for operators.</param>
    /// <param name="page">The page.</param>
    /// <param name="filter">What to list; <see cref="JobFilter.Status"/> says nothing here.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<List<DeadLetterRow>> ListAsync(UserId? user, PageQuery page, JobFilter filter, CancellationToken cancellationToken)
    {
        var (from, before) = DeadLetterSql.Range(filter.From, filter.To);
        return await database.ReadAllAsync(
            user is null ? DeadListOfAnybody : DeadListOfUser,
            p => p.Text(user?.Value).Text(filter.Kind).Text(filter.Reason).Uuid(filter.Unit?.Value).Uuid(from).Uuid(page.Before is { } last && last < before ? last : before).Int(page.Limit),
            Read,
            cancellationToken);
    }

    /// <summary>How much was given up, of all users, by kind and reason; the most frequent first.</summary>
    public Task<List<DeadLetterCount>> CountAsync(CancellationToken cancellationToken) =>
        database.ReadAllAsync(DeadCount, null, r => new DeadLetterCount(r.GetString(0), r.GetString(1), r.GetInt64(2), r.Time(3), r.Time(4)), cancellationToken);

    private static string List(string owner) =>
        $"""
        SELECT * FROM (
            ({DeadLetterSql.Deliveries(DeliveryColumns, owner, "DESC")})
            UNION ALL
            ({DeadLetterSql.Runs(RunColumns, owner, "DESC")})
        ) d
        ORDER BY id DESC LIMIT $7
        """;

    private static DeadLetterRow Read(NpgsqlDataReader r) => new(
        r.GetGuid(0), r.GetString(1), r.TextOrNull(2) is { } user ? new UserId(user) : null, r.GetString(3), r.TextOrNull(4), r.TextOrNull(5), r.TextOrNull(6),
        r.IsDBNull(7) ? null : new UnitId(r.GetGuid(7)), r.TextOrNull(8), r.IsDBNull(9) ? null : new DeliveryId(r.GetGuid(9)), r.GetInt32(10), r.GetBoolean(11), r.Time(12));
}
