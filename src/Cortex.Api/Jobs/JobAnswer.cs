namespace Cortex.Api.Jobs;

internal sealed record JobAnswer(JobBody Job);
