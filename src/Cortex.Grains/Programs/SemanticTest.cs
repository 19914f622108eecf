using Cortex.Catalog;

namespace Cortex.Programs;

/// <summary>A condition in words. Open until the model has judged it.</summary>
internal sealed class SemanticTest(Comparison comparison, CortexCatalog catalog) : LeafTest(comparison, catalog)
{
    /// <summary>What is said of one that nobody has judged.</summary>
    public const string NotJudged = "A language model judges this when the automation runs, and only if every other condition holds. It has not been asked.";

    public override Truth TruthOf(in Facts facts) =>
        facts.Judged is { } judged && judged.TryGetValue(Comparison, out var verdict) ? VerdictWord.Of(verdict.Holds) : Truth.Unknown;

    /// <summary>The model's reason.</summary>
    public override string? Saw(in Facts facts) => facts.Judged is { } judged && judged.TryGetValue(Comparison, out var verdict) ? verdict.Reason : null;

    public override void Collect(in Facts facts, List<Comparison> open)
    {
        if (!open.Contains(Comparison))
        {
            open.Add(Comparison);
        }
    }

    protected override string? Explanation(Truth truth, in Facts facts, bool negated) => Saw(facts) ?? NotJudged;
}
