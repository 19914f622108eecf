namespace Cortex.Catalog;

/// <summary>What a tool's input takes. All are JSON strings unless it says otherwise, and may hold templates.</summary>
internal enum InputKind
{
    /// <summary>Words for people to read; long.</summary>
    Text,

    /// <summary>The name of something: a label, a folder; one line, short.</summary>
    Name,

    /// <summary>Exactly one plain email address, <c>me</c>, or one address field of the item.</summary>
    Address,

    /// <summary>One or more of those, joined by commas.</summary>
    Addresses,

    /// <summary>A moment or a day: ISO 8601, a field of the item, or relative words that are resolved when the step runs: <c>+3 days</c>, <c>tomorrow 09:00</c>, <c>next friday</c>.</summary>
    Time,

    /// <summary>A number and a unit: <c>90s</c>, <c>30m</c>, <c>48h</c>, <c>7d</c>.</summary>
    Duration,

    /// <summary>One of <see cref="ToolInput.Choices"/>.</summary>
    Choice,

    /// <summary>A JSON object from a record's field names to values.</summary>
    Fields,

    /// <summary>A JSON array of short texts.</summary>
    List,

    /// <summary>A JSON true or false.</summary>
    Flag,
}
