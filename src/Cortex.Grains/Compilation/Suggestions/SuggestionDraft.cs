namespace Cortex.Compilation.Suggestions;

/// <summary>A prompt that may be suggested, not compiled yet.</summary>
/// <param name="Prompt">The words.</param>
/// <param name="Score">How much of what the user said it keeps, and how like it is, from 0 to 1.</param>
/// <param name="Departure">How it differs.</param>
/// <param name="Missing">The slot that only the user can fill; null when none is empty.</param>
internal sealed record SuggestionDraft(string Prompt, double Score, Departure Departure, WordingSlot? Missing = null)
{
    /// <summary>Whether it is one of several automations of the prompt, whole as it was written.</summary>
    public bool IsPart { get; init; }
}
