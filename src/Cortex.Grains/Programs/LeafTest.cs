using Cortex.Catalog;

namespace Cortex.Programs;

/// <summary>One comparison.</summary>
internal abstract class LeafTest(Comparison comparison, CortexCatalog catalog) : PreparedCondition
{
    protected Comparison Comparison => comparison;

    protected CortexCatalog Catalog => catalog;

    public override Verdict Failure(in Facts facts) => new(TruthOf(facts), ConditionWords.Sentence(comparison, catalog), Saw(facts));

    public override ConditionReport Report(in Facts facts, bool negated = false)
    {
        var truth = VerdictWord.Negate(TruthOf(facts), negated);
        return new(ConditionWords.Sentence(comparison, catalog, negated), VerdictWord.Of(truth), Saw(facts), Explanation(truth, facts, negated), []);
    }

    public override void Collect(in Facts facts, List<Comparison> open)
    {
    }

    /// <summary>Why the truth is what it is, in words.</summary>
    protected abstract string? Explanation(Truth truth, in Facts facts, bool negated);
}
