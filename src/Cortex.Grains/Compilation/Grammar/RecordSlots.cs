namespace Cortex.Compilation.Grammar;

/// <summary>Slots of phrases about records that are no inputs of a tool but fill one.</summary>
internal static class RecordSlots
{
    /// <summary>What to set, and to what: "priority to High".</summary>
    public const string Set = "set";

    /// <summary>What the record is called.</summary>
    public const string Title = "title";

    /// <summary>When it is due.</summary>
    public const string Due = "due";

    /// <summary>Whose it is to be.</summary>
    public const string Owner = "owner";
}
