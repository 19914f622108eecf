namespace Cortex.Catalog;

/// <summary>One field of an item.</summary>
/// <param name="Name">As conditions and templates spell it. One name has one kind, whichever item it is of.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Label">What explanations call it: "sender".</param>
/// <param name="Example">A value, for documents and for the model.</param>
internal sealed record ItemField(string Name, FieldKind Kind, string Label, string Example)
{
    /// <summary>What people call it, besides its label.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];

    /// <summary>Words that introduce its value without naming it: "from", "sent by". The first one is used in explanations.</summary>
    public IReadOnlyList<string> Prepositions { get; init; } = [];

    /// <summary>Ways to say a comparison that follow no general pattern.</summary>
    public IReadOnlyList<Wording> Wordings { get; init; } = [];

    /// <summary>Values that people call by other words.</summary>
    public IReadOnlyList<KnownValue> Values { get; init; } = [];

    /// <summary>Of a yes or no: words before the noun that say yes, "an <c>all-day</c> event".</summary>
    public IReadOnlyList<string> Adjectives { get; init; } = [];

    /// <summary>Whether it has one of a few values, so that a part of one means nothing.</summary>
    public bool IsPicklist { get; init; }

    /// <summary>Whether it says how far something has come, so that "is closed" means that it has just become so.</summary>
    public bool IsState { get; init; }

    /// <summary>Whether it holds the name of somebody or something, so that "is Ana" compares it with that name.</summary>
    public bool HoldsNames { get; init; }

    /// <summary>How explanations say it, where it is a yes or no.</summary>
    public FlagWords? FlagWords { get; init; }

    /// <summary>For a list of names: what explanations call one of them.</summary>
    public string? ElementName { get; init; }

    /// <summary>Whether it is a longer text, so that "is not interesting" judges what it says.</summary>
    public bool IsProse { get; init; }

    /// <summary>Of values in an order, those at its ends: to no other can "back to Working" and "raised to Medium" be told from the other direction.</summary>
    public IReadOnlyList<string> Ends { get; init; } = [];

    /// <summary>Words that say that it has changed, without its name: "renamed".</summary>
    public IReadOnlyList<string> ChangeWords { get; init; } = [];

    /// <summary>Of a number that is mostly said without the field's name: the words that may come before it, as a phrase, "worth".</summary>
    public string? Measure { get; init; }

    /// <summary>The field with the display name of this address.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Of a time: how people speak of its weekday and its time of day, which are then fields of their own; null where nobody asks for them.</summary>
    public TimeParts? Parts { get; init; }

    /// <summary>The time of which this is the weekday or the time of day; null for what the item itself holds.</summary>
    public ItemField? PartOf { get; init; }

    /// <summary>For a list: its elements are names, so that "contains" means one of them and not a part of one.</summary>
    public bool ElementsAreNames { get; init; }

    /// <summary>Whether what it can be is known or a name, and not any text.</summary>
    public bool HasOwnValues => Kind is FieldKind.Text or FieldKind.TextList && (Values.Count > 0 || HoldsNames || IsPicklist || IsState);

    public bool IsList => Kind is FieldKind.TextList or FieldKind.AddressList;

    public bool IsAddress => Kind is FieldKind.Address or FieldKind.AddressList;
}
