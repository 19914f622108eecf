namespace Cortex;

/// <summary>A request for a job.</summary>
/// <param name="Kind">One of <see cref="JobKind"/>.</param>
/// <param name="Filter">What it picks.</param>
/// <param name="IdempotencyKey">The same key again is the same job; or null.</param>
[GenerateSerializer, Immutable, Alias("cortex.job-request")]
public sealed record JobRequest(string Kind, JobFilter Filter, string? IdempotencyKey);
