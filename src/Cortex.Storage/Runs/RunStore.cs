using Cortex.Storage.DeadLetters;
using Npgsql;

namespace Cortex.Storage.Runs;

/// <summary>Reads the tables <c>runs</c> and <c>run_steps</c>; they are written by <see cref="RunWriter"/>.</summary>
public sealed class RunStore(NpgsqlDataSource database)
{
    private const string Columns =
        """
        r.id, r.user_id, r.unit_id, r.unit_name, r.unit_version, r.event_id, r.connection_key, r.connection_id, r.provider_config_key, r.status, r.revision, r.attempt,
        r.trigger, r.error, r.resume_at, r.trace_parent, r.created_at, r.started_at, r.completed_at, r.judgement, r.held_by, r.summary, r.updated_at,
        r.lease_owner, r.called_at, r.lease_until, r.takeovers, r.cancel_requested_at IS NOT NULL, r.retry_key, r.error_code, r.error_provider, r.dead_reason
        """;

    private const string RunGet = $"SELECT {Columns}, NULL::json, 0, 0 FROM runs r WHERE r.id = $1";

    // With its program, and how far it has come in it.
    private const string View =
        $"""
        SELECT {Columns}, v.program, coalesce(json_array_length(v.program -> 'steps'), 0),
               (SELECT count(*)::int FROM run_steps s WHERE s.run_id = r.id AND s.status IN ('completed', 'skipped'))
        FROM runs r LEFT JOIN unit_versions v ON v.unit_id = r.unit_id AND v.version = r.unit_version
        """;

    private const string RunGetOfUser = $"{View} WHERE r.id = $1 AND r.user_id = $2";

    private const string RunList =
        $"""
        {View}
        WHERE r.user_id = $1 AND ($2::uuid IS NULL OR r.id < $2) AND ($3::uuid IS NULL OR r.unit_id = $3) AND ($4::text IS NULL OR r.status = $4)
        ORDER BY r.id DESC LIMIT $5
        """;

    private const string RunListStale =
        """
        (SELECT id FROM runs WHERE status = 'waiting' AND resume_at <= clock_timestamp() ORDER BY resume_at LIMIT $2)
        UNION
        (SELECT id FROM runs WHERE status IN ('queued', 'running') AND updated_at < clock_timestamp() - $1::bigint * interval '1 millisecond'
         AND (lease_until IS NULL OR lease_until <= clock_timestamp())
         ORDER BY updated_at LIMIT $2)
        UNION
        (SELECT id FROM runs WHERE cancel_requested_at < clock_timestamp() - $1::bigint * interval '1 millisecond' AND status IN ('queued', 'running', 'waiting')
         AND (lease_until IS NULL OR lease_until <= clock_timestamp())
         ORDER BY cancel_requested_at LIMIT $2)
        LIMIT $2
        """;

    // Held runs whose account has been usable since, or is gone: the one goes on, the other says so.
    private const string RunListReleased =
        """
        SELECT r.id FROM runs r LEFT JOIN connections c ON c.id = r.held_by
        WHERE r.held_by IS NOT NULL AND r.status = 'waiting' AND (c.id IS NULL OR c.status = 'active' AND c.authorised_at > r.updated_at)
        ORDER BY r.updated_at LIMIT $1
        """;

    private const string RunFindRerun = "SELECT id FROM runs WHERE user_id = $1 AND rerun_key = $2 ORDER BY id DESC LIMIT 1";

    private const string RunGetAll = $"{View} WHERE r.user_id = $1 AND r.id = ANY($2)";

    private const string RunListUnmet = "SELECT id, judgement FROM runs WHERE user_id = $1 AND id = ANY($2) AND judgement -> 'unmet' IS NOT NULL";

    private const string RunRequestCancel =
        """
        UPDATE runs SET cancel_requested_at = coalesce(cancel_requested_at, clock_timestamp())
        WHERE id = $1 AND user_id = $2 AND status IN ('queued', 'running', 'waiting')
        """;

    // Holds nothing but Cortex's own words, which PostgreSQL takes whatever it refused before.
    private const string RunFail =
        """
        WITH r AS (
            UPDATE runs SET status = 'failed', revision = revision + 1, error = $2, error_code = $3, error_provider = NULL, dead_reason = $4,
                   resume_at = NULL, held_by = NULL, cancel_requested_at = NULL,
                   completed_at = clock_timestamp(), updated_at = clock_timestamp()
            WHERE id = $1 AND revision = $5 AND status IN ('queued', 'running', 'waiting')
            RETURNING id
        )
        UPDATE run_steps s SET status = 'failed', error = $2, error_code = $3, completed_at = clock_timestamp() FROM r WHERE s.run_id = r.id AND s.status = 'running'
        """;

    private const string StepColumns = "SELECT index, tool, status, input, output, error, attempts, started_at, completed_at, failures, call_result, mark, error_code FROM run_steps";

    private const string StepGet = $"{StepColumns} WHERE run_id = $1 AND index = $2";

    private const string StepList = $"{StepColumns} WHERE run_id = $1 ORDER BY index";

    /// <summary>A run, whoever owns it.</summary>
    public Task<RunRow?> FindAsync(RunId id, CancellationToken cancellationToken) =>
        database.ReadFirstAsync(RunGet, p => p.Uuid(id.Value), Read, cancellationToken);

    /// <summary>One of a user's runs.</summary>
    public Task<RunRow?> FindAsync(UserId user, RunId id, CancellationToken cancellationToken) =>
        database.ReadFirstAsync(RunGetOfUser, p => p.Uuid(id.Value).Text(user.Value), Read, cancellationToken);

    /// <summary>The run that a request for a rerun made; null if there is none.</summary>
    public async Task<RunId?> FindRerunAsync(UserId user, string rerunKey, CancellationToken cancellationToken)
    {
        return (await database.ReadAllAsync(RunFindRerun, p => p.Text(user.Value).Text(rerunKey), r => new RunId(r.GetGuid(0)), cancellationToken)) is [var id] ? id : null;
    }

    /// <summary>A user's runs, newest first, of one unit or with one status if given.</summary>
    public Task<List<RunRow>> ListAsync(UserId user, PageQuery page, UnitId? unit, string? status, CancellationToken cancellationToken) =>
        database.ReadAllAsync(RunList, p => p.Text(user.Value).Uuid(page.Before).Uuid(unit?.Value).Text(status).Int(page.Limit), Read, cancellationToken);

    /// <summary>Those of these runs that are a user's, in no order.</summary>
    public Task<List<RunRow>> FindAllAsync(UserId user, IReadOnlyList<RunId> ids, CancellationToken cancellationToken) =>
        database.ReadAllAsync(RunGetAll, p => p.Text(user.Value).Uuids(ids.Select(id => (Guid?)id.Value)), Read, cancellationToken);

    /// <summary>Runs that are due, or open, or to be canceled, and untouched longer than an age; none whose step may still be under way.</summary>
    public Task<List<RunId>> ListStaleAsync(TimeSpan age, int limit, CancellationToken cancellationToken) =>
        database.ReadAllAsync(RunListStale, p => p.Long((long)age.TotalMilliseconds).Int(limit), r => new RunId(r.GetGuid(0)), cancellationToken);

    /// <summary>Held runs that need wait no longer, the longest held first.</summary>
    public Task<List<RunId>> ListReleasedAsync(int limit, CancellationToken cancellationToken) =>
        database.ReadAllAsync(RunListReleased, p => p.Int(limit), r => new RunId(r.GetGuid(0)), cancellationToken);

    /// <summary>Of these runs those that did nothing as their item was none for the automation, each with the condition.</summary>
    public async Task<Dictionary<RunId, UnmetCondition>> ListUnmetAsync(UserId user, IReadOnlyList<RunId> ids, CancellationToken cancellationToken)
    {
        var unmet = await database.ReadAllAsync(RunListUnmet, p => p.Text(user.Value).Uuids(ids.Select(id => (Guid?)id.Value)), r => (Id: new RunId(r.GetGuid(0)), Judgement: Judgement.Read(r.GetString(1))), cancellationToken);
        return unmet.ToDictionary(u => u.Id, u => u.Judgement.Unmet!);
    }

    /// <summary>Notes that a user wants a run to be canceled. Whoever writes the run next learns of it, and lets no further step begin.</summary>
    /// <returns>False if the run is not open, or not the user's.</returns>
    public async Task<bool> RequestCancelAsync(UserId user, RunId id, CancellationToken cancellationToken) =>
        await database.ExecuteAsync(RunRequestCancel, p => p.Uuid(id.Value).Text(user.Value), cancellationToken) == 1;

    /// <summary>Gives an open run up, and ends the step that is under way as failed, unless another writer has gone on with it.</summary>
    /// <param name="id">The run.</param>
    /// <param name="revision">That of the row as its grain knows it.</param>
    /// <param name="error">Why, in words for its user.</param>
    /// <param name="code">What is wrong: one of <see cref="Errors.ErrorCodes"/>.</param>
    /// <param name="deadReason">Why it is given up: one of <see cref="DeadReason"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task FailAsync(RunId id, int revision, string error, string code, string deadReason, CancellationToken cancellationToken) =>
        database.ExecuteAsync(RunFail, p => p.Uuid(id.Value).Text(error).Text(code).Text(deadReason).Int(revision), cancellationToken);

    /// <summary>The steps of a run, in order.</summary>
    public Task<List<StepRow>> ListStepsAsync(RunId id, CancellationToken cancellationToken) =>
        database.ReadAllAsync(StepList, p => p.Uuid(id.Value), ReadStep, cancellationToken);

    /// <summary>One step of a run.</summary>
    public Task<StepRow?> FindStepAsync(RunId id, int index, CancellationToken cancellationToken) =>
        database.ReadFirstAsync(StepGet, p => p.Uuid(id.Value).Int(index), ReadStep, cancellationToken);

    private static RunRow Read(NpgsqlDataReader r) => new(
        new(r.GetGuid(0)), new(r.GetString(1)), new(r.GetGuid(2)), r.GetString(3), r.GetInt32(4), new(r.GetGuid(5)), new(r.GetGuid(6)), r.GetString(7), r.GetString(8),
        r.GetString(9), r.GetInt32(10), r.GetInt32(11), r.GetString(12), r.TextOrNull(13), r.TimeOrNull(14), r.TextOrNull(15), r.Time(16), r.TimeOrNull(17), r.TimeOrNull(18))
    {
        JudgementJson = r.TextOrNull(19),
        HeldBy = r.IsDBNull(20) ? null : new ConnectionKey(r.GetGuid(20)),
        Summary = r.TextOrNull(21),
        UpdatedAt = r.Time(22),
        Lease = r.TimeOrNull(25) is { } until ? new(r.GetString(23), r.Time(24), until) : null,
        Takeovers = r.GetInt16(26),
        IsCancelRequested = r.GetBoolean(27),
        RetryKey = r.TextOrNull(28),
        ErrorCode = r.TextOrNull(29),
        ErrorProvider = r.TextOrNull(30),
        DeadReason = r.TextOrNull(31),
        ProgramJson = r.TextOrNull(32),
        StepsTotal = r.GetInt32(33),
        StepsDone = r.GetInt32(34),
    };

    private static StepRow ReadStep(NpgsqlDataReader r) => new(
        r.GetInt16(0), r.GetString(1), r.GetString(2), r.GetString(3), r.TextOrNull(4), r.TextOrNull(5), r.GetInt32(6), r.Time(7), r.TimeOrNull(8))
    {
        FailuresJson = r.TextOrNull(9),
        CallResult = r.TextOrNull(10),
        Mark = r.TextOrNull(11),
        ErrorCode = r.TextOrNull(12),
    };
}
