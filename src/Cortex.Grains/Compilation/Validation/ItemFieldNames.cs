namespace Cortex.Compilation.Validation;

/// <summary>Names that mean something to every program, whichever item it is about.</summary>
internal static class ItemFieldNames
{
    /// <summary>The names of the fields that a change touched.</summary>
    public const string Changed = "changed";

    /// <summary>The item as a whole, for a condition in words.</summary>
    public const string Item = "item";

    /// <summary>What an item says, for a condition in words.</summary>
    public const string Content = "content";
}
