namespace Cortex.Compilation.Grammar;

/// <summary>What stands in a slot: the user's own characters, quotes taken off, or words that stand for something.</summary>
/// <param name="Text">The text, or the words.</param>
/// <param name="Kind">How to take it.</param>
/// <param name="Of">Of an assignment, the words for what is set.</param>
internal readonly record struct SlotValue(string Text, SlotKind Kind, string? Of = null)
{
    /// <summary>Whether that it is a value, and all of it, is only likely: words without quotes that could be something else, or end elsewhere.</summary>
    public bool IsOpen { get; init; }

    public static SlotValue Literal(string text) => new(text, SlotKind.Literal);

    public static SlotValue Open(string text) => new(text, SlotKind.Literal) { IsOpen = true };
}
