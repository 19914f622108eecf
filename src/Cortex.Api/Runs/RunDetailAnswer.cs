namespace Cortex.Api.Runs;

internal sealed record RunDetailAnswer(RunDetailBody Run, IEnumerable<StepBody> Steps);
