namespace Cortex.Api.Runs;

internal sealed record RunAnswer(RunBody Run);
