namespace Cortex.Dangers;

/// <summary>What to know of a program before it is kept.</summary>
/// <param name="Danger">What it could hurt, or null.</param>
/// <param name="Warnings">What its past would have been, where that is unlikely to be meant.</param>
internal sealed record Caution(Danger? Danger, IReadOnlyList<string> Warnings);
