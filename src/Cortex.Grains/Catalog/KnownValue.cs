namespace Cortex.Catalog;

/// <summary>A value that a field can have and that people call by other words: <c>IMPORTANT</c>, "important".</summary>
/// <param name="Value">As the provider spells it.</param>
/// <param name="Words">What people say for it, in lower case.</param>
internal sealed record KnownValue(string Value, params IReadOnlyList<string> Words)
{
    /// <summary>Words that say it before a noun: "an important email".</summary>
    public IReadOnlyList<string> Adjectives { get; init; } = [];

    /// <summary>Words for what brings it about, "win" for "won", which are no value themselves.</summary>
    public IReadOnlyList<string> Verbs { get; init; } = [];

    /// <summary>Words that say its contrary before a noun: "an unimportant email".</summary>
    public IReadOnlyList<string> ContraryAdjectives { get; init; } = [];
}
