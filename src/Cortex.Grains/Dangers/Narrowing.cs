using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Dangers;

/// <summary>
/// Whether a condition picks items out by what they are. One that only says what they are not, or what nearly all of them are, lets through everything
/// that its author did not think of. Pure.
/// </summary>
internal static class Narrowing
{
    public static bool IsIn(Condition condition, ItemKind item) => IsIn(condition, negated: false, item);

    private static bool IsIn(Condition condition, bool negated, ItemKind item) => condition switch
    {
        NotOf not => IsIn(not.Part, !negated, item),

        // By De Morgan, "all" under a "not" is an "any", and the other way round.
        AllOf all when negated => all.Parts.All(part => IsIn(part, negated, item)),
        AllOf all => all.Parts.Any(part => IsIn(part, negated, item)),
        AnyOf any when negated => any.Parts.Any(part => IsIn(part, negated, item)),
        AnyOf any => any.Parts.All(part => IsIn(part, negated, item)),
        Comparison comparison => ComparisonNarrowing.IsIn(comparison, negated, item),
        _ => false,
    };
}
