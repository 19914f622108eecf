using Cortex.Storage.DeadLetters;
using Npgsql;

namespace Cortex.Storage.Jobs;

/// <summary>Picks what a job is to deal with, the oldest first: deliveries of one connection keep their order, and what a job leaves over is what the next one takes.</summary>
public sealed class JobSelection(NpgsqlDataSource database)
{
    // Kind, reason and unit as of dead letters, so that all statements take the same parameters; $2 is the status here.
    private const string RetryableRuns =
        """
        SELECT r.id FROM runs r
        WHERE r.user_id = $1 AND r.status IN ('failed', 'canceled') AND r.status = coalesce($2, 'failed') AND ($3::text IS NULL OR r.dead_reason = $3) AND ($4::uuid IS NULL OR r.unit_id = $4)
          AND r.id >= $5 AND r.id < $6
        ORDER BY r.id LIMIT $7
        """;

    // Open runs are few among all of a user's: they are gathered before they are put in order, or the order's index would be walked through for them.
    private const string OpenRuns =
        """
        WITH open AS MATERIALIZED (
            SELECT r.id FROM runs r
            WHERE r.user_id = $1 AND r.status IN ('queued', 'running', 'waiting') AND ($2::text IS NULL OR r.status = $2) AND $3::text IS NULL AND ($4::uuid IS NULL OR r.unit_id = $4)
              AND r.id >= $5 AND r.id < $6
        )
        SELECT id FROM open ORDER BY id LIMIT $7
        """;

    private const string JobTargets =
        """
        SELECT id, user_id, connection_key FROM events WHERE id = ANY($1) AND connection_key IS NOT NULL
        UNION ALL
        SELECT id, user_id, NULL FROM runs WHERE id = ANY($1)
        """;

    private static readonly string DeadOfUser = Dead(DeadLetterSql.OfUser);

    private static readonly string DeadOfAnybody = Dead(DeadLetterSql.OfAnybody);

    /// <summary>Picks.</summary>
    /// <param name="kind">What is to be done with it: one of <see cref="JobKind"/>.</param>
    /// <param name="user">Whose; null for everybody's, which only dead letters can be picked of.</param>
    /// <param name="filter">What.</param>
    /// <param name="limit">The most.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<List<Guid>> PickAsync(string kind, UserId? user, JobFilter filter, int limit, CancellationToken cancellationToken)
    {
        var (from, before) = DeadLetterSql.Range(filter.From, filter.To);
        return await database.ReadAllAsync(
            StatementOf(kind, user),
            p => p.Text(user?.Value).Text(kind == JobKind.RetryDeadLetters ? filter.Kind : filter.Status).Text(filter.Reason).Uuid(filter.Unit?.Value).Uuid(from).Uuid(before).Int(limit),
            r => r.GetGuid(0),
            cancellationToken);
    }

    /// <summary>What is to be known of deliveries and runs to deal with them; those that are not kept any more are left out. In no order.</summary>
    public Task<List<JobTarget>> ListTargetsAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken) =>
        database.ReadAllAsync(
            JobTargets,
            p => p.Uuids(ids.Select(id => (Guid?)id)),
            r => new JobTarget(r.GetGuid(0), r.TextOrNull(1) is { } user ? new UserId(user) : null, r.IsDBNull(2) ? null : new ConnectionKey(r.GetGuid(2))),
            cancellationToken);

    private static string StatementOf(string kind, UserId? user) => kind switch
    {
        JobKind.RetryDeadLetters => user is null ? DeadOfAnybody : DeadOfUser,
        JobKind.RetryRuns when user is not null => RetryableRuns,
        JobKind.CancelRuns when user is not null => OpenRuns,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of job, or not one over all users."),
    };

    private static string Dead(string owner) =>
        $"""
        SELECT id FROM (
            ({DeadLetterSql.Deliveries("e.id", owner, "ASC")})
            UNION ALL
            ({DeadLetterSql.Runs("r.id", owner, "ASC")})
        ) d
        ORDER BY id LIMIT $7
        """;
}
