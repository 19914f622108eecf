using Cortex.Programs;

namespace Cortex.Compilation.ReadBacks;

/// <summary>A phrase and what it says.</summary>
/// <param name="Phrase">The phrase.</param>
/// <param name="Comparison">The comparison, with a value that stands for all of its form.</param>
/// <param name="IsNegated">Whether its contrary is said.</param>
internal sealed record ConditionRow(ConditionPhrase Phrase, Comparison Comparison, bool IsNegated);
