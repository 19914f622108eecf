using Npgsql;

namespace Cortex.Storage.Model;

/// <summary>The table <c>model_usage</c>.</summary>
public sealed class ModelUsageStore(NpgsqlDataSource database)
{
    private const string UsageAdopt = "UPDATE model_usage SET unit_id = $3 WHERE user_id = $1 AND program_hash = $2 AND unit_id IS NULL";

    private const string UsageDeleteOld =
        "DELETE FROM model_usage WHERE id IN (SELECT id FROM model_usage WHERE created_at < clock_timestamp() - $1::int * interval '1 day' LIMIT $2)";

    private const string UsageInsert =
        """
        INSERT INTO model_usage (id, user_id, unit_id, run_id, purpose, model, input_tokens, output_tokens, cost_micro_usd, program_hash)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """;

    /// <summary>Adds a row.</summary>
    public Task InsertAsync(NewModelUsage usage, CancellationToken cancellationToken) =>
        database.ExecuteAsync(
            UsageInsert,
            p => p.Uuid(Guid.CreateVersion7()).Text(usage.User.Value).Uuid(usage.Unit?.Value).Uuid(usage.Run?.Value).Text(usage.Purpose).Text(usage.Model)
                .Int(usage.InputTokens).Int(usage.OutputTokens).Long(usage.CostMicroUsd).Text(usage.ProgramHash),
            cancellationToken);

    /// <summary>Gives a new unit the rows of the compilations that it was made of.</summary>
    public Task AdoptAsync(UserId user, string programHash, UnitId unit, CancellationToken cancellationToken) =>
        database.ExecuteAsync(UsageAdopt, p => p.Text(user.Value).Text(programHash).Uuid(unit.Value), cancellationToken);

    /// <summary>Deletes up to a number of rows that are older than some days.</summary>
    /// <returns>How many were deleted.</returns>
    public Task<int> DeleteOldAsync(int days, int limit, CancellationToken cancellationToken) =>
        database.ExecuteAsync(UsageDeleteOld, p => p.Int(days).Int(limit), cancellationToken);
}
