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
    /// <summary>Characters of a <see cref="Mark"/>, as the table has it: it is for ids, which are shorter with every provider.</summary>
    public const int MarkLengthMax = 200;

    /// <summary>What its tool keeps for whoever makes its next request; null if nothing is kept.</summary>
    public string? Mark { get; init; }

    /// <summary>What is wrong, one of <see cref="Errors.ErrorCodes"/>; null beside no error, and where it was not kept.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>What came of the last call, one of <see cref="CallResult"/>; null while one may be under way.</summary>
    public string? CallResult { get; init; }

    /// <summary>The calls that failed, of <see cref="StepFailure"/>; null where none did.</summary>
    public string? FailuresJson { get; init; }
}
