using Cortex.Api.Json;
using Cortex.Storage.Runs;

namespace Cortex.Api.Runs;

/// <summary>One tool call of a run.</summary>
internal sealed record StepBody(
    int Index,
    string Tool,
    string Status,
    RawJson Input,
    RawJson? Output,
    string? Error,
    int Attempts,
    DateTime StartedAt,
    DateTime? CompletedAt,
    long? DurationMs)
{
    public static StepBody Of(StepRow step) => new(
        step.Index,
        step.Tool,
        step.Status,
        new(step.InputJson),
        RawJson.Of(step.OutputJson),
        step.Error,
        step.Attempts,
        step.StartedAt.UtcDateTime,
        step.CompletedAt?.UtcDateTime,
        Duration.Milliseconds(step.StartedAt, step.CompletedAt));
}
