using Cortex.Storage.Events;

namespace Cortex.Api.Events;

/// <summary>One delivery received from Nango.</summary>
internal sealed record EventBody(
    string Id,
    string Type,
    string? ConnectionId,
    string? ProviderConfigKey,
    DateTime ReceivedAt,
    DateTime? ProcessedAt,
    string Status,
    string? Outcome,
    string? Reason)
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
        row.Reason);
}
