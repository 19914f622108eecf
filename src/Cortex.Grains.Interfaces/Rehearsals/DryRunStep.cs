using Cortex.Programs;

namespace Cortex;

/// <summary>One step of a <see cref="DryRun"/>.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Tool">The tool.</param>
/// <param name="Status"><c>would_run</c>, <c>skipped</c>, <c>unknown</c> while its condition is open, or <c>would_fail</c>.</param>
/// <param name="InputJson">Its input with the templates filled in; what earlier steps will give stands in brackets. Null if that fails or it is skipped.</param>
/// <param name="Error">Why the input cannot be made, or null.</param>
/// <param name="Condition">Its condition, or null if it has none.</param>
[GenerateSerializer, Immutable, Alias("cortex.dry-run-step")]
public sealed record DryRunStep(int Index, string Tool, string Status, string? InputJson, string? Error, ConditionReport? Condition);
