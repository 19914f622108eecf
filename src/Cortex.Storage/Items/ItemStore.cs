using Npgsql;

namespace Cortex.Storage.Items;

/// <summary>The table <c>items</c>: what Cortex saw last of each record.</summary>
public sealed class ItemStore(NpgsqlDataSource database)
{
    private const string ItemDeleteOld = 
        "DELETE FROM items WHERE ctid IN (SELECT ctid FROM items WHERE kind = 'email' AND seen_at < clock_timestamp() - $1::int * interval '1 day' LIMIT $2)";

    private const string ItemListOfUser =
        """
        SELECT i.record_id, i.occurred_at, i.last_modified_at, i.fields, i.missing
        FROM items i
        WHERE i.connection_key IN (SELECT c.id FROM connections c WHERE c.user_id = $1 AND c.provider = $2)
          AND i.user_id = $1 AND i.kind = $3 AND i.occurred_at >= $4
        ORDER BY i.occurred_at DESC, i.record_id
        LIMIT $5
        """;

    private const string TimedColumns = "kind, record_id, fields, missing, ends_at, starts_since";

    // What begins after the lead time was announced already, and what has been moved or made since with its announcement in the past and its beginning still ahead.
    private const string ItemListStarting =
        $"""
        SELECT {TimedColumns}, starts_at FROM items
        WHERE connection_key = $1 AND starts_at > $2::timestamptz
          AND (starts_at > $2::timestamptz + $4::int * interval '1 minute' AND starts_at <= $3::timestamptz + $4::int * interval '1 minute'
               OR starts_at > $3 AND starts_at <= $2::timestamptz + $4::int * interval '1 minute' AND starts_since > $2)
          AND (starts_at, record_id) > ($5, $6)
        ORDER BY starts_at, record_id LIMIT $7
        """;

    private const string ItemListEnded =
        $"""
        SELECT {TimedColumns}, ends_at FROM items
        WHERE connection_key = $1 AND ends_at > $2 AND ends_at <= $3 AND (ends_at, record_id) > ($5, $6)
        ORDER BY ends_at, record_id LIMIT $7
        """;

    private const string ItemNextStart =
        "SELECT min(starts_at) - $3::int * interval '1 minute' FROM items WHERE connection_key = $1 AND starts_at > $2::timestamptz + $3::int * interval '1 minute'";

    private const string ItemNextEnd = "SELECT min(ends_at) FROM items WHERE connection_key = $1 AND ends_at > $2";

    private const string ItemListSeen = "SELECT record_id, last_modified_at, fields FROM items WHERE connection_key = $1 AND kind = $2 AND record_id = ANY ($3)";

    // Of an account that was removed meanwhile nothing is kept.
    private const string ItemSave =
        """
        INSERT INTO items AS i (connection_key, user_id, kind, record_id, occurred_at, last_modified_at, fields, starts_at, ends_at, missing)
        SELECT $1, $2, n.* FROM unnest($3, $4, $5, $6, $7, $8, $9, $10)
               AS n (kind, record_id, occurred_at, last_modified_at, fields, starts_at, ends_at, missing)
        WHERE EXISTS (SELECT 1 FROM connections WHERE id = $1)
        ON CONFLICT (connection_key, kind, record_id) DO UPDATE
        SET occurred_at = excluded.occurred_at, last_modified_at = excluded.last_modified_at, fields = excluded.fields,
            starts_since = CASE WHEN excluded.starts_at IS DISTINCT FROM i.starts_at THEN clock_timestamp() ELSE i.starts_since END,
            starts_at = excluded.starts_at, ends_at = excluded.ends_at, missing = excluded.missing, seen_at = clock_timestamp()
        WHERE excluded.last_modified_at > i.last_modified_at
        """;

    /// <summary>Which of these records have been seen, and in which state.</summary>
    public Task<List<SeenItem>> ListSeenAsync(ConnectionKey connection, string kind, IEnumerable<string> recordIds, CancellationToken cancellationToken) =>
        database.ReadAllAsync(ItemListSeen, p => p.Uuid(connection.Value).Text(kind).Texts(recordIds), r => new SeenItem(r.GetString(0), r.Time(1), r.GetString(2)), cancellationToken);

    /// <summary>Items whose time has come within a span, in the order of their times.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="timing">Which of their times, and how long before it.</param>
    /// <param name="span">The span; its beginning is not in it, its end is.</param>
    /// <param name="after">The last one of the page before; null for the first page.</param>
    /// <param name="limit">The most that are listed.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<List<TimedItem>> ListTimedAsync(
        ConnectionKey connection, ItemTiming timing, ClockWindow span, TimedItem? after, int limit, CancellationToken cancellationToken) =>
        database.ReadAllAsync(
            timing.IsEnd ? ItemListEnded : ItemListStarting,
            p => p.Uuid(connection.Value).Time(span.From).Time(span.Until).Int(timing.LeadMinutes).Time(after?.At ?? DateTimeOffset.UnixEpoch).Text(after?.RecordId ?? string.Empty).Int(limit),
            r => new TimedItem(r.GetString(0), r.GetString(1), r.GetString(2), r.TextOrNull(3)?.Split(',') ?? [], r.TimeOrNull(4), r.Time(5), r.Time(6)),
            cancellationToken);

    /// <summary>The time, by the clock that also says since when an item begins when it does.</summary>
    public async Task<DateTimeOffset> NowAsync(CancellationToken cancellationToken) =>
        (await database.ReadAllAsync("SELECT clock_timestamp()", null, r => r.Time(0), cancellationToken))[0];

    /// <summary>When the next item's time comes after a time; null if none is known.</summary>
    public async Task<DateTimeOffset?> NextTimeAsync(ConnectionKey connection, ItemTiming timing, DateTimeOffset after, CancellationToken cancellationToken)
    {
        var found = timing.IsEnd
            ? await database.ReadAllAsync(ItemNextEnd, p => p.Uuid(connection.Value).Time(after), r => r.TimeOrNull(0), cancellationToken)
            : await database.ReadAllAsync(ItemNextStart, p => p.Uuid(connection.Value).Time(after).Int(timing.LeadMinutes), r => r.TimeOrNull(0), cancellationToken);
        return found[0];
    }

    /// <summary>The last states of a user's records of one kind, whichever connection to the provider brought them; newest first, read one by one.</summary>
    public IAsyncEnumerable<ItemState> ListOfUserAsync(UserId user, string provider, string kind, DateTimeOffset since, int limit, CancellationToken cancellationToken) =>
        database.StreamAsync(
            ItemListOfUser,
            p => p.Text(user.Value).Text(provider).Text(kind).Time(since).Int(limit),
            r => new ItemState(kind, r.GetString(0), r.Time(1), r.Time(2), r.GetString(3)) { Missing = r.TextOrNull(4)?.Split(',') ?? [] },
            cancellationToken);

    /// <summary>Deletes up to a number of emails that were not seen changed for some days. Other records are kept as long as their account: they change for years.</summary>
    /// <returns>How many were deleted.</returns>
    public Task<int> DeleteOldAsync(int days, int limit, CancellationToken cancellationToken) =>
        database.ExecuteAsync(ItemDeleteOld, p => p.Int(days).Int(limit), cancellationToken);

    /// <summary>Keeps states, as part of a larger transaction; each record may occur once, and an older state never replaces a newer one.</summary>
    internal static NpgsqlBatchCommand Save(ConnectionKey connection, UserId user, IReadOnlyList<ItemState> states) =>
        CommandExtensions.Part(ItemSave, p => p
            .Uuid(connection.Value)
            .Text(user.Value)
            .Texts(states.Select(s => s.Kind))
            .Texts(states.Select(s => s.RecordId))
            .Times(states.Select(s => (DateTimeOffset?)s.OccurredAt))
            .Times(states.Select(s => (DateTimeOffset?)s.LastModifiedAt))
            .Jsons(states.Select(s => s.FieldsJson))
            .Times(states.Select(s => s.StartsAt))
            .Times(states.Select(s => s.EndsAt))
            .Texts(states.Select(s => s.Missing.Count == 0 ? null : string.Join(',', s.Missing))));
}
