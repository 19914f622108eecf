using Cortex.Storage.Runs;

namespace Cortex.Api.Runs;

/// <summary>One call of a step's tool that failed.</summary>
internal sealed record StepFailureBody(DateTime StartedAt, DateTime CompletedAt, string Error)
{
    public static IReadOnlyList<StepFailureBody> Of(string? json) =>
        [.. StepFailure.Read(json).Select(f => new StepFailureBody(f.StartedAt.UtcDateTime, f.CompletedAt.UtcDateTime, f.Error))];
}
