using Cortex.Api.Json;
using Cortex.Programs;

namespace Cortex.Api.Units;

/// <summary>What the automation would do with one item.</summary>
/// <param name="Item">The item's fields.</param>
/// <param name="Source"><c>sample</c> or <c>stored</c>.</param>
/// <param name="Matched">Whether it would run; null while a condition is open.</param>
/// <param name="Verdict">The same as <c>holds</c>, <c>fails</c> or <c>unknown</c>.</param>
/// <param name="Conditions">The trigger's conditions.</param>
/// <param name="Steps">The steps that a run takes, with their inputs filled in.</param>
internal sealed record TestAnswer(RawJson Item, string Source, bool? Matched, string Verdict, ConditionBody Conditions, IEnumerable<TestStepBody> Steps)
{
    public static TestAnswer Of(DryRun run) => new(
        new(run.ItemJson),
        run.Source,
        run.Verdict == ConditionReport.Unknown ? null : run.Verdict == ConditionReport.Holds,
        run.Verdict,
        ConditionBody.Of(run.Conditions),
        run.Steps.Select(TestStepBody.Of));
}
