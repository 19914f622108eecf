namespace Cortex.Items;

/// <summary>How much of a record goes into an item. An item lies in memory, in messages between silos and in a row per run.</summary>
internal static class ItemLimits
{
    /// <summary>Characters of a body: no condition or template needs more, and a mail may bring megabytes.</summary>
    public const int BodyLengthMax = 64 * 1024;

    /// <summary>Characters of a subject or title; RFC 5322 lines have 998 at most.</summary>
    public const int SubjectLengthMax = 1_000;

    /// <summary>Characters of any other text.</summary>
    public const int TextLengthMax = 2_000;

    /// <summary>Entries of a list: recipients, labels, attachments.</summary>
    public const int ListEntriesMax = 100;

    /// <summary>Characters of a raw header or address list that are parsed at all.</summary>
    public const int HeaderLengthMax = 64 * 1024;
}
