using Cortex.Programs;

namespace Cortex.Compilation.Grammar;

/// <summary>An instruction as a prompt says it: "send it to …" is a forward of an email, and an email about anything else.</summary>
/// <param name="Readings">What it can ask for, the likeliest first; which one is meant depends on the event.</param>
/// <param name="Words">The instruction itself.</param>
/// <param name="If">When it is to be followed, if not always.</param>
internal sealed record DraftStep(IReadOnlyList<ToolReading> Readings, string Words = "", Condition? If = null)
{
    public static DraftStep Merge(DraftStep first, DraftStep second) => new([.. first.Readings, .. second.Readings]);
}
