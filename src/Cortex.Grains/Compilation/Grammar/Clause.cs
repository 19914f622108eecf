using Cortex.Programs;

namespace Cortex.Compilation.Grammar;

/// <summary>One condition as a prompt says it.</summary>
/// <param name="Condition">What it means.</param>
/// <param name="IsOfChange">Whether it can only be meant of an event that reports a change.</param>
internal sealed record Clause(Condition Condition, bool IsOfChange = false)
{
    /// <summary>Whether it has a value that is only likely to be one.</summary>
    public bool HasOpenValue { get; init; }

    /// <summary>Whether it says what happens where nothing else does: "the phone is filled in".</summary>
    public bool MayHappen { get; init; }

    /// <summary>Whether it says on which days or at what time of day: that alone names no event.</summary>
    public bool IsOfClock { get; init; }

    /// <summary>Of such a one, whether it leaves open what comes at that time: "after 6pm", and not "that starts after 6pm".</summary>
    public bool IsBare { get; init; }
}
