namespace Cortex.Jobs;

/// <summary>How it went with one delivery or run of a job.</summary>
/// <param name="Error">Why it could not be done; null if it was.</param>
/// <param name="IsPassing">Whether the same may succeed later.</param>
internal readonly record struct JobOutcome(string? Error, bool IsPassing = false)
{
    public static JobOutcome Done { get; } = new(null);
}
