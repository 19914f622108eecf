namespace Cortex.Programs;

/// <summary>A literal of a condition: a text, a number or a yes/no. Exactly one is set.</summary>
/// <param name="Text">The text, or null.</param>
/// <param name="Number">The number, or null.</param>
/// <param name="Flag">The yes/no, or null.</param>
[GenerateSerializer, Immutable, Alias("cortex.literal")]
public readonly record struct Literal(string? Text, decimal? Number, bool? Flag)
{
    /// <summary>A text literal.</summary>
    public static Literal Of(string text) => new(text, null, null);

    /// <summary>A number literal.</summary>
    public static Literal Of(decimal number) => new(null, number, null);

    /// <summary>A yes/no literal.</summary>
    public static Literal Of(bool flag) => new(null, null, flag);
}
