namespace Cortex;

/// <summary>What can become of an item at a unit.</summary>
public enum FateKind
{
    /// <summary>A run was made.</summary>
    Ran = 0,

    /// <summary>A condition of the unit did not hold, or it waits for another happening.</summary>
    Filtered = 1,

    /// <summary>The unit was paused or disabled.</summary>
    Paused = 2,

    /// <summary>The run had been made by an earlier delivery, or is about another instance of the same series.</summary>
    Duplicate = 3,

    /// <summary>The item is older than the unit's activation.</summary>
    TooOld = 4,

    /// <summary>The unit needs an account that is not connected.</summary>
    NeedsConnection = 5,

    /// <summary>The item is of no use to any unit.</summary>
    Ignored = 6,
}
