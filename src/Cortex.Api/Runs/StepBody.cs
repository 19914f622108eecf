using Cortex.Api.Json;
using Cortex.Storage.Errors;
using Cortex.Storage.Runs;

namespace Cortex.Api.Runs;

/// <summary>One tool call of a run.</summary>
/// <param name="InputTruncated">Whether <c>input</c> is a text with the first 32 KiB of the value's JSON; the step alone has it whole.</param>
/// <param name="OutputTruncated">The same of <c>output</c>.</param>
/// <param name="ErrorCode">What is wrong, one of the list in docs/errors.md; null beside no error, and for steps from before it was kept.</param>
/// <param name="Retryable">Whether a retry may succeed without a change to the automation; null beside no code.</param>
/// <param name="Fix">What its user does about it: <c>retry</c>, <c>reconnect</c>, <c>edit</c>, <c>wait</c> or <c>contact</c>; null beside no code.</param>
/// <param name="Failures">The calls that failed, the oldest first, also those of earlier attempts of the run; at most the newest 20.</param>
internal sealed record StepBody(
    int Index,
    string Tool,
    string Status,
    RawJson Input,
    bool InputTruncated,
    RawJson? Output,
    bool OutputTruncated,
    string? Error,
    string? ErrorCode,
    bool? Retryable,
    string? Fix,
    int Attempts,
    IReadOnlyList<StepFailureBody> Failures,
    DateTime StartedAt,
    DateTime? CompletedAt,
    long? DurationMs)
{
    /// <summary>As lists of steps show it: a large value only begins.</summary>
    public static StepBody Of(StepRow step) => Of(step, ShownJson.Of(step.InputJson)!.Value, ShownJson.Of(step.OutputJson));

    /// <summary>With its values whole.</summary>
    public static StepBody Whole(StepRow step) =>
        Of(step, new(new(step.InputJson), IsCut: false), step.OutputJson is { } output ? new ShownJson(new(output), IsCut: false) : null);

    private static StepBody Of(StepRow step, ShownJson input, ShownJson? output) => new(
        step.Index,
        step.Tool,
        step.Status,
        input.Json,
        input.IsCut,
        output?.Json,
        output?.IsCut ?? false,
        step.Error,
        step.ErrorCode,
        ErrorAdvice.Of(step.ErrorCode)?.IsRetryable,
        ErrorAdvice.Of(step.ErrorCode)?.Fix,
        step.Attempts,
        StepFailureBody.Of(step.FailuresJson),
        step.StartedAt.UtcDateTime,
        step.CompletedAt?.UtcDateTime,
        Duration.Milliseconds(step.StartedAt, step.CompletedAt));
}
