namespace Cortex.Cli.Bench.Compile.Scoring;

/// <summary>A condition of a <see cref="FlatProgram"/>: <see cref="Leaf"/>, or <see cref="Any"/> of several.</summary>
internal abstract record FlatCondition
{
    private FlatCondition()
    {
    }

    /// <summary>Whether it, or a part of it, must have become true by this very event.</summary>
    public bool HasEdge => this switch
    {
        Leaf leaf => leaf.Edge,
        Any any => any.Parts.Any(part => part.HasEdge),
        _ => false,
    };

    /// <summary>One comparison.</summary>
    /// <param name="Value">As text; null where there is none.</param>
    /// <param name="Edge">Whether it must have become true by this very event.</param>
    internal sealed record Leaf(string Field, string Operator, string? Value, bool Negated, bool Edge) : FlatCondition
    {
        /// <summary>A condition that has no flat form, such as a negated conjunction; equal to no label.</summary>
        public static Leaf Unlabelled { get; } = new("?", "?", "?", Negated: false, Edge: false);

        public bool IsSemantic => Operator == "semantic";
    }

    /// <summary>At least one holds.</summary>
    internal sealed record Any(IReadOnlyList<FlatCondition> Parts) : FlatCondition;
}
