using Cortex.Api.Diagnostics;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Cortex.Api.Health;

/// <summary>Without PostgreSQL no webhook can be accepted.</summary>
internal sealed class PostgresCheck(NpgsqlDataSource database, DependencyInstruments instruments) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = database.CreateCommand("SELECT 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (e is NpgsqlException or OperationCanceledException)
        {
            instruments.OnDatabaseError();
            return new(context.Registration.FailureStatus, "PostgreSQL does not answer.", e);
        }
    }
}
