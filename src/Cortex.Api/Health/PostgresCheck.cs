using Cortex.Api.Diagnostics;
using Cortex.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Cortex.Api.Health;

/// <summary>Without PostgreSQL no webhook can be accepted.</summary>
internal sealed class PostgresCheck(DatabaseProbe database, DependencyInstruments instruments) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await database.PingAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (e is StorageException or OperationCanceledException)
        {
            instruments.OnDatabaseError();
            return new(context.Registration.FailureStatus, "PostgreSQL does not answer.", e);
        }
    }
}
