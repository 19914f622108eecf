namespace Cortex;

/// <summary>A part of a text.</summary>
/// <param name="Start">The first character, counted from 0 in UTF-16 units.</param>
/// <param name="Length">How many characters, at least 1.</param>
[GenerateSerializer, Immutable, Alias("cortex.text-range")]
public readonly record struct TextRange(int Start, int Length);
