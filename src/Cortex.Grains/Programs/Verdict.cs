namespace Cortex.Programs;

/// <summary>Whether a condition tree held of an item and, if not, the first condition that failed.</summary>
/// <param name="Holds">Whether it held.</param>
/// <param name="Condition">The condition that failed, in words: "sender is test@test.com".</param>
/// <param name="Saw">The value that it saw.</param>
public readonly record struct Verdict(bool Holds, string? Condition = null, string? Saw = null);
