namespace Cortex.Programs;

/// <summary>A node of a condition tree: <see cref="AllOf"/>, <see cref="AnyOf"/>, <see cref="NotOf"/> or <see cref="Comparison"/>.</summary>
[GenerateSerializer, Immutable, Alias("cortex.condition")]
public abstract record Condition
{
    /// <summary>Holds of every item.</summary>
    public static Condition Always { get; } = new AllOf([]);

    private protected Condition()
    {
    }
}

/// <summary>Holds when every part does.</summary>
/// <param name="Parts">May be empty: then it always holds.</param>
[GenerateSerializer, Immutable, Alias("cortex.all-of")]
public sealed record AllOf(IReadOnlyList<Condition> Parts) : Condition;

/// <summary>Holds when at least one part does.</summary>
/// <param name="Parts">At least one.</param>
[GenerateSerializer, Immutable, Alias("cortex.any-of")]
public sealed record AnyOf(IReadOnlyList<Condition> Parts) : Condition;

/// <summary>Holds when its part does not.</summary>
/// <param name="Part">The part.</param>
[GenerateSerializer, Immutable, Alias("cortex.not-of")]
public sealed record NotOf(Condition Part) : Condition;

/// <summary>Compares one field of the item with a literal from the prompt.</summary>
/// <param name="Field">A field of the trigger's item in the catalog.</param>
/// <param name="Op">How.</param>
/// <param name="Value">With what.</param>
/// <param name="Edge">Must have become true by this very change.</param>
[GenerateSerializer, Immutable, Alias("cortex.comparison")]
public sealed record Comparison(string Field, Operator Op, Literal Value, bool Edge = false) : Condition;
