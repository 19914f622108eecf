namespace Cortex.Compilation.Suggestions;

/// <summary>Which part of an automation a wording says.</summary>
internal enum WordingRole
{
    /// <summary>The event, with its noun.</summary>
    Event,

    /// <summary>A condition on what the event brings; it follows the event.</summary>
    Condition,

    /// <summary>A step.</summary>
    Action,
}
