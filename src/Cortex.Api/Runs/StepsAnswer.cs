namespace Cortex.Api.Runs;

internal sealed record StepsAnswer(IEnumerable<StepBody> Steps);
