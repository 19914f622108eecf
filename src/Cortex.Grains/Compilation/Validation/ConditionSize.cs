using Cortex.Programs;

namespace Cortex.Compilation.Validation;

internal static class ConditionSize
{
    public static int Comparisons(Condition condition) => Leaves(condition).Count();

    public static int Depth(Condition condition) => condition switch
    {
        AllOf all => 1 + all.Parts.Select(Depth).DefaultIfEmpty().Max(),
        AnyOf any => 1 + any.Parts.Select(Depth).DefaultIfEmpty().Max(),
        NotOf not => 1 + Depth(not.Part),
        _ => 1,
    };

    public static IEnumerable<Comparison> Leaves(Condition condition) => condition switch
    {
        AllOf all => all.Parts.SelectMany(Leaves),
        AnyOf any => any.Parts.SelectMany(Leaves),
        NotOf not => Leaves(not.Part),
        Comparison comparison => [comparison],
        _ => [],
    };
}
