using System.Collections.Frozen;
using Cortex.Catalog;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>Reads what is to be set, and to what: <c>priority to High and status to "In Progress"</c>.</summary>
internal static class Assignments
{
    private static readonly FrozenSet<string> Followers = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "in", "and", "then");

    /// <param name="catalog">Whose fields may be set.</param>
    /// <param name="between">What stands between a field and its value.</param>
    public static Parser<IReadOnlyList<SlotValue>> Build(CortexCatalog catalog, string between)
    {
        var words = new PhraseCompiler((slot, _) => throw new InvalidOperationException($"An assignment holds no {slot.Name}."));
        var names = catalog.Providers
            .SelectMany(provider => provider.Triggers)
            .SelectMany(trigger => trigger.Item.Fields)
            .SelectMany(FieldNames.Of)
            .Distinct()
            .Select(name => ((IReadOnlyList<string>)name.Split(' '), name));
        var to = words.Compile(PhraseNotation.Parse(between));
        var one = new WordChoice<string>(names).AndSkip(to).And(ValueParsers.Text(Followers)).Then(pair => pair.Item2 with { Of = pair.Item1 });
        var joint = words.Compile(PhraseNotation.Parse("(, and|,|and) [its|the]"));
        return one.And(ZeroOrMany(joint.SkipAnd(one))).Then<IReadOnlyList<SlotValue>>(pair => [pair.Item1, .. pair.Item2]);
    }
}
