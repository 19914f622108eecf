using Cortex.Catalog;

namespace Cortex.Programs;

internal sealed class NotTest(NotOf condition, PreparedCondition part, CortexCatalog catalog) : PreparedCondition
{
    public override Truth TruthOf(in Facts facts) => VerdictWord.Negate(part.TruthOf(facts), negated: true);

    public override Verdict Failure(in Facts facts) => new(TruthOf(facts), ConditionWords.Sentence(condition, catalog), Saw(facts));

    public override string? Saw(in Facts facts) => part.Saw(facts);

    public override ConditionReport Report(in Facts facts, bool negated = false) => part.Report(facts, !negated);

    public override void Collect(in Facts facts, List<Comparison> open) => part.Collect(facts, open);
}
