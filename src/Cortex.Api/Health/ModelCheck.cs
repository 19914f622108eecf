using Cortex.Api.Model;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Cortex.Api.Health;

/// <summary>Without the language model webhooks are accepted and automations run, but for what they ask the model; and fewer wordings compile.</summary>
internal sealed class ModelCheck(ModelMonitor monitor) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await monitor.ReadAsync(cancellationToken) switch
        {
            { Problem: { } problem } => new(context.Registration.FailureStatus, problem),
            { IsChecked: true } => HealthCheckResult.Healthy(),
            _ => HealthCheckResult.Healthy("Nothing is known of it yet."),
        };
}
