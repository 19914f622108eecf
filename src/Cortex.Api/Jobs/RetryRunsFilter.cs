namespace Cortex.Api.Jobs;

/// <param name="UnitId">Runs of this automation.</param>
/// <param name="Status"><c>failed</c>, which it is if absent, or <c>canceled</c>.</param>
/// <param name="Reason">Runs that were given up for this reason, as dead letters name it.</param>
/// <param name="From">Runs for what happened at this time or later.</param>
/// <param name="To">Runs for what happened before this time.</param>
internal sealed record RetryRunsFilter(string? UnitId = null, string? Status = null, string? Reason = null, string? From = null, string? To = null);
