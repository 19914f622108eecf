namespace Cortex;

/// <summary>Whether a unit runs.</summary>
public enum UnitStatus
{
    /// <summary>It runs on what it is offered.</summary>
    Active = 0,

    /// <summary>It runs on nothing until it is resumed.</summary>
    Paused = 1,

    /// <summary>As paused; switched off by an operator or for good.</summary>
    Disabled = 2,
}
