namespace Cortex;

/// <summary>What a refused prompt can be put right with.</summary>
/// <param name="Understood">The parts of the prompt that have their place in a program, in their order.</param>
/// <param name="LeftOver">The parts that have none, in their order.</param>
/// <param name="Suggestions">Prompts that compile and are likely to mean the same, the likeliest first.</param>
/// <param name="Question">What alone is missing; null when it is not one answer.</param>
[GenerateSerializer, Immutable, Alias("cortex.repair")]
public sealed record Repair(
    IReadOnlyList<UnderstoodSpan> Understood, IReadOnlyList<TextRange> LeftOver, IReadOnlyList<PromptSuggestion> Suggestions, PromptQuestion? Question = null)
{
    /// <summary>How many suggestions there are at most: more than one can take in at a glance help nobody.</summary>
    public const int SuggestionsMax = 3;

    /// <summary>Nothing to offer.</summary>
    public static Repair None { get; } = new([], [], []);
}
