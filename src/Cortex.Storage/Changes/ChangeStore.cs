using Npgsql;

namespace Cortex.Storage.Changes;

/// <summary>Finds what changed of users' units, runs, deliveries and jobs since a time.</summary>
/// <remarks>
/// Rows carry the time of the statement that changed them, and show when its transaction commits. Whoever reads on from a time therefore goes back
/// by <see cref="CommitDelayMax"/> and passes over what it knows.
/// </remarks>
public sealed class ChangeStore(NpgsqlDataSource database)
{
    /// <summary>Rows of one kind and user that one read tells.</summary>
    public const int RowsMax = 1_000;

    /// <summary>How long after its time a change may still commit: as long as a command may take, and a margin for the word that it was given up to arrive.</summary>
    public static readonly TimeSpan CommitDelayMax = TimeSpan.FromSeconds(Database.CommandSecondsMax + 5);

    /// <summary>Users, times and a limit to who, what, which, in which state and when.</summary>
    internal const string ChangeList =
        """
        SELECT u.n, c.kind, c.id, c.version, c.at, c.deleted
        FROM unnest($1::text[], $2::timestamptz[]) WITH ORDINALITY AS u (user_id, since, n)
        CROSS JOIN LATERAL (
            (SELECT 0 AS kind, id, revision AS version, updated_at AS at, deleted_at IS NOT NULL AS deleted
             FROM units WHERE user_id = u.user_id AND updated_at > u.since ORDER BY updated_at LIMIT $3)
            UNION ALL
            (SELECT 1, id, revision, updated_at, false
             FROM runs WHERE user_id = u.user_id AND updated_at > u.since ORDER BY updated_at LIMIT $3)
            UNION ALL
            (SELECT 2, id, (extract(epoch FROM coalesce(processed_at, received_at)) * 1000000)::bigint, coalesce(processed_at, received_at), false
             FROM events WHERE user_id = u.user_id AND coalesce(processed_at, received_at) > u.since ORDER BY coalesce(processed_at, received_at) LIMIT $3)
            UNION ALL
            (SELECT 3, id, done + failed, updated_at, false
             FROM jobs WHERE user_id = u.user_id AND updated_at > u.since ORDER BY updated_at LIMIT $3)
        ) c
        """;

    private const string ClockRead = "SELECT clock_timestamp()";

    /// <summary>The database's time.</summary>
    public async Task<DateTimeOffset> NowAsync(CancellationToken cancellationToken)
    {
        return (await database.ReadAllAsync(ClockRead, null, r => r.Time(0), cancellationToken))[0];
    }

    /// <summary>What changed of some users' rows.</summary>
    public async Task<ChangesRead> ReadAsync(IReadOnlyList<ChangesQuery> queries, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new(ClockRead));
        batch.BatchCommands.Add(CommandExtensions.Part(
            ChangeList, p => p.Texts(queries.Select(q => q.User.Value)).Times(queries.Select(q => (DateTimeOffset?)q.Since)).Int(RowsMax + 1)));

        return await batch.ReadAsync(
            async reader =>
            {
                await reader.ReadAsync(cancellationToken);
                var at = reader.Time(0);
                await reader.NextResultAsync(cancellationToken);
                var ofUsers = (await reader.ReadRowsAsync(Read, cancellationToken)).ToLookup(r => r.Query, r => r.Change);
                return new ChangesRead(at, [.. Enumerable.Range(0, queries.Count).Select(n => From(ofUsers[n]))]);
            },
            cancellationToken);
    }

    private static UserChanges From(IEnumerable<Change> changes)
    {
        var list = changes.OrderBy(c => c.At).ToList();
        return new(list, list.CountBy(c => c.Kind).Any(kind => kind.Value > RowsMax));
    }

    private static (int Query, Change Change) Read(NpgsqlDataReader r) =>
        ((int)r.GetInt64(0) - 1, new((ChangeKind)r.GetInt32(1), r.GetGuid(2), r.GetInt64(3), r.Time(4), r.GetBoolean(5)));
}
