using Cortex.Api.Json;
using Cortex.Storage.Jobs;

namespace Cortex.Api.Jobs;

/// <summary>Work on many runs or deliveries at once.</summary>
/// <param name="Kind"><c>retry_runs</c>, <c>cancel_runs</c> or <c>retry_dead_letters</c>.</param>
/// <param name="Filter">What it picked, as it was asked for.</param>
/// <param name="Status"><c>running</c> or <c>completed</c>.</param>
/// <param name="Total">How many it picked when it was made; what came to fit later is not among them.</param>
/// <param name="Done">How many of them are on their way again, or canceled; what becomes of a run is the run's to say.</param>
/// <param name="Failed">With how many that could not be done.</param>
/// <param name="Partial">Whether there were more than one job takes: ask once more for those.</param>
/// <param name="Error">Why it could not be done with the last that failed; or null.</param>
internal sealed record JobBody(
    string Id,
    string Kind,
    RawJson Filter,
    string Status,
    int Total,
    int Done,
    int Failed,
    bool Partial,
    string? Error,
    DateTime CreatedAt,
    DateTime UpdatedAt,
    DateTime? CompletedAt)
{
    public static JobBody Of(JobRow row) => new(
        row.Id.ToString(), row.Kind, new(row.FilterJson), row.Status, row.Total, row.Done, row.Failed, row.IsPartial, row.Error,
        row.CreatedAt.UtcDateTime, row.UpdatedAt.UtcDateTime, row.CompletedAt?.UtcDateTime);
}
