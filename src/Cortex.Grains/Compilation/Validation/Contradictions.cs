using System.Text.Json;
using Cortex.Catalog;
using Cortex.Compilation.ReadBacks;
using Cortex.Programs;

namespace Cortex.Compilation.Validation;

/// <summary>Programs that could never do what they say. Only what is certain is one.</summary>
internal static class Contradictions
{
    public static IEnumerable<ProgramFault> FindFaults(CortexProgram program, TriggerInfo trigger, CortexCatalog catalog)
    {
        if (program.Steps.Count > 1 && program.Steps.Any(step => catalog.FindTool(step.Tool) is { IsNothing: true }))
        {
            yield return Contradictory("It says to do nothing and to do something: leave one of them out.");
        }

        var always = Conjuncts(program.Trigger.Where, negated: false, catalog).ToArray();
        if (FirstPair(always, always) is { } pair)
        {
            yield return Contradictory(
                $"{Words(pair.First, trigger, catalog)} and {Words(pair.Second, trigger, catalog)} can never both be true: keep one of them, or say \"or\".");
        }

        foreach (var step in program.Steps.Where(step => step.If is not null))
        {
            var own = Conjuncts(step.If!, negated: false, catalog).ToArray();
            if ((FirstPair(own, own) ?? FirstPair(always, own)) is { } never)
            {
                yield return Contradictory(
                    $"{Words(never.First, trigger, catalog)} and {Words(never.Second, trigger, catalog)} can never both be true, "
                    + "so one step would never be taken: leave it or its condition out.");
            }
        }

        if (LabelChanges.FindFault(program, trigger) is { } labels)
        {
            yield return labels;
        }
    }

    private static (Conjunct First, Conjunct Second)? FirstPair(IReadOnlyList<Conjunct> firsts, IReadOnlyList<Conjunct> seconds)
    {
        for (var first = 0; first < firsts.Count; first++)
        {
            for (var second = ReferenceEquals(firsts, seconds) ? first + 1 : 0; second < seconds.Count; second++)
            {
                var (one, other) = (firsts[first], seconds[second]);
                if (one.Leaf.Field == other.Leaf.Field && (Excludes(one, other) || Excludes(other, one)))
                {
                    return (one, other);
                }
            }
        }

        return null;
    }

    /// <summary>The comparisons that must all hold, or (negated) all not hold.</summary>
    private static IEnumerable<Conjunct> Conjuncts(Condition condition, bool negated, CortexCatalog catalog) => condition switch
    {
        AllOf all when !negated || all.Parts.Count == 1 => all.Parts.SelectMany(part => Conjuncts(part, negated, catalog)),
        AnyOf any when negated || any.Parts.Count == 1 => any.Parts.SelectMany(part => Conjuncts(part, negated, catalog)),
        NotOf not => Conjuncts(not.Part, !negated, catalog),
        Comparison comparison => [new Conjunct(comparison, negated, catalog)],
        _ => [],
    };

    private static bool Excludes(Conjunct first, Conjunct second)
    {
        // To be absent excludes every text, whether it is one of many or not.
        if (IsAbsence(first) && second is { Negated: false, Leaf.Op: not (Operator.Exists or Operator.Semantic) })
        {
            return first.Field is { Kind: not FieldKind.Flag };
        }

        if (first.Negated)
        {
            // Not to have become so just now does not mean not to be so.
            return !second.Negated && (first.Leaf == second.Leaf || first.Leaf == second.Leaf with { Edge = false });
        }

        if (first.Leaf.Op == Operator.Semantic || second.Leaf.Op == Operator.Semantic)
        {
            return false;
        }

        if (first.Field is null or { IsList: true } || (first.Field.DisplayName is not null && second.Leaf.Op is Operator.Contains or Operator.Matches))
        {
            return false;
        }

        return (first.Leaf.Op, second.Leaf.Op) switch
        {
            // A negated edge may be false of a value that was so before.
            (Operator.Equals, _) => !(second.Negated && second.Leaf.Edge) && second.Probe.Holds(first.Value) == second.Negated,
            (Operator.GreaterThan, Operator.LessThan) => !second.Negated && IsEmptyRange(first.Leaf.Value, second.Leaf.Value),
            (Operator.StartsWith, Operator.StartsWith) =>
                !second.Negated && !Agree(first, second, static (one, other) => one.StartsWith(other, StringComparison.OrdinalIgnoreCase)),
            (Operator.EndsWith, Operator.EndsWith) =>
                !second.Negated && !Agree(first, second, static (one, other) => one.EndsWith(other, StringComparison.OrdinalIgnoreCase)),
            _ => false,
        };
    }

    private static bool IsAbsence(Conjunct conjunct) =>
        conjunct is { Leaf: { Op: Operator.Exists, Value.Flag: { } isThere, Edge: var isEdge }, Negated: var isNegated } && (isNegated ? isThere && !isEdge : !isThere);

    private static bool Agree(Conjunct first, Conjunct second, Func<string, string, bool> covers)
    {
        var (one, other) = (PlainText.Of(LiteralText.Of(first.Leaf.Value)), PlainText.Of(LiteralText.Of(second.Leaf.Value)));
        return covers(one, other) || covers(other, one);
    }

    private static bool IsEmptyRange(Literal above, Literal below)
    {
        var (low, high) = (LiteralText.NumberOf(above), LiteralText.NumberOf(below));
        return low is not null && high is not null
            ? low >= high
            : ClockText.TryParse(LiteralText.Of(above)) is { } from && ClockText.TryParse(LiteralText.Of(below)) is { } until ? from >= until
            : LiteralText.TimeOf(LiteralText.Of(above)) >= LiteralText.TimeOf(LiteralText.Of(below));
    }

    private static string Words(Conjunct conjunct, TriggerInfo trigger, CortexCatalog catalog) =>
        $"\"{Explainer.Sentence(conjunct.Negated ? new NotOf(conjunct.Leaf) : conjunct.Leaf, trigger.Item, catalog).Replace('"', '\'')}\"";

    private static ProgramFault Contradictory(string sentence) => new(RefusalCode.Contradictory, sentence);

    /// <summary>What it takes to compare it with many others is made once.</summary>
    private sealed class Conjunct(Comparison leaf, bool negated, CortexCatalog catalog)
    {
        private Probe? _probe;
        private JsonElement? _value;

        public Comparison Leaf => leaf;

        public bool Negated => negated;

        public ItemField? Field { get; } = catalog.FindField(leaf.Field);

        public Probe Probe => _probe ??= new Probe(leaf, catalog);

        /// <summary>An item with the very value that it asks for.</summary>
        public JsonElement Value => _value ??= Probe.ItemOf(leaf);
    }
}
