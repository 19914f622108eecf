namespace Cortex.Compilation.Grammar;

/// <summary>How a slot's words are meant.</summary>
internal enum SlotKind
{
    /// <summary>As they stand.</summary>
    Literal,

    /// <summary>As they stand, and they stood in quotes.</summary>
    Quoted,

    /// <summary>As the name of a field of the item, or of what an earlier step left behind: "the subject".</summary>
    Reference,

    /// <summary>As the person behind the item: "the sender".</summary>
    Person,

    /// <summary>As somebody who was spoken of: "her", "the client".</summary>
    Somebody,

    /// <summary>As the time that was spoken of: "that day".</summary>
    Then,

    /// <summary>As all who take part in the item: "the attendees".</summary>
    People,
}
