namespace Cortex.Tools;

/// <summary>What a tool does outside of Cortex, and so what may be done when a crash hides whether it was done.</summary>
public enum ToolEffect
{
    /// <summary>There is nothing to call: its step is completed as it begins, and a run of such steps alone is one write.</summary>
    CompletesAtOnce,

    /// <summary>Nothing that a second call could spoil, even beside the first: it reads, asks a model, waits, or is keyed in Cortex's own tables.</summary>
    Repeatable,

    /// <summary>Doing it twice in a row is doing it once.</summary>
    Idempotent,

    /// <summary>The provider can be asked whether it was done, by an id that Cortex chose.</summary>
    Findable,
}
