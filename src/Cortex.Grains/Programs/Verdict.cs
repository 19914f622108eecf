namespace Cortex.Programs;

/// <summary>Whether a condition tree held of an item and, if not, the first condition that failed or is still open.</summary>
/// <param name="Truth">Whether it held.</param>
/// <param name="Condition">The condition that did not hold, in words: "sender is test@test.com".</param>
/// <param name="Saw">The value that it saw.</param>
internal readonly record struct Verdict(Truth Truth, string? Condition = null, string? Saw = null)
{
    public bool Holds => Truth == Truth.True;
}
