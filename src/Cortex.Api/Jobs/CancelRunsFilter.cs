namespace Cortex.Api.Jobs;

/// <param name="UnitId">Runs of this automation.</param>
/// <param name="Status"><c>queued</c>, <c>running</c> or <c>waiting</c>; any of them if absent.</param>
/// <param name="From">Runs for what happened at this time or later.</param>
/// <param name="To">Runs for what happened before this time.</param>
internal sealed record CancelRunsFilter(string? UnitId = null, string? Status = null, string? From = null, string? To = null);
