namespace Cortex.Catalog;

/// <summary>How a new record of one kind is filled from what a prompt says and from the item.</summary>
/// <param name="Object">The provider's name of the kind.</param>
/// <param name="Title">The field that names the record.</param>
internal sealed record RecordShape(string Object, string Title)
{
    /// <summary>The template that points at the item.</summary>
    public const string ItemId = "{{ Id }}";

    /// <summary>What people call it, in lower case, besides the object's own name.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Whether the record is a person.</summary>
    public bool IsPerson { get; init; }

    /// <summary>Words, one of which a prompt must contain, for a record whose name alone means something else: "an event" is one of the calendar. Empty: its name is enough.</summary>
    public IReadOnlyList<string> MustBeNamed { get; init; } = [];

    /// <summary>Whether "for Ana" says whose it is: a task for Ana is hers, and an opportunity for Acme is not Acme's.</summary>
    public bool IsForOwner { get; init; }

    /// <summary>The field for the item's text.</summary>
    public string? Text { get; init; }

    /// <summary>The field for the address of the person behind the item.</summary>
    public string? Person { get; init; }

    /// <summary>The field for "due …".</summary>
    public string? Due { get; init; }

    /// <summary>By kind of item, the field that points at the item where that is a record of the same provider.</summary>
    public IReadOnlyDictionary<string, string> Related { get; init; } = new Dictionary<string, string>();

    /// <summary>Fields that the provider requires and that nobody says, with their usual values.</summary>
    public IReadOnlyDictionary<string, string> Required { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether a field's value is one that the catalog gives without being told.</summary>
    public bool Gives(string field, string value) =>
        (Required.TryGetValue(field, out var usual) && usual == value) || (value == ItemId && Related.Values.Contains(field));
}
