using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Cortex.Api.Health;

/// <summary>How one part is.</summary>
/// <param name="Status">As the whole's.</param>
/// <param name="Detail">A sentence of ours, never an exception's; or null.</param>
/// <param name="DurationMs">How long the part took to answer.</param>
internal sealed record CheckBody(string Status, string? Detail, double DurationMs)
{
    public static CheckBody Of(HealthReportEntry entry) => new(HealthAnswer.Word(entry.Status), entry.Description, Math.Round(entry.Duration.TotalMilliseconds, 1));
}
