namespace Cortex.Api.Jobs;

/// <param name="Filter">Which runs; an empty object stands for all that have not ended.</param>
internal sealed record CancelRunsRequest(CancelRunsFilter Filter);
