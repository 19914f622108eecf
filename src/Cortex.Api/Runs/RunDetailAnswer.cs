namespace Cortex.Api.Runs;

internal sealed record RunDetailAnswer(RunBody Run, IEnumerable<StepBody> Steps);
