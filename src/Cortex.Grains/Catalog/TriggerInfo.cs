namespace Cortex.Catalog;

/// <summary>One event that a program can wait for.</summary>
/// <param name="Name">As programs spell it.</param>
/// <param name="Item">What it brings.</param>
/// <param name="Phrase">The event as an explanation says it after "when": "an email arrives".</param>
internal sealed record TriggerInfo(string Name, ItemKind Item, string Phrase)
{
    /// <summary>Whether it can be announced some minutes ahead.</summary>
    public bool TakesLeadTime { get; init; }

    /// <summary>Whether it reports a change of something that was there before, so that a condition can ask for what has just become true.</summary>
    public bool IsChange { get; init; }

    /// <summary>What people call the item: "email". Phrases.</summary>
    public IReadOnlyList<string> Nouns { get; init; } = [];

    /// <summary>What may come before the noun: "i get". Phrases.</summary>
    public IReadOnlyList<string> Openings { get; init; } = [];

    /// <summary>What may come after the noun: "arrives". Phrases.</summary>
    public IReadOnlyList<string> Closings { get; init; } = [];

    /// <summary>Whole sentences that say the event with one field's value in braces: "{from} emails me". Phrases.</summary>
    public IReadOnlyList<string> Sentences { get; init; } = [];
}
