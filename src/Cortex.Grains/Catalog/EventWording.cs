using Cortex.Programs;

namespace Cortex.Catalog;

/// <summary>Words that say an event, and what they say of its item besides.</summary>
/// <param name="Phrase">
/// In the notation of <see cref="ProviderCatalog"/>. A slot named like a field holds a value of that field; <c>{lead}</c> is a time before the event.
/// </param>
internal sealed record EventWording(string Phrase)
{
    /// <summary>The field of which the words say something without a slot: "is won".</summary>
    public string? Field { get; init; }

    /// <summary>What they say of it.</summary>
    public string? Value { get; init; }

    public Operator Op { get; init; } = Operator.Equals;

    /// <summary>Whether the contrary of what the slot says is meant: "anyone but {from} emails me".</summary>
    public bool Negated { get; init; }

    /// <summary>Whether it must have become so by this very event.</summary>
    public bool Edge { get; init; }

    /// <summary>Whether they name a part of the item, so that what is said to contain something is the part: "a PDF attachment".</summary>
    public bool IsOfPart { get; init; }

    /// <summary>Whether the words name an event only behind "when" or the like: alone, "star emails from Ana" is an instruction.</summary>
    public bool NeedsOpener { get; init; }

    /// <summary>Whether they are a remark before the instruction: "I hate the emails from …, bin them". Behind "when" they would be a condition.</summary>
    public bool IsRemark { get; init; }

    public static implicit operator EventWording(string phrase) => new(phrase);
}
