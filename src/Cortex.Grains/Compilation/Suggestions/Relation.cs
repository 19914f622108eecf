namespace Cortex.Compilation.Suggestions;

/// <summary>What a literal is said to be by the words around it. The same literal with another relation is another wish: "below 5000" is not "over 5000".</summary>
internal enum Relation
{
    /// <summary>Nothing that is told apart here.</summary>
    None,

    /// <summary>"in Chinese", "about Ana", which is no sender and no recipient.</summary>
    Other,

    /// <summary>"from a@x.example", "a@x.example mails me".</summary>
    From,

    /// <summary>"to a@x.example".</summary>
    To,

    /// <summary>"cc a@x.example", "with a@x.example in cc".</summary>
    Copy,

    /// <summary>"bcc a@x.example".</summary>
    BlindCopy,

    /// <summary>"before 9:00", "2 hours before".</summary>
    Before,

    /// <summary>"after 9:00", "2 hours later".</summary>
    After,

    /// <summary>"less than 5".</summary>
    Below,

    /// <summary>"more than 5".</summary>
    Above,

    /// <summary>"at least 5", "5 or more".</summary>
    AtLeast,

    /// <summary>"at most 5", "5 or less".</summary>
    AtMost,
}
