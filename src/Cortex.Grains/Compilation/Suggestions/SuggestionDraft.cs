namespace Cortex.Compilation.Suggestions;

/// <summary>A prompt that may be suggested, not compiled yet.</summary>
/// <param name="Prompt">The words.</param>
/// <param name="Score">How much of what the user said it keeps, and how like it is, from 0 to 1.</param>
/// <param name="Changes">How it differs.</param>
/// <param name="Missing">The slot that only the user can fill; null when none is empty.</param>
internal sealed record SuggestionDraft(string Prompt, double Score, IReadOnlyList<string> Changes, WordingSlot? Missing = null)
{
    /// <summary>What it leaves out of what was said about when to act, and on what.</summary>
    public Looseness Looseness { get; init; }
}
