using Cortex.Catalog;

namespace Cortex.Programs;

/// <summary>A comparison that must hold now and must not have held before this change. Without a state before, nothing can be said to have changed: it fails.</summary>
internal sealed class EdgeTest(Comparison comparison, ComparisonTest test, CortexCatalog catalog) : LeafTest(comparison, catalog)
{
    private const string NotKnown = "the state before this change is not known";

    public override Truth TruthOf(in Facts facts)
    {
        var now = test.TruthOf(facts);
        if (now != Truth.True)
        {
            return now;
        }

        return facts.Previous is { } previous ? VerdictWord.Of(test.TruthOf(facts with { Fields = previous }) == Truth.False) : Truth.False;
    }

    public override string? Saw(in Facts facts)
    {
        var now = test.Saw(facts);
        if (test.TruthOf(facts) != Truth.True || TruthOf(facts) == Truth.True)
        {
            return now;
        }

        return facts.Previous is null ? Join(now, NotKnown) : Join(now, "and before this change it was so already");
    }

    protected override string? Explanation(Truth truth, in Facts facts, bool negated) =>
        test.TruthOf(facts) == Truth.True && facts.Previous is null
            ? $"{ConditionWords.Was(Comparison, Catalog, test.Saw(facts))}, but {NotKnown}"
            : ConditionWords.Explanation(Comparison, Catalog, Saw(facts), truth, negated);

    private static string Join(string? now, string remark) => now is null ? remark : $"{now}, {remark}";
}
