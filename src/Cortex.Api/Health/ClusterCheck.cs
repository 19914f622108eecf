using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Cortex.Api.Health;

/// <summary>Without silos webhooks are accepted and wait; automations do not run.</summary>
internal sealed class ClusterCheck(IGrainFactory grains) : IHealthCheck
{
    /// <summary>The management grain's only key; Orleans chose a number.</summary>
    private const long ManagementKey = 0;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var silos = await grains.GetGrain<IManagementGrain>(ManagementKey).GetHosts(onlyActive: true, cancellationToken).WaitAsync(cancellationToken);
            return HealthCheckResult.Healthy(string.Create(CultureInfo.InvariantCulture, $"Active silos: {silos.Count}."));
        }
#pragma warning disable CA1031 // A client without a cluster fails in many ways; all of them mean the same here.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new(context.Registration.FailureStatus, "No silo answers.", e);
        }
    }
}
