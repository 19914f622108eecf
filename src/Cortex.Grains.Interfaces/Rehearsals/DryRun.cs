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
