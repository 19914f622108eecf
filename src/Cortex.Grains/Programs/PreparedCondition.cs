using System.Text.Json;
using Cortex.Catalog;

namespace Cortex.Programs;

/// <summary>A condition tree made ready to look at many items: pure, thread-safe, microseconds.</summary>
internal abstract class PreparedCondition
{
    public static PreparedCondition Of(Condition condition) => Of(condition, CortexCatalog.Known);

    public static PreparedCondition Of(Condition condition, CortexCatalog catalog) => condition switch
    {
        AllOf all => new AllTest(Of(all.Parts, catalog)),
        AnyOf any => new AnyTest(any, Of(any.Parts, catalog), catalog),
        NotOf not => new NotTest(not, Of(not.Part, catalog), catalog),
        Comparison comparison => ComparisonTest.For(comparison, catalog),
        _ => throw new InvalidOperationException($"A condition of type {condition.GetType()} is not known."),
    };

    public Verdict Evaluate(JsonElement fields) => Holds(fields) ? new Verdict(Holds: true) : Failure(fields);

    public abstract bool Holds(JsonElement fields);

    /// <summary>Of a condition that does not hold: the first part that fails, in words, and what it saw.</summary>
    public abstract Verdict Failure(JsonElement fields);

    /// <summary>What its first comparison looks at.</summary>
    public abstract string? Saw(JsonElement fields);

    private static PreparedCondition[] Of(IReadOnlyList<Condition> parts, CortexCatalog catalog) => [.. parts.Select(part => Of(part, catalog))];
}
