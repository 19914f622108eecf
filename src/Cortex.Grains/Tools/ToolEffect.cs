namespace Cortex.Tools;

/// <summary>What a tool does outside of Cortex, and so what may be done when a crash hides whether it was done.</summary>
public enum ToolEffect
{
    /// <summary>Nothing outside: a run of such steps alone is one write.</summary>
    None,

    /// <summary>Doing it twice is doing it once.</summary>
    Idempotent,

    /// <summary>The provider can be asked whether it was done, by an id that Cortex chose.</summary>
    Findable,
}
