using Cortex.Storage.Deliveries;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Cortex.Api.Health;

/// <summary>The inbox takes deliveries while its loop runs and its queue has room.</summary>
internal sealed class InboxCheck(DeliveryInbox inbox) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(inbox switch
    {
        { ExecuteTask: null or { IsCompleted: true } } => new(context.Registration.FailureStatus, "The inbox is not running."),
        { Waiting: >= DeliveryInbox.QueueLengthMax } => new(context.Registration.FailureStatus, "The inbox is full."),
        _ => HealthCheckResult.Healthy(),
    });
}
