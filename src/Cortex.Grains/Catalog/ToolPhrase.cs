namespace Cortex.Catalog;

/// <summary>A way to ask for a tool.</summary>
/// <param name="Phrase">In the notation of <see cref="ProviderCatalog"/>; a slot is an input of the tool.</param>
internal sealed record ToolPhrase(string Phrase)
{
    /// <summary>Inputs that the words give without a slot, by name.</summary>
    public IReadOnlyDictionary<string, string> Given { get; init; } = new Dictionary<string, string>();

    /// <summary>The input whose text is left to AI: an <c>ai.draft</c> step comes first, with these words as its instructions, and its text goes here.</summary>
    public string? Drafted { get; init; }

    public static implicit operator ToolPhrase(string phrase) => new(phrase);
}
