namespace Cortex.Catalog;

/// <summary>How a new record of one kind is filled from what a prompt says and from the item.</summary>
/// <param name="Object">The provider's name of the kind.</param>
/// <param name="Title">The field that names the record.</param>
internal sealed record RecordShape(string Object, string Title)
{
    /// <summary>What people call it, in lower case, besides the object's own name.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Whether the record is a person.</summary>
    public bool IsPerson { get; init; }

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
}
