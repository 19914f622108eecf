using Cortex.Programs;

namespace Cortex;

/// <summary>What an automation would do with one item.</summary>
/// <param name="ItemJson">The item's fields, one JSON object.</param>
/// <param name="Source"><c>sample</c> if it was given, <c>stored</c> if it is one that a connection brought.</param>
/// <param name="Verdict">Whether it would run: <c>holds</c>, <c>fails</c> or <c>unknown</c>.</param>
/// <param name="Conditions">The trigger's conditions, each with its verdict.</param>
/// <param name="Steps">The steps that a run would take, whether or not it would come to one.</param>
[GenerateSerializer, Immutable, Alias("cortex.dry-run")]
public sealed record DryRun(string ItemJson, string Source, string Verdict, ConditionReport Conditions, IReadOnlyList<DryRunStep> Steps);

/// <summary>One step of a <see cref="DryRun"/>.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Tool">The tool.</param>
/// <param name="Status"><c>would_run</c>, <c>skipped</c>, <c>unknown</c> while its condition is open, or <c>would_fail</c>.</param>
/// <param name="InputJson">Its input with the templates filled in; what earlier steps will give stands in brackets. Null if that fails or it is skipped.</param>
/// <param name="Error">Why the input cannot be made, or null.</param>
/// <param name="Condition">Its condition, or null if it has none.</param>
[GenerateSerializer, Immutable, Alias("cortex.dry-run-step")]
public sealed record DryRunStep(int Index, string Tool, string Status, string? InputJson, string? Error, ConditionReport? Condition);
