using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>Several short texts: <c>vendor, amount and due date</c>.</summary>
internal static class Lists
{
    /// <param name="quoted">An entry in quotes.</param>
    /// <param name="plain">An entry without.</param>
    /// <param name="last">What stands before the last one: "and", "or". At least two make a list, so that it is there.</param>
    public static Parser<IReadOnlyList<SlotValue>> Of(Parser<SlotValue> quoted, Parser<SlotValue> plain, string last)
    {
        var entry = quoted.Or(plain);
        var comma = PhraseCompiler.Word(",");
        var end = ZeroOrOne(comma).SkipAnd(PhraseCompiler.Word(last)).SkipAnd(entry);
        return entry.And(ZeroOrMany(comma.SkipAnd(entry))).And(end).Then<IReadOnlyList<SlotValue>>(parts => [parts.Item1, .. parts.Item2, parts.Item3]);
    }
}
