using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Cortex.Api.Health;

/// <summary>How this process and its neighbours are.</summary>
/// <param name="Status"><c>healthy</c>, <c>degraded</c> (webhooks are accepted) or <c>unhealthy</c>.</param>
/// <param name="Checks">Part by part.</param>
internal sealed record HealthAnswer(string Status, IReadOnlyDictionary<string, CheckBody> Checks)
{
    public static HealthAnswer Of(HealthReport report) =>
        new(Word(report.Status), report.Entries.ToDictionary(e => e.Key, e => CheckBody.Of(e.Value), StringComparer.Ordinal));

    public static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "healthy",
        HealthStatus.Degraded => "degraded",
        _ => "unhealthy",
    };
}
