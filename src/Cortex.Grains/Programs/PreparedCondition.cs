using System.Text.Json;
using Cortex.Catalog;

namespace Cortex.Programs;

/// <summary>A condition tree made ready to look at many items: pure, thread-safe, microseconds. Never throws, whatever an item holds.</summary>
internal abstract class PreparedCondition
{
    public static PreparedCondition Of(Condition condition) => Of(condition, CortexCatalog.Known);

    public static PreparedCondition Of(Condition condition, CortexCatalog catalog) => condition switch
    {
        AllOf all => new AllTest(all, Of(all.Parts, catalog), catalog),
        AnyOf any => new AnyTest(any, Of(any.Parts, catalog), catalog),
        NotOf not => new NotTest(not, Of(not.Part, catalog), catalog),
        Comparison { Op: Operator.Semantic } semantic => new SemanticTest(semantic, catalog),
        Comparison { Edge: true } edge => new EdgeTest(edge, ComparisonTest.For(edge, catalog), catalog),
        Comparison comparison => ComparisonTest.For(comparison, catalog),
        _ => throw new InvalidOperationException($"A condition of type {condition.GetType()} is not known."),
    };

    /// <summary>Whether it certainly holds of fields alone.</summary>
    public bool Holds(JsonElement fields) => TruthOf(new Facts(fields)) == Truth.True;

    public Verdict Evaluate(in Facts facts) => TruthOf(facts) == Truth.True ? new Verdict(Truth.True) : Failure(facts);

    /// <summary>The comparisons in words on which the result depends, each once; none when it is certain.</summary>
    public IReadOnlyList<Comparison> Undecided(in Facts facts)
    {
        if (TruthOf(facts) != Truth.Unknown)
        {
            return [];
        }

        List<Comparison> open = [];
        Collect(facts, open);
        return open;
    }

    /// <summary>Whether it holds, in Kleene's three values: unknown only if what is not known yet would decide it.</summary>
    public abstract Truth TruthOf(in Facts facts);

    /// <summary>Of a condition that does not hold: the first part that fails (or, if none does, is open), in words, and what it saw.</summary>
    public abstract Verdict Failure(in Facts facts);

    /// <summary>What its first comparison looks at.</summary>
    public abstract string? Saw(in Facts facts);

    /// <summary>The whole tree, each condition with its verdict and what it saw.</summary>
    /// <param name="facts">What it looks at.</param>
    /// <param name="negated">Whether its contrary is asked for.</param>
    public abstract ConditionReport Report(in Facts facts, bool negated = false);

    /// <summary>The only comparison that fails, if all others that must hold do not fail; null otherwise.</summary>
    public virtual PreparedCondition? SoleFailing(in Facts facts) => TruthOf(facts) == Truth.False ? this : null;

    /// <summary>Adds the comparisons in words that are open. Called only where the truth is unknown.</summary>
    public abstract void Collect(in Facts facts, List<Comparison> open);

    private static PreparedCondition[] Of(IReadOnlyList<Condition> parts, CortexCatalog catalog) => [.. parts.Select(part => Of(part, catalog))];
}
