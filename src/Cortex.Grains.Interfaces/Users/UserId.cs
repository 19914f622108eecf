namespace Cortex;

/// <summary>Names one user: the uid of Firebase, the <c>sub</c> of its ID tokens; the key of the user's grain.</summary>
/// <param name="Value">1 to 128 characters (Firebase's own limit).</param>
[GenerateSerializer, Immutable, Alias("cortex.user-id")]
public readonly record struct UserId(string Value)
{
    /// <summary>The most characters that Firebase allows in a uid.</summary>
    public const int LengthMax = 128;

    /// <summary>Whether a text can be a uid at all; one with control characters cannot, and PostgreSQL takes no NUL.</summary>
    public static bool IsValid(string? text) => text is { Length: > 0 and <= LengthMax } && !text.Any(char.IsControl);

    /// <summary>The uid itself.</summary>
    public override string ToString() => Value;
}
