namespace Cortex.Compilation.Suggestions;

/// <summary>How a suggestion differs from what was written.</summary>
/// <param name="Changes">In words, for the user.</param>
/// <param name="IsLoose">Whether it leaves out words that could say when to act, or on what.</param>
/// <param name="Asides">What it leaves out that says neither: a story, a reason.</param>
internal sealed record Departure(IReadOnlyList<string> Changes, bool IsLoose, IReadOnlyList<string> Asides)
{
    public static readonly Departure None = Of([]);

    public static Departure Of(IReadOnlyList<string> changes, bool isLoose = false) => new(changes, isLoose, []);

    public Departure And(Departure other) => new([.. Changes, .. other.Changes], IsLoose || other.IsLoose, [.. Asides, .. other.Asides]);
}
