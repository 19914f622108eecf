namespace Cortex;

/// <summary>A part of a prompt, and what it was read as.</summary>
/// <param name="At">Where it is.</param>
/// <param name="As">In plain words: "an email arrives", "archive it".</param>
[GenerateSerializer, Immutable, Alias("cortex.understood-span")]
public sealed record UnderstoodSpan(TextRange At, string As);
