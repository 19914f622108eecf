using Cortex.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Cortex.Api.Health;

/// <summary>For people, load balancers and orchestrators. Open to anybody, and tells no secret.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").AllowAnonymous().WithTags("Health");
        health.MapGet("", ReadAsync).WithName("health").Produces<HealthAnswer>(200).Produces<HealthAnswer>(503);
        health.MapGet("/ready", ReadReadinessAsync).WithName("ready").Produces<HealthAnswer>(200).Produces<HealthAnswer>(503);
        routes.MapLiveness();
    }

    /// <summary>Says how every part is; 503 when webhooks cannot be accepted.</summary>
    internal static async Task<JsonHttpResult<HealthAnswer>> ReadAsync(HealthMonitor monitor, CancellationToken cancellationToken) =>
        Answer(await monitor.ReadAsync(cancellationToken));

    /// <summary>Says whether webhooks can be accepted, and nothing else.</summary>
    internal static async Task<JsonHttpResult<HealthAnswer>> ReadReadinessAsync(HealthMonitor monitor, CancellationToken cancellationToken)
    {
        var report = await monitor.ReadAsync(cancellationToken);
        var accepting = report.Entries.Where(e => e.Value.Tags.Contains(HealthServices.AcceptingTag)).ToDictionary(StringComparer.Ordinal);
        return Answer(new HealthReport(accepting, report.TotalDuration));
    }

    private static JsonHttpResult<HealthAnswer> Answer(HealthReport report) => TypedResults.Json(
        HealthAnswer.Of(report),
        statusCode: report.Status == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
}
