namespace Cortex;

/// <summary>What became of one item at one unit, and why: the answer to "why did it not run?".</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Run">The run, when there is one.</param>
/// <param name="Reason">A sentence for the user; null when the kind says it all.</param>
/// <param name="Condition">The condition that failed, in words.</param>
/// <param name="Saw">The value that the failed condition saw.</param>
[GenerateSerializer, Immutable, Alias("cortex.fate")]
public sealed record Fate(FateKind Kind, RunId? Run = null, string? Reason = null, string? Condition = null, string? Saw = null);
