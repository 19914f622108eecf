using Npgsql;

namespace Cortex.Storage.Items;

/// <summary>The table <c>items</c>: what Cortex saw last of each record.</summary>
public sealed class ItemStore(NpgsqlDataSource database)
{
    private const string ItemDeleteOld = "DELETE FROM items WHERE ctid IN (SELECT ctid FROM items WHERE seen_at < clock_timestamp() - $1::int * interval '1 day' LIMIT $2)";

    private const string ItemListOfUser =
        """
        SELECT i.record_id, i.occurred_at, i.last_modified_at, i.fields
        FROM items i
        WHERE i.connection_key IN (SELECT c.id FROM connections c WHERE c.user_id = $1 AND c.provider = $2)
          AND i.user_id = $1 AND i.kind = $3 AND i.occurred_at >= $4
        ORDER BY i.occurred_at DESC, i.record_id
        LIMIT $5
        """;

    private const string ItemListSeen = "SELECT record_id, last_modified_at, fields FROM items WHERE connection_key = $1 AND kind = $2 AND record_id = ANY ($3)";

    private const string ItemSave =
        """
        INSERT INTO items AS i (connection_key, user_id, kind, record_id, occurred_at, last_modified_at, fields)
        SELECT $1, $2, n.* FROM unnest($3, $4, $5, $6, $7) AS n (kind, record_id, occurred_at, last_modified_at, fields)
        ON CONFLICT (connection_key, kind, record_id) DO UPDATE
        SET occurred_at = excluded.occurred_at, last_modified_at = excluded.last_modified_at, fields = excluded.fields, seen_at = clock_timestamp()
        WHERE excluded.last_modified_at > i.last_modified_at
        """;

    /// <summary>Which of these records have been seen, and in which state.</summary>
    public async Task<List<SeenItem>> ListSeenAsync(ConnectionKey connection, string kind, IEnumerable<string> recordIds, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ItemListSeen);
        command.Parameters.Uuid(connection.Value).Text(kind).Texts(recordIds);
        return await command.ReadAllAsync(r => new SeenItem(r.GetString(0), r.Time(1), r.GetString(2)), cancellationToken);
    }

    /// <summary>The last states of a user's records of one kind, whichever connection to the provider brought them; newest first.</summary>
    public async Task<List<ItemState>> ListOfUserAsync(UserId user, string provider, string kind, DateTimeOffset since, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ItemListOfUser);
        command.Parameters.Text(user.Value).Text(provider).Text(kind).Time(since).Int(limit);
        return await command.ReadAllAsync(r => new ItemState(kind, r.GetString(0), r.Time(1), r.Time(2), r.GetString(3)), cancellationToken);
    }

    /// <summary>Deletes up to a number of records that were not seen changed for some days.</summary>
    /// <returns>How many were deleted.</returns>
    public async Task<int> DeleteOldAsync(int days, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ItemDeleteOld);
        command.Parameters.Int(days).Int(limit);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Keeps states, as part of a larger transaction; each record may occur once, and an older state never replaces a newer one.</summary>
    internal static NpgsqlBatchCommand Save(ConnectionKey connection, UserId user, IReadOnlyList<ItemState> states)
    {
        var command = new NpgsqlBatchCommand(ItemSave);
        command.Parameters
            .Uuid(connection.Value)
            .Text(user.Value)
            .Texts(states.Select(s => s.Kind))
            .Texts(states.Select(s => s.RecordId))
            .Times(states.Select(s => (DateTimeOffset?)s.OccurredAt))
            .Times(states.Select(s => (DateTimeOffset?)s.LastModifiedAt))
            .Jsons(states.Select(s => s.FieldsJson));
        return command;
    }
}
