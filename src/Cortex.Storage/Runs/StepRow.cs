namespace Cortex.Storage.Runs;

/// <summary>One row of <c>run_steps</c>, without the run that it belongs to.</summary>
public sealed record StepRow(
    int Index,
    string Tool,
    string Status,
    string InputJson,
    string? OutputJson,
    string? Error,
    int Attempts,
    DateTimeOffset StartedAt,
    DateTimeOffset? CompletedAt)
{
    /// <summary>What came of the last call, one of <see cref="CallResult"/>; null while one may be under way.</summary>
    public string? CallResult { get; init; }

    /// <summary>The calls that failed, of <see cref="StepFailure"/>; null where none did.</summary>
    public string? FailuresJson { get; init; }
}
