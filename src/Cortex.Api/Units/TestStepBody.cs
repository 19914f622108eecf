using Cortex.Api.Json;

namespace Cortex.Api.Units;

/// <summary>One step of a dry run.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Tool">The tool.</param>
/// <param name="Status"><c>would_run</c>, <c>skipped</c>, <c>unknown</c> or <c>would_fail</c>.</param>
/// <param name="Input">Its input filled in; what an earlier step will give stands in brackets.</param>
/// <param name="Error">Why the input cannot be made, or null.</param>
/// <param name="If">Its own condition, or null.</param>
internal sealed record TestStepBody(int Index, string Tool, string Status, RawJson? Input, string? Error, ConditionBody? If)
{
    public static TestStepBody Of(DryRunStep step) =>
        new(step.Index, step.Tool, step.Status, RawJson.Of(step.InputJson), step.Error, step.Condition is { } condition ? ConditionBody.Of(condition) : null);
}
