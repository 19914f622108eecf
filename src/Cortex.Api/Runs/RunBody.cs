using Cortex.Api.Json;
using Cortex.Storage.Runs;

namespace Cortex.Api.Runs;

/// <summary>One execution of an automation for one item.</summary>
/// <param name="HeldBy">The connection that must be connected again before the run goes on by itself; null unless it waits for that.</param>
internal sealed record RunBody(
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
    RawJson Trigger,
    int Attempt,
    string? Error,
    DateTime CreatedAt,
    DateTime? StartedAt,
    DateTime? CompletedAt,
    long? DurationMs,
    IReadOnlyList<JudgementBody>? Judgement)
{
    public static RunBody Of(RunRow run) => new(
        run.Id.ToString(),
        run.Unit.ToString(),
        run.UnitName,
        run.UnitVersion,
        run.Event.ToString(),
        run.ConnectionId,
        run.ProviderConfigKey,
        run.Status,
        run.ResumeAt?.UtcDateTime,
        run.HeldBy?.ToString(),
        new(run.TriggerJson),
        run.Attempt,
        run.Error,
        run.CreatedAt.UtcDateTime,
        run.StartedAt?.UtcDateTime,
        run.CompletedAt?.UtcDateTime,
        Duration.Milliseconds(run.StartedAt, run.CompletedAt),
        JudgementBody.Of(run.JudgementJson));
}
