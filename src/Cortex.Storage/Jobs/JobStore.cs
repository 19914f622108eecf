using Npgsql;

namespace Cortex.Storage.Jobs;

/// <summary>The table <c>jobs</c>.</summary>
public sealed class JobStore(NpgsqlDataSource database)
{
    private const string Columns = "id, user_id, kind, filter, status, total, done, failed, is_partial, error, created_at, updated_at, completed_at";

    // One that picked nothing is done as it is made.
    private const string JobInsert =
        """
        INSERT INTO jobs (id, user_id, kind, filter, status, items, total, is_partial, idempotency_key, completed_at)
        VALUES ($1, $2, $3, $4, CASE WHEN cardinality($5::uuid[]) = 0 THEN 'completed' ELSE 'running' END, $5, cardinality($5::uuid[]), $6::int = 1, $7,
                CASE WHEN cardinality($5::uuid[]) = 0 THEN clock_timestamp() END)
        ON CONFLICT (user_id, idempotency_key) WHERE idempotency_key IS NOT NULL DO NOTHING
        """;

    private const string JobGet = $"SELECT {Columns} FROM jobs WHERE id = $1 AND user_id IS NOT DISTINCT FROM $2";

    private const string JobGetAll = $"SELECT {Columns} FROM jobs WHERE user_id = $1 AND id = ANY($2)";

    private const string JobGetByKey = $"SELECT {Columns} FROM jobs WHERE user_id = $1 AND idempotency_key = $2";

    private const string JobFirstOpen = $"SELECT {Columns} FROM jobs WHERE user_id IS NOT DISTINCT FROM $1 AND status = 'running' ORDER BY id LIMIT 1";

    private const string JobCountOpen = "SELECT count(*) FROM jobs WHERE user_id = $1 AND status = 'running'";

    private const string JobItems = "SELECT unnest(items[$2::int + 1 : $2::int + $3::int]) FROM jobs WHERE id = $1";

    // Whoever has fallen behind another activation changes nothing.
    private const string JobProgress =
        """
        UPDATE jobs SET done = done + $3, failed = failed + $4, error = coalesce($5, error), updated_at = clock_timestamp(),
               status = CASE WHEN done + failed + $3 + $4 = total THEN 'completed' ELSE status END,
               completed_at = CASE WHEN done + failed + $3 + $4 = total THEN clock_timestamp() END,
               items = CASE WHEN done + failed + $3 + $4 = total THEN '{}' ELSE items END
        WHERE id = $1 AND status = 'running' AND done + failed = $2
        """;

    private const string JobListStale =
        "SELECT DISTINCT user_id FROM jobs WHERE status = 'running' AND updated_at < clock_timestamp() - $1::bigint * interval '1 millisecond' LIMIT $2";

    private const string JobDeleteOld =
        "DELETE FROM jobs WHERE id IN (SELECT id FROM jobs WHERE status = 'completed' AND completed_at < clock_timestamp() - $1::int * interval '1 day' LIMIT $2)";

    /// <summary>Stores a new job.</summary>
    /// <returns>False if a request with its key has made one.</returns>
    public async Task<bool> InsertAsync(NewJob job, CancellationToken cancellationToken) =>
        await database.ExecuteAsync(
            JobInsert,
            p => p.Uuid(job.Id.Value).Text(job.User?.Value).Text(job.Kind).Json(job.FilterJson).Uuids(job.Items.Select(id => (Guid?)id)).Int(job.IsPartial ? 1 : 0).Text(job.IdempotencyKey),
            cancellationToken) == 1;

    /// <summary>One of a user's jobs; of the operators' for null.</summary>
    public Task<JobRow?> FindAsync(UserId? user, JobId id, CancellationToken cancellationToken) =>
        database.ReadFirstAsync(JobGet, p => p.Uuid(id.Value).Text(user?.Value), Read, cancellationToken);

    /// <summary>Those of these jobs that are a user's, in no order.</summary>
    public Task<List<JobRow>> FindAllAsync(UserId user, IReadOnlyList<JobId> ids, CancellationToken cancellationToken) =>
        database.ReadAllAsync(JobGetAll, p => p.Text(user.Value).Uuids(ids.Select(id => (Guid?)id.Value)), Read, cancellationToken);

    /// <summary>The job that a request with a key made; null if there is none.</summary>
    public Task<JobRow?> FindByIdempotencyKeyAsync(UserId user, string key, CancellationToken cancellationToken) =>
        database.ReadFirstAsync(JobGetByKey, p => p.Text(user.Value).Text(key), Read, cancellationToken);

    /// <summary>A user's, or the operators', oldest job that is not done; null if there is none.</summary>
    public Task<JobRow?> FindFirstOpenAsync(UserId? user, CancellationToken cancellationToken) =>
        database.ReadFirstAsync(JobFirstOpen, p => p.Text(user?.Value), Read, cancellationToken);

    /// <summary>How many of a user's jobs are not done.</summary>
    public Task<long> CountOpenAsync(UserId user, CancellationToken cancellationToken) =>
        database.ReadValueAsync<long>(JobCountOpen, p => p.Text(user.Value), cancellationToken);

    /// <summary>What a job picked, from a position on.</summary>
    public Task<List<Guid>> ListItemsAsync(JobId id, int position, int limit, CancellationToken cancellationToken) =>
        database.ReadAllAsync(JobItems, p => p.Uuid(id.Value).Int(position).Int(limit), r => r.GetGuid(0), cancellationToken);

    /// <summary>Notes how far a job has come from the position at which it was read; with all that it picked it is completed.</summary>
    /// <returns>False if it was not there any more: another activation works at it.</returns>
    public async Task<bool> AdvanceAsync(JobRow job, JobAdvance advance, CancellationToken cancellationToken) =>
        await database.ExecuteAsync(JobProgress, p => p.Uuid(job.Id.Value).Int(job.Position).Int(advance.Done).Int(advance.Failed).Text(advance.Error), cancellationToken) == 1;

    /// <summary>Whose jobs are not done, and have not got on for longer than an age; null among them stands for the operators.</summary>
    public Task<List<UserId?>> ListStaleAsync(TimeSpan age, int limit, CancellationToken cancellationToken) =>
        database.ReadAllAsync(JobListStale, p => p.Long((long)age.TotalMilliseconds).Int(limit), r => r.TextOrNull(0) is { } user ? new UserId(user) : (UserId?)null, cancellationToken);

    /// <summary>Deletes up to a number of jobs that have been completed for some days.</summary>
    /// <returns>How many were deleted.</returns>
    public Task<int> DeleteOldAsync(int days, int limit, CancellationToken cancellationToken) =>
        database.ExecuteAsync(JobDeleteOld, p => p.Int(days).Int(limit), cancellationToken);

    private static JobRow Read(NpgsqlDataReader r) => new(
        new(r.GetGuid(0)), r.TextOrNull(1) is { } user ? new UserId(user) : null, r.GetString(2), r.GetString(3), r.GetString(4), r.GetInt32(5), r.GetInt32(6), r.GetInt32(7),
        r.GetBoolean(8), r.TextOrNull(9), r.Time(10), r.Time(11), r.TimeOrNull(12));
}
