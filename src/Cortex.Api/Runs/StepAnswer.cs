namespace Cortex.Api.Runs;

internal sealed record StepAnswer(StepBody Step);
