using Cortex.Compilation.Grammar;
using Cortex.Compilation.Validation;

namespace Cortex.Compilation.Builtin;

/// <summary>Conditions on what an item will be after a wait, which nobody asks: an item is judged as it came.</summary>
internal static class LateConditions
{
    private const string Wait = "wait";

    /// <summary>"Wait 2 days and archive it unless it is starred", "wait a week; if it is unread, delete it".</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="hasExceptions">Whether the sentence has an exception.</param>
    public static bool Are(IReadOnlyList<DraftStep> steps, bool hasExceptions)
    {
        var wait = Enumerable.Range(0, steps.Count).FirstOrDefault(index => steps[index].Readings.All(reading => reading.Tool.Name == Wait), steps.Count);
        return wait < steps.Count && (hasExceptions || steps.Skip(wait + 1).Any(step => step.If is { } condition && !ConditionSize.Leaves(condition).Any(leaf => leaf.Field == FoundRecords.Found)));
    }
}
