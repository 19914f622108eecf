using Npgsql;

namespace Cortex.Storage.Runs;

/// <summary>
/// Writes runs and their steps, many writers to a transaction. The result says whether the write took place: a run that exists is not made again,
/// and of two writers that hold the same revision one loses.
/// </summary>
public sealed class RunWriter(NpgsqlDataSource database) : GroupCommitter<RunWrite, RunWritten>("the run writer", QueueLengthMax, BatchSizeMax)
{
    /// <summary>Writes that may wait.</summary>
    public const int QueueLengthMax = 10_000;

    /// <summary>Writes per transaction.</summary>
    public const int BatchSizeMax = 100;

    private const string StepUpsert =
        """
        , s AS (
            INSERT INTO run_steps AS s (run_id, user_id, index, tool, status, input, output, error, attempts, started_at, completed_at, failures, call_result, mark, error_code)
            SELECT r.id, r.user_id, n.* FROM r CROSS JOIN unnest($32::smallint[], $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44)
                   AS n (index, tool, status, input, output, error, attempts, started_at, completed_at, failures, call_result, mark, error_code)
            ON CONFLICT (run_id, index) DO UPDATE
            SET status = excluded.status, input = excluded.input, output = excluded.output, error = excluded.error, attempts = excluded.attempts,
                started_at = excluded.started_at, completed_at = excluded.completed_at, failures = excluded.failures, call_result = excluded.call_result,
                mark = excluded.mark, error_code = excluded.error_code
        )
        SELECT count(*), coalesce(bool_or(r.is_cancel_requested), false) FROM r
        """;

    private const string RunInsert =
        $"""
        WITH r AS (
            INSERT INTO runs (id, user_id, unit_id, unit_name, unit_version, event_id, connection_key, connection_id, provider_config_key, status, revision, attempt,
                              trigger, error, resume_at, trace_parent, created_at, started_at, completed_at, judgement, held_by, summary,
                              lease_owner, called_at, lease_until, takeovers, retry_key, rerun_key, error_code, error_provider, dead_reason)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31)
            ON CONFLICT DO NOTHING
            RETURNING id, user_id, false AS is_cancel_requested
        )
        {StepUpsert}
        """;

    private const string RunUpdate =
        $"""
        WITH r AS (
            UPDATE runs SET status = $10, revision = $11, attempt = $12, error = $14, resume_at = $15, started_at = $18, completed_at = $19,
                   judgement = $20, held_by = $21, summary = coalesce($22, summary), trigger = coalesce($13, trigger),
                   lease_owner = $23, called_at = $24, lease_until = $25, takeovers = $26, retry_key = $27, error_code = $29, error_provider = $30, dead_reason = $31,
                   updated_at = clock_timestamp(),
                   cancel_requested_at = CASE WHEN $10 IN ('completed', 'failed', 'canceled') THEN NULL ELSE cancel_requested_at END
            WHERE id = $1 AND revision = $11 - 1
            RETURNING id, user_id, cancel_requested_at IS NOT NULL AS is_cancel_requested
        )
        {StepUpsert}
        """;

    /// <inheritdoc />
    protected override async Task<IReadOnlyList<RunWritten>> CommitBatchAsync(IReadOnlyList<RunWrite> batch, CancellationToken cancellationToken)
    {
        await using var commands = database.CreateBatch();
        foreach (var write in batch)
        {
            commands.BatchCommands.Add(Command(write));
        }

        return await commands.ReadAsync(
            async reader =>
            {
                var written = new List<RunWritten>(batch.Count);
                do
                {
                    await reader.ReadAsync(cancellationToken);
                    written.Add(reader.GetInt64(0) == 0 ? RunWritten.Lost : reader.GetBoolean(1) ? RunWritten.CancelRequested : RunWritten.Written);
                }
                while (await reader.NextResultAsync(cancellationToken));

                return written;
            },
            cancellationToken);
    }

    private static NpgsqlBatchCommand Command(RunWrite write)
    {
        var run = write.Run;
        var command = new NpgsqlBatchCommand(run.Revision == 1 ? RunInsert : RunUpdate);
        command.Parameters
            .Uuid(run.Id.Value).Text(run.User.Value).Uuid(run.Unit.Value).Text(run.UnitName).Int(run.UnitVersion).Uuid(run.Delivery.Value)
            .Uuid(run.Connection.Value).Text(run.ConnectionId).Text(run.ProviderConfigKey).Text(run.Status).Int(run.Revision).Int(run.Attempt)
            .Json(run.Revision == 1 || write.HasNewItem ? run.ItemJson : null).Text(run.Error).Time(run.ResumeAt).Text(run.TraceParent).Time(run.CreatedAt).Time(run.StartedAt).Time(run.CompletedAt)
            .Json(run.JudgementJson).Uuid(run.HeldBy?.Value).Text(run.Summary)
            .Text(run.Lease?.Owner).Time(run.Lease?.CalledAt).Time(run.Lease?.Until).Int(run.Takeovers).Text(run.RetryKey).Text(run.RerunKey).Text(run.ErrorCode).Text(run.ErrorProvider).Text(run.DeadReason)
            .Ints(write.Steps.Select(s => s.Index))
            .Texts(write.Steps.Select(s => s.Tool))
            .Texts(write.Steps.Select(s => s.Status))
            .Jsons(write.Steps.Select(s => s.InputJson))
            .Jsons(write.Steps.Select(s => s.OutputJson))
            .Texts(write.Steps.Select(s => s.Error))
            .Ints(write.Steps.Select(s => s.Attempts))
            .Times(write.Steps.Select(s => (DateTimeOffset?)s.StartedAt))
            .Times(write.Steps.Select(s => s.CompletedAt))
            .Jsons(write.Steps.Select(s => s.FailuresJson))
            .Texts(write.Steps.Select(s => s.CallResult))
            .Texts(write.Steps.Select(s => s.Mark))
            .Texts(write.Steps.Select(s => s.ErrorCode));
        return command;
    }
}
