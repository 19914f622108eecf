using Cortex.Storage.Events;

namespace Cortex.Api.Events;

/// <summary>One delivery received from Nango, or what Cortex found without one.</summary>
/// <param name="CaughtUp">Whether no webhook had announced it: Cortex found it by looking.</param>
internal sealed record EventBody(
    string Id,
    string Type,
    string? ConnectionId,
    string? ProviderConfigKey,
    DateTime ReceivedAt,
    DateTime? ProcessedAt,
    string Status,
    string? Outcome,
    string? Reason,
    bool CaughtUp)
{
    public static EventBody Of(EventRow row) => new(
        row.Id.ToString(),
        row.Type,
        row.ConnectionId,
        row.ProviderConfigKey,
        row.ReceivedAt.UtcDateTime,
        row.ProcessedAt?.UtcDateTime,
        row.Status,
        row.Outcome,
        row.Reason,
        row.Source == EventSource.Reconciliation);
}
