using System.Diagnostics.CodeAnalysis;

namespace Cortex;

/// <summary>What a grain answers to a request that may be refused in the ordinary course.</summary>
/// <typeparam name="T">The value of a granted request.</typeparam>
[GenerateSerializer, Immutable, Alias("cortex.answer`1")]
public sealed record Answer<T>
{
    private Answer(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    /// <summary>The value; present unless refused.</summary>
    [Id(0)]
    public T? Value { get; private init; }

    /// <summary>Why not; null when granted.</summary>
    [Id(1)]
    public Refusal? Refusal { get; private init; }

    /// <summary>Whether the request was refused.</summary>
    [MemberNotNullWhen(true, nameof(Refusal))]
    [MemberNotNullWhen(false, nameof(Value))]
    public bool IsRefused => Refusal is not null;

    /// <summary>Grants with a value.</summary>
    public static implicit operator Answer<T>(T value) => new(value, null);

    /// <summary>Refuses with a reason.</summary>
    public static implicit operator Answer<T>(Refusal refusal) => new(default, refusal);
}
