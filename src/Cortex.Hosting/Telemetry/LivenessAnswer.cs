namespace Cortex.Hosting;

internal sealed record LivenessAnswer(string Status);
