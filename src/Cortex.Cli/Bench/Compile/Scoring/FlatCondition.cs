namespace Cortex.Cli.Bench.Compile.Scoring;

/// <summary>A condition of a <see cref="FlatProgram"/>: <see cref="Leaf"/>, <see cref="Any"/> of several, or <see cref="All"/> of several as a part of an <see cref="Any"/>.</summary>
internal abstract record FlatCondition
{
    private FlatCondition()
    {
    }

    /// <summary>Whether it, or a part of it, must have become true by this very event.</summary>
    public bool HasEdge => Leaves.Any(leaf => leaf.Edge);

    /// <summary>Its comparisons.</summary>
    public IEnumerable<Leaf> Leaves => this switch
    {
        Leaf leaf => [leaf],
        Any any => any.Parts.SelectMany(part => part.Leaves),
        All all => all.Parts.SelectMany(part => part.Leaves),
        _ => [],
    };

    /// <summary>The contrary, by De Morgan.</summary>
    public FlatCondition Negated => this switch
    {
        Leaf leaf => leaf with { IsNegated = !leaf.IsNegated },
        Any any => new All([.. any.Parts.Select(part => part.Negated)]),
        All all => new Any([.. all.Parts.Select(part => part.Negated)]),
        _ => this,
    };

    /// <summary>One comparison.</summary>
    /// <param name="Value">As text; null where there is none.</param>
    /// <param name="Edge">Whether it must have become true by this very event.</param>
    internal sealed record Leaf(string Field, string Operator, string? Value, bool IsNegated, bool Edge) : FlatCondition
    {
        public bool IsSemantic => Operator == "semantic";
    }

    /// <summary>At least one holds.</summary>
    internal sealed record Any(IReadOnlyList<FlatCondition> Parts) : FlatCondition;

    /// <summary>All hold.</summary>
    internal sealed record All(IReadOnlyList<FlatCondition> Parts) : FlatCondition;
}
