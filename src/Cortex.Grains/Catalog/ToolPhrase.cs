namespace Cortex.Catalog;

/// <summary>A way to ask for a tool.</summary>
/// <param name="Phrase">In the notation of <see cref="ProviderCatalog"/>; a slot is an input of the tool.</param>
internal sealed record ToolPhrase(string Phrase)
{
    /// <summary>Inputs that the words give without a slot, by name; <c>fields.Status</c> is a field of the record. What is in angle brackets is what a step before left behind, and <c>{person}</c> is whom the item is about.</summary>
    public IReadOnlyDictionary<string, string> Given { get; init; } = new Dictionary<string, string>();

    /// <summary>The input whose text is left to AI: an <c>ai.draft</c> step comes first, with these words as its instructions, and its text goes here.</summary>
    public string? Drafted { get; init; }

    /// <summary>Whether the unused text of an earlier AI step, if there is one, takes the place of <see cref="Drafted"/>.</summary>
    public bool MayCarry { get; init; }

    /// <summary>Whether what is sent is a summary of the item: an <c>ai.summarize</c> step comes first.</summary>
    public bool IsSummary { get; init; }

    /// <summary>Whether AI first says which of some <c>{labels}</c> fits: an <c>ai.classify</c> step comes first.</summary>
    public bool IsClassified { get; init; }

    /// <summary>Whether "it" is the record that the step before has made, if it made one.</summary>
    public bool IsOfLastRecord { get; init; }

    /// <summary>Whether what it is done to must be "every" or "all" of it, since otherwise what is already there could be meant.</summary>
    public bool NeedsEvery { get; init; }

    /// <summary>What leads to what is to become of an item.</summary>
    public const string Be = "(be|is|are|were|was|got|get|gets|to be|being|are to be|is to be) [automatically|always|immediately|instantly|simply]";

    /// <summary>Whether the event comes first, so that no word says yet that it is an instruction.</summary>
    public bool BeginsWithEvent => Phrase.StartsWith("{event}", StringComparison.Ordinal);

    /// <summary>Whether it says that something is made: "a task is created", which behind "when" is what happens.</summary>
    public bool IsOfMade { get; init; }

    /// <summary>Words that have something done to an item: "have … labelled".</summary>
    public const string Have = "(have|get|let|i want|i'd like|i would like|i'd love|i need|i'd prefer)";

    /// <summary>Whether it says to have something done.</summary>
    public bool IsCausative => Phrase.StartsWith(Have, StringComparison.Ordinal);

    /// <summary>Names a text that the record is to hold: "a task with the summary". It is the title only of a record without a field for text.</summary>
    public const string Holding = "with {title:reference}";

    /// <summary>Whether it names a text that the record is to hold.</summary>
    public bool IsOfHolding => Phrase.Contains(Holding, StringComparison.Ordinal);

    public static implicit operator ToolPhrase(string phrase) => new(phrase);
}
