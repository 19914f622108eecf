using Cortex.Storage.Deliveries;
using Cortex.Storage.Errors;

namespace Cortex.Api.Events;

/// <summary>One delivery received from Nango, or what Cortex found without one.</summary>
/// <param name="ErrorCode">What is wrong, one of the list in docs/errors.md, while it is tried again or after it was given up; otherwise null.</param>
/// <param name="Retryable">Whether it may succeed later; null beside no code.</param>
/// <param name="Fix">What its user does about it: <c>retry</c>, <c>reconnect</c>, <c>edit</c>, <c>wait</c> or <c>contact</c>; null beside no code.</param>
/// <param name="CaughtUp">Whether no webhook had announced it: Cortex found it by looking.</param>
/// <param name="Summary">What people call its first item; null where none has a name.</param>
/// <param name="FateCounts">How many fates of each kind it has; empty until it is processed.</param>
internal record EventBody(
    string Id,
    string Type,
    string? ConnectionId,
    string? ProviderConfigKey,
    DateTime ReceivedAt,
    DateTime? ProcessedAt,
    string Status,
    string? Outcome,
    string? Reason,
    string? ErrorCode,
    bool? Retryable,
    string? Fix,
    bool CaughtUp,
    string? Summary,
    IReadOnlyDictionary<string, int> FateCounts)
{
    public static EventBody Of(DeliveryRow row) => new(
        row.Id.ToString(),
        row.Type,
        row.ConnectionId,
        row.ProviderConfigKey,
        row.ReceivedAt.UtcDateTime,
        row.ProcessedAt?.UtcDateTime,
        row.Status,
        row.Outcome,
        row.Reason,
        row.ErrorCode,
        ErrorAdvice.Of(row.ErrorCode)?.IsRetryable,
        ErrorAdvice.Of(row.ErrorCode)?.Fix,
        row.Source == DeliverySource.Reconciliation,
        row.Summary,
        ShownFates.Counts(row));
}
