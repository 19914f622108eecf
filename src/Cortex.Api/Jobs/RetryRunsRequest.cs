namespace Cortex.Api.Jobs;

/// <param name="Filter">Which runs; an empty object stands for all that failed.</param>
internal sealed record RetryRunsRequest(RetryRunsFilter Filter);
