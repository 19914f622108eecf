namespace Cortex.Compilation.Suggestions;

/// <summary>What could be written for a part of a prompt.</summary>
/// <param name="Text">The words, the user's own literals filled in.</param>
/// <param name="Wording">The known wording that it is; null for the user's own words.</param>
/// <param name="Similarity">How like the user's words it is, from 0 to 1.</param>
/// <param name="Used">The pieces that it says, by their places.</param>
/// <param name="Missing">The slot that the prompt does not fill, <see cref="PromptQuestion.Gap"/> in its place; null when all are filled.</param>
internal sealed record PartCandidate(string Text, PartWording? Wording, double Similarity, IReadOnlySet<int> Used, WordingSlot? Missing = null)
{
    /// <summary>For the user's own words of an event, the kind of item that it brings.</summary>
    public string? Item { get; init; }
}
