namespace Cortex.Nango;

/// <summary>What happened to a record last, in Nango's words.</summary>
public enum RecordAction
{
    /// <summary>First seen and not changed since.</summary>
    Added,

    /// <summary>Changed after it was first seen, perhaps before we read it for the first time.</summary>
    Updated,

    /// <summary>Gone; only the id is left.</summary>
    Deleted,
}
