using System.Text.Json.Serialization;
using Cortex.Api.Json;
using Cortex.Storage.Errors;
using Cortex.Storage.Runs;

namespace Cortex.Api.Runs;

/// <summary>One execution of an automation for one item.</summary>
/// <param name="HeldBy">The connection that must be connected again before the run goes on by itself; null unless it waits for that.</param>
/// <param name="Trigger">The item; in lists its long texts and arrays are cut, its <c>id</c> never. Absent from a list's <c>basic</c> view.</param>
/// <param name="TriggerTruncated">Whether something of it was; absent with it.</param>
/// <param name="TriggerType">What set it off, such as <c>gmail.email.received</c>.</param>
/// <param name="Summary">What people call the item, such as an email's subject; or null.</param>
/// <param name="ErrorCode">What is wrong, one of the list in docs/errors.md; null beside no error, and for runs from before it was kept.</param>
/// <param name="Provider">The provider whose call failed; null if it was none's.</param>
/// <param name="Retryable">Whether a retry may succeed without a change to the automation; null beside no code.</param>
/// <param name="Fix">What its user does about it: <c>retry</c>, <c>reconnect</c>, <c>edit</c>, <c>wait</c> or <c>contact</c>; null beside no code.</param>
/// <param name="StepsDone">Steps that are completed or were skipped.</param>
/// <param name="StepsTotal">Steps of the program that it runs.</param>
/// <param name="UpdatedAt">When something last became of it; a call of a step may take a minute.</param>
internal record RunBody(
    string Id,
    string UnitId,
    string UnitName,
    int UnitVersion,
    string EventId,
    string ConnectionId,
    string ProviderConfigKey,
    string Status,
    DateTime? ResumeAt,
    string? HeldBy,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RawJson? Trigger,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? TriggerTruncated,
    string TriggerType,
    string? Summary,
    int Attempt,
    string? Error,
    string? ErrorCode,
    string? Provider,
    bool? Retryable,
    string? Fix,
    int StepsDone,
    int StepsTotal,
    DateTime CreatedAt,
    DateTime UpdatedAt,
    DateTime? StartedAt,
    DateTime? CompletedAt,
    long? DurationMs,
    IReadOnlyList<JudgementBody>? Judgement)
{
    /// <summary>As lists show it.</summary>
    public static RunBody Of(RunRow run)
    {
        var (trigger, isCut) = ListedTrigger.Of(run.ItemJson);
        return Of(run, trigger, isCut);
    }

    /// <summary>As lists show it to whoever needs no item.</summary>
    public static RunBody Basic(RunRow run) => Of(run, trigger: null, isCut: null);

    /// <summary>With its item whole.</summary>
    public static RunBody Whole(RunRow run) => Of(run, new RawJson(run.ItemJson), isCut: false);

    private static RunBody Of(RunRow run, RawJson? trigger, bool? isCut) => new(
        run.Id.ToString(),
        run.Unit.ToString(),
        run.UnitName,
        run.UnitVersion,
        run.Delivery.ToString(),
        run.ConnectionId,
        run.ProviderConfigKey,
        run.Status,
        run.ResumeAt?.UtcDateTime,
        run.HeldBy?.ToString(),
        trigger,
        isCut,
        ListedTrigger.TypeOf(run.ItemJson),
        run.Summary,
        run.Attempt,
        run.Error,
        run.ErrorCode,
        run.ErrorProvider,
        ErrorAdvice.Of(run.ErrorCode)?.IsRetryable,
        ErrorAdvice.Of(run.ErrorCode)?.Fix,
        run.StepsDone,
        run.StepsTotal,
        run.CreatedAt.UtcDateTime,
        run.UpdatedAt.UtcDateTime,
        run.StartedAt?.UtcDateTime,
        run.CompletedAt?.UtcDateTime,
        Duration.Milliseconds(run.StartedAt, run.CompletedAt),
        JudgementBody.Of(run.JudgementJson));
}
