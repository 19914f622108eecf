using Cortex.Catalog;

namespace Cortex.Programs;

/// <summary>Several conditions of which all or any must hold.</summary>
internal abstract class GroupTest(Condition condition, PreparedCondition[] parts, CortexCatalog catalog) : PreparedCondition
{
    protected PreparedCondition[] Parts => parts;

    public override string? Saw(in Facts facts) => parts is [var first, ..] ? first.Saw(facts) : null;

    public override ConditionReport Report(in Facts facts, bool negated = false)
    {
        var reports = new ConditionReport[parts.Length];
        for (var i = 0; i < reports.Length; i++)
        {
            reports[i] = parts[i].Report(facts);
        }

        return new(Words(negated), VerdictWord.Of(VerdictWord.Negate(TruthOf(facts), negated)), Saw: null, Explanation: null, reports);
    }

    public override void Collect(in Facts facts, List<Comparison> open)
    {
        foreach (var part in parts)
        {
            if (part.TruthOf(facts) == Truth.Unknown)
            {
                part.Collect(facts, open);
            }
        }
    }

    protected string Words(bool negated = false) => ConditionWords.Sentence(condition, catalog, negated);

    /// <summary>The first part with a truth, or null.</summary>
    protected PreparedCondition? First(Truth truth, in Facts facts)
    {
        foreach (var part in parts)
        {
            if (part.TruthOf(facts) == truth)
            {
                return part;
            }
        }

        return null;
    }
}
