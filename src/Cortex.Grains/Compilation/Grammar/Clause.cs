using Cortex.Programs;

namespace Cortex.Compilation.Grammar;

/// <summary>One condition as a prompt says it.</summary>
/// <param name="Condition">What it means.</param>
/// <param name="IsOfChange">Whether it can only be meant of an event that reports a change.</param>
internal sealed record Clause(Condition Condition, bool IsOfChange = false);
