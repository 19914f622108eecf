using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>Several short texts: <c>vendor, amount and due date</c>.</summary>
internal static class Lists
{
    /// <param name="quoted">An entry in quotes.</param>
    /// <param name="plain">An entry without quotes; an instruction does not count as one.</param>
    /// <param name="last">What stands before the last one: "and", "or".</param>
    /// <param name="mayBeOne">Whether one entry is a list.</param>
    public static Parser<IReadOnlyList<SlotValue>> Of(Parser<SlotValue> quoted, Parser<SlotValue> plain, string last, bool mayBeOne = false)
    {
        var entry = quoted.Or(plain);
        var comma = PhraseCompiler.Word(",");
        var article = ZeroOrOne(PhraseCompiler.Word("the"));
        var end = ZeroOrOne(comma).SkipAnd(PhraseCompiler.Word(last)).SkipAnd(article).SkipAnd(entry);
        var several = entry.And(ZeroOrMany(comma.SkipAnd(article).SkipAnd(entry))).And(end).Then<IReadOnlyList<SlotValue>>(parts => [parts.Item1, .. parts.Item2, parts.Item3]);
        return mayBeOne ? several.Or(ValueParsers.One(entry)) : several;
    }
}
