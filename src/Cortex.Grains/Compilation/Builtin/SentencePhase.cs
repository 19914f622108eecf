namespace Cortex.Compilation.Builtin;

/// <summary>What may come next in a sentence.</summary>
internal enum SentencePhase
{
    /// <summary>Anything that begins a prompt.</summary>
    Start,

    /// <summary>An event, from its first word on.</summary>
    EventStart,

    /// <summary>The noun that "i get" is about.</summary>
    Noun,

    /// <summary>More about the event, or what to do.</summary>
    Event,

    /// <summary>The same, after "and" or a comma.</summary>
    EventJoint,

    /// <summary>A condition, after "if".</summary>
    Condition,

    /// <summary>What is excepted, after "unless" or "except".</summary>
    Exception,

    /// <summary>An instruction, after "then" or "and".</summary>
    ActionStart,

    /// <summary>What may follow an instruction.</summary>
    Action,
}
