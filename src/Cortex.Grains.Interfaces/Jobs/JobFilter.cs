namespace Cortex;

/// <summary>What a job picks: all that every condition given holds of.</summary>
/// <param name="Unit">Runs of this automation; deliveries have none.</param>
/// <param name="Status">Runs with this status, one of those that the job's kind is about.</param>
/// <param name="Kind">Of dead letters, <c>event</c> or <c>run</c>.</param>
/// <param name="Reason">What was given up for this reason.</param>
/// <param name="From">What happened, or was received, at this time or later; to the millisecond.</param>
/// <param name="To">What happened, or was received, before this time; to the millisecond.</param>
[GenerateSerializer, Immutable, Alias("cortex.job-filter")]
public sealed record JobFilter(
    UnitId? Unit = null, string? Status = null, string? Kind = null, string? Reason = null, DateTimeOffset? From = null, DateTimeOffset? To = null);
