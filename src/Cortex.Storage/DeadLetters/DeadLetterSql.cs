namespace Cortex.Storage.DeadLetters;

/// <summary>Which rows are dead letters, once for listing and for picking them.</summary>
/// <remarks>
/// Both parts are read through a partial index. A range of ids is a range of days (0002), so partitions outside of it are not looked at; it is always given, so that a plan made once prunes them as well.
/// Parameters: $1 user, $2 kind, $3 reason, $4 unit, $5 first id, $6 id before which, $7 limit.
/// </remarks>
internal static class DeadLetterSql
{
    /// <summary>Deliveries that an earlier version gave up did not say why.</summary>
    public const string DeliveryReason = $"coalesce(e.dead_reason, '{DeadReason.GaveUp}')";

    public const string OfUser = "user_id = $1";

    public const string OfAnybody = "$1::text IS NULL";

    /// <summary>The smallest and the greatest id there can be.</summary>
    public static readonly Guid First = Guid.Empty;

    /// <inheritdoc cref="First"/>
    public static readonly Guid Last = Guid.AllBitsSet;

    public static string Deliveries(string columns, string owner, string order) =>
        $"""
        SELECT {columns} FROM events e
        WHERE {owner} AND e.status = 'failed' AND ($2::text IS NULL OR $2 = '{DeadLetterKind.Delivery}') AND ($3::text IS NULL OR {DeliveryReason} = $3) AND $4::uuid IS NULL
          AND e.id >= $5 AND e.id < $6
        ORDER BY e.id {order} LIMIT $7
        """;

    public static string Runs(string columns, string owner, string order) =>
        $"""
        SELECT {columns} FROM runs r
        WHERE {owner} AND r.dead_reason IS NOT NULL AND r.status = 'failed' AND ($2::text IS NULL OR $2 = '{DeadLetterKind.Run}') AND ($3::text IS NULL OR r.dead_reason = $3) AND ($4::uuid IS NULL OR r.unit_id = $4)
          AND r.id >= $5 AND r.id < $6
        ORDER BY r.id {order} LIMIT $7
        """;

    /// <summary>The range of ids of a span of time.</summary>
    public static (Guid From, Guid Before) Range(DateTimeOffset? from, DateTimeOffset? to) =>
        (from is { } f ? TimeOrderedGuid.First(f) : First, to is { } t ? TimeOrderedGuid.First(t) : Last);
}
