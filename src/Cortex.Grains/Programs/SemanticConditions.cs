using Cortex.Catalog;

namespace Cortex.Programs;

/// <summary>What programs have of conditions in words. Pure.</summary>
internal static class SemanticConditions
{
    /// <summary>Whether any part is for the model to judge.</summary>
    public static bool AreIn(Condition condition) => condition switch
    {
        AllOf all => all.Parts.Any(AreIn),
        AnyOf any => any.Parts.Any(AreIn),
        NotOf not => AreIn(not.Part),
        Comparison comparison => comparison.Op == Operator.Semantic,
        _ => false,
    };

    /// <summary>A comparison as people read it.</summary>
    public static string Words(Comparison comparison) => ConditionWords.Sentence(comparison, CortexCatalog.Known);
}
