namespace Cortex.Compilation.Suggestions;

/// <summary>What a piece of a prompt is, or a slot of a wording takes.</summary>
internal enum PieceKind
{
    /// <summary>A word of the sentence.</summary>
    Word,

    /// <summary>Punctuation.</summary>
    Mark,

    /// <summary>An email address.</summary>
    Address,

    /// <summary>A domain.</summary>
    Domain,

    /// <summary>Words in quotes.</summary>
    Text,

    /// <summary>Words that are a name by their capitals, or stand in brackets.</summary>
    Name,

    /// <summary>A number.</summary>
    Amount,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>A day or a time of day.</summary>
    Moment,

    /// <summary>A web address.</summary>
    Url,
}
