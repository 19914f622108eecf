using Cortex.Catalog;
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

        var always = Conjuncts(program.Trigger.Where).ToArray();
        if (FirstPair(always, always, catalog) is { } pair)
        {
            yield return Contradictory($"{Words(pair.First, trigger, catalog)} and {Words(pair.Second, trigger, catalog)} can never both be true: keep one of them, or say \"or\".");
        }

        foreach (var step in program.Steps.Where(step => step.If is not null))
        {
            var own = Conjuncts(step.If!).ToArray();
            if ((FirstPair(own, own, catalog) ?? FirstPair(always, own, catalog)) is { } never)
            {
                yield return Contradictory($"{Words(never.First, trigger, catalog)} and {Words(never.Second, trigger, catalog)} can never both be true, so one step would never be taken: leave it or its condition out.");
            }
        }

        if (LabelChanges.FindFault(program, trigger) is { } labels)
        {
            yield return labels;
        }
    }

    private static (Conjunct First, Conjunct Second)? FirstPair(IReadOnlyList<Conjunct> firsts, IReadOnlyList<Conjunct> seconds, CortexCatalog catalog)
    {
        foreach (var first in firsts)
        {
            foreach (var second in seconds)
            {
                if (first != second && first.Leaf.Field == second.Leaf.Field && (Excludes(first, second, catalog) || Excludes(second, first, catalog)))
                {
                    return (first, second);
                }
            }
        }

        return null;
    }

    /// <summary>The comparisons that must all hold, or (negated) all not hold.</summary>
    private static IEnumerable<Conjunct> Conjuncts(Condition condition, bool negated = false) => condition switch
    {
        AllOf all when !negated || all.Parts.Count == 1 => all.Parts.SelectMany(part => Conjuncts(part, negated)),
        AnyOf any when negated || any.Parts.Count == 1 => any.Parts.SelectMany(part => Conjuncts(part, negated)),
        NotOf not => Conjuncts(not.Part, !negated),
        Comparison comparison => [new Conjunct(comparison, negated)],
        _ => [],
    };

    private static bool Excludes(Conjunct first, Conjunct second, CortexCatalog catalog)
    {
        if (first.Negated)
        {
            // Not to have become so just now does not mean not to be so.
            return !second.Negated && (first.Leaf == second.Leaf || first.Leaf == second.Leaf with { Edge = false });
        }

        var field = catalog.FindField(first.Leaf.Field);
        if (first.Leaf.Op == Operator.Semantic || second.Leaf.Op == Operator.Semantic)
        {
            return false;
        }

        // To be absent excludes every text, whether it is one of many or not.
        if (first.Leaf is { Op: Operator.Exists, Value.Flag: false })
        {
            return !second.Negated && second.Leaf.Op is not Operator.Exists && field is { Kind: not FieldKind.Flag };
        }

        if (field is null or { IsList: true } || (field.DisplayName is not null && second.Leaf.Op is Operator.Contains or Operator.Matches))
        {
            return false;
        }

        return (first.Leaf.Op, second.Leaf.Op) switch
        {
            // A negated edge may be false of a value that was so before.
            (Operator.Equals, _) => !(second.Negated && second.Leaf.Edge) && Probe.Holds(second.Leaf, Probe.Value(first.Leaf.Value), catalog) == second.Negated,
            (Operator.GreaterThan, Operator.LessThan) => !second.Negated && IsEmptyRange(first.Leaf.Value, second.Leaf.Value),
            (Operator.StartsWith, Operator.StartsWith) => !second.Negated && !Agree(first.Leaf, second.Leaf, static (one, other) => one.StartsWith(other, StringComparison.OrdinalIgnoreCase)),
            (Operator.EndsWith, Operator.EndsWith) => !second.Negated && !Agree(first.Leaf, second.Leaf, static (one, other) => one.EndsWith(other, StringComparison.OrdinalIgnoreCase)),
            _ => false,
        };
    }

    private static bool Agree(Comparison first, Comparison second, Func<string, string, bool> covers)
    {
        var (one, other) = (PlainText.Of(LiteralText.Of(first.Value)), PlainText.Of(LiteralText.Of(second.Value)));
        return covers(one, other) || covers(other, one);
    }

    private static bool IsEmptyRange(Literal above, Literal below)
    {
        var (low, high) = (LiteralText.NumberOf(above), LiteralText.NumberOf(below));
        return low is not null && high is not null
            ? low >= high
            : LiteralText.TimeOf(LiteralText.Of(above)) >= LiteralText.TimeOf(LiteralText.Of(below));
    }

    private static string Words(Conjunct conjunct, TriggerInfo trigger, CortexCatalog catalog) =>
        $"\"{ConditionClauses.Sentence(conjunct.Negated ? new NotOf(conjunct.Leaf) : conjunct.Leaf, trigger.Item, catalog).Replace('"', '\'')}\"";

    private static ProgramFault Contradictory(string sentence) => new(RefusalCode.Contradictory, sentence);

    private readonly record struct Conjunct(Comparison Leaf, bool Negated);
}
