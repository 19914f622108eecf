using System.Collections.Frozen;

namespace Cortex.Catalog;

/// <summary>A kind of item and its fields.</summary>
internal sealed class ItemKind
{
    /// <summary>What anything can be like.</summary>
    private static readonly string[] Qualities = ["urgent", "important"];

    private readonly FrozenDictionary<string, ItemField> _byName;

    /// <param name="name">As <see cref="Item.Kind"/> spells it.</param>
    /// <param name="fields">What it holds. The parts of its times come by themselves.</param>
    public ItemKind(string name, params IReadOnlyList<ItemField> fields)
    {
        Name = Label = name;
        Fields = [.. fields.SelectMany(field => field.Parts is { } parts ? parts.FieldsOf(field).Prepend(field) : [field])];
        _byName = Fields.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);
    }

    /// <summary>As <see cref="Item.Kind"/> spells it.</summary>
    public string Name { get; }

    /// <summary>What explanations call one: "email".</summary>
    public string Label { get; init; }

    public IReadOnlyList<ItemField> Fields { get; }

    /// <summary>What people call one, or several. Phrases.</summary>
    public IReadOnlyList<string> Nouns { get; init; } = [];

    /// <summary>Each of them by itself.</summary>
    public IEnumerable<string> NounWords => Nouns.SelectMany(nouns => nouns.Trim('(', ')').Split('|'));

    /// <summary>Words that mean one only where more is said of it: "anything".</summary>
    public IReadOnlyList<string> VagueNouns { get; init; } = [];

    /// <summary>Words before the noun that only somebody who reads it can judge: "urgent".</summary>
    public IReadOnlyList<string> SemanticAdjectives { get; init; } = [];

    /// <summary>What such an item can be, as only somebody who reads it can tell: "receipt", in the singular. "When I get a receipt" is about an item that is one.</summary>
    public IReadOnlyList<string> Sorts { get; init; } = [];

    /// <summary>Words before a sort that say what nobody could tell who reads the item: "recurring".</summary>
    public IReadOnlyList<string> Unjudged { get; init; } = [];

    /// <summary>Words before the noun that say of which sort it is: "marketing".</summary>
    public IReadOnlyList<string> SortAdjectives { get; init; } = [];

    /// <summary>What people do who are known only by what they write: "asks for". Sentences of <see cref="Somebody"/>, one of these, and what it is about.</summary>
    public IReadOnlyList<string> Doings { get; init; } = [];

    /// <summary>Who is said to do so: "a customer".</summary>
    public IReadOnlyList<string> Somebody { get; init; } = [];

    /// <summary>Who else it can be from: "bank", in the singular.</summary>
    public IReadOnlyList<string> Senders { get; init; } = [];

    /// <summary>With whom it can be, where that is nobody's name: "a client".</summary>
    public IReadOnlyList<string> Companions { get; init; } = [];

    /// <summary>Whether a condition on one of its fields alone says that it is meant: "subject contains …".</summary>
    public bool IsMeantByFields { get; init; }

    /// <summary>Whether "with" would be taken to belong to the verb of its events: "starts with".</summary>
    public bool SaysWhose { get; init; }

    /// <summary>Fields that every item has, or nearly every one: that one of them is there picks nothing out.</summary>
    public IReadOnlyList<string> AlwaysThere { get; init; } = [];

    /// <summary>Values that nearly every item has when it comes: asking for one of them picks nothing out.</summary>
    public IReadOnlyList<(string Field, string Value)> Usual { get; init; } = [];

    /// <summary>Templates of what a step says of the item when the prompt leaves it open.</summary>
    public string? Title { get; init; }

    /// <summary>Whether such an item is somebody, and not what somebody has sent or made.</summary>
    public bool IsPerson { get; init; }

    /// <summary>The field that the title is.</summary>
    public string? TitleField => Title?.Trim('{', '}', ' ');

    public string? Text { get; init; }

    public string? Time { get; init; }

    /// <summary>Whether its time is only when it came, and none that it speaks of.</summary>
    public bool TimeIsArrival { get; init; }

    /// <summary>The name of the person behind it.</summary>
    public string? PersonName { get; init; }

    /// <summary>The address of the person behind it.</summary>
    public string? Person { get; init; }

    /// <summary>What that person is to it, as <see cref="PersonRoles"/> spell it: nobody is the organizer of an email.</summary>
    public IReadOnlyList<string> PersonRoles { get; init; } = [];

    /// <summary>The addresses of all who take part in it.</summary>
    public string? People { get; init; }

    /// <summary>Each role that the item can fill, as <see cref="ToolInput.Default"/> spells it, with its template.</summary>
    public IEnumerable<(string Role, string Template)> Roles
    {
        get
        {
            if (Title is not null)
            {
                yield return ("{title}", Title);
            }

            if (Text is not null)
            {
                yield return ("{text}", Text);
            }

            if (Time is not null)
            {
                yield return ("{time}", Time);
            }

            if (Person is not null)
            {
                yield return ("{person}", Person);
            }
        }
    }

    /// <summary>What words before the noun say of one of its fields: "a <c>high priority</c> case". Null if they say nothing of any.</summary>
    public (ItemField Field, KnownValue Value)? ValueOfAdjective(string words)
    {
        foreach (var field in Fields)
        {
            if (field.Values.FirstOrDefault(value => value.Adjectives.Contains(words, StringComparer.OrdinalIgnoreCase)) is { } value)
            {
                return (field, value);
            }
        }

        return null;
    }

    /// <summary>Whether words say what such an item is like, and not what it is called: "closed", "urgent".</summary>
    public bool IsQuality(string words) =>
        Qualities.Concat(SemanticAdjectives).Contains(words, StringComparer.OrdinalIgnoreCase)
        || Fields.Any(field => field.Values.Any(value => value.Value.Equals(words, StringComparison.OrdinalIgnoreCase) || value.Words.Contains(words, StringComparer.OrdinalIgnoreCase)));

    public ItemField? Find(string field) => _byName.GetValueOrDefault(field);
}
