using System.Text.Json;
using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Compilation.Validation;

/// <summary>Programs that could never do what they say.</summary>
internal static class Contradictions
{
    public static ProgramFault? FindFault(CortexProgram program, CortexCatalog catalog)
    {
        if (program.Steps.Count > 1 && program.Steps.Any(step => catalog.FindTool(step.Tool) is { IsNothing: true }))
        {
            return Contradictory("It says to do nothing and to do something: leave one of them out.");
        }

        var leaves = Conjuncts(program.Trigger.Where).ToArray();
        foreach (var (first, index) in leaves.Select((leaf, index) => (leaf, index)))
        {
            foreach (var second in leaves.Skip(index + 1))
            {
                if (first != second && first.Leaf.Field == second.Leaf.Field && (Excludes(first, second, catalog) || Excludes(second, first, catalog)))
                {
                    return Contradictory($"{Words(first, catalog)} and {Words(second, catalog)} can never both be true: keep one of them, or say \"or\".");
                }
            }
        }

        return null;
    }

    /// <summary>The comparisons that must all hold, or (negated) all not hold.</summary>
    private static IEnumerable<(Comparison Leaf, bool Negated)> Conjuncts(Condition condition) => condition switch
    {
        AllOf all => all.Parts.SelectMany(Conjuncts),
        Comparison comparison => [(comparison, false)],
        NotOf { Part: Comparison comparison } => [(comparison, true)],
        NotOf { Part: AnyOf any } => any.Parts.OfType<Comparison>().Select(part => (part, true)),
        _ => [],
    };

    private static bool Excludes((Comparison Leaf, bool Negated) first, (Comparison Leaf, bool Negated) second, CortexCatalog catalog)
    {
        if (first.Negated)
        {
            return !second.Negated && first.Leaf == second.Leaf;
        }

        var field = catalog.FindField(first.Leaf.Field);
        if (field is null or { IsList: true } || (field.DisplayName is not null && second.Leaf.Op is Operator.Contains or Operator.Matches))
        {
            return false;
        }

        return (first.Leaf.Op, second.Leaf.Op) switch
        {
            (Operator.Equals, _) => HoldsOf(second.Leaf, first.Leaf, catalog) == second.Negated,
            (Operator.GreaterThan, Operator.LessThan) => !second.Negated && IsEmptyRange(first.Leaf.Value, second.Leaf.Value),
            _ => false,
        };
    }

    /// <summary>Whether a comparison holds of the very value that another one asks for.</summary>
    private static bool HoldsOf(Comparison comparison, Comparison equality, CortexCatalog catalog)
    {
        var item = new Dictionary<string, object?> { [equality.Field] = (object?)equality.Value.Text ?? (object?)equality.Value.Number ?? equality.Value.Flag };
        using var document = JsonSerializer.SerializeToDocument(item);
        return PreparedCondition.Of(comparison, catalog).Holds(document.RootElement);
    }

    private static bool IsEmptyRange(Literal above, Literal below)
    {
        var (low, high) = (LiteralText.NumberOf(above), LiteralText.NumberOf(below));
        return low is not null && high is not null
            ? low >= high
            : LiteralText.TimeOf(LiteralText.Of(above)) >= LiteralText.TimeOf(LiteralText.Of(below));
    }

    private static string Words((Comparison Leaf, bool Negated) conjunct, CortexCatalog catalog) =>
        $"\"{ConditionWords.Sentence(conjunct.Leaf, catalog, conjunct.Negated).Replace('"', '\'')}\"";

    private static ProgramFault Contradictory(string sentence) => new(RefusalCode.Contradictory, sentence);
}
