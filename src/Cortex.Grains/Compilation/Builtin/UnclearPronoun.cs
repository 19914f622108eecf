using System.Collections.Frozen;
using Cortex.Catalog;
using Cortex.Compilation.Grammar;
using Cortex.Compilation.Validation;
using Cortex.Programs;

namespace Cortex.Compilation.Builtin;

/// <summary>
/// "Label it Waiting and remove it after a week" may mean the label or the email. What is to be thrown away must be named where a mark was put on the item, or something was made, before.
/// </summary>
internal static class UnclearPronoun
{
    private static readonly FrozenSet<string> Pronouns = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "it", "them", "this", "that", "these", "those");

    /// <summary>Whether an instruction leaves open what it throws away.</summary>
    /// <param name="read">The event.</param>
    /// <param name="earlier">The steps before.</param>
    /// <param name="reading">What the instruction asks for.</param>
    /// <param name="words">The instruction.</param>
    /// <param name="catalog">The catalog.</param>
    public static bool Is(EventReading read, IReadOnlyList<Step> earlier, ToolReading reading, string words, CortexCatalog catalog)
    {
        var said = words.Split(' ');
        if (reading.Tool.Harm is not { Destroys: true } || !said.Any(Pronouns.Contains))
        {
            return false;
        }

        TriggerInfo[] marks = [.. catalog.Providers.SelectMany(provider => provider.Triggers).Where(IsMark)];
        return earlier.Any(step => catalog.FindTool(step.Tool) is { } tool && (tool.MakingVerbs.Count > 0 || tool.EventsCaused.Any(caused => marks.Any(mark => mark.Name == caused))))
            || (said[0].StartsWith("remov", StringComparison.OrdinalIgnoreCase) && (IsMark(read.Trigger) || read.Conditions.SelectMany(ConditionSize.Leaves).Any(leaf => marks.Any(mark => mark.AddsTo == leaf.Field))));
    }

    /// <summary>Whether a mark was put on the item, which can be taken off it.</summary>
    private static bool IsMark(TriggerInfo trigger) => trigger.IsByHand || trigger.AddsTo is not null;
}
