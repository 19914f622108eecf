namespace Cortex.Compilation.Grammar;

/// <summary>Something that was read at a place of a prompt.</summary>
/// <param name="Value">What it says.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct Match<T>(T Value, int End);
