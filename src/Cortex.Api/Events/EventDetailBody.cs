using Cortex.Api.Json;
using Cortex.Storage.Deliveries;

namespace Cortex.Api.Events;

/// <summary>One delivery, with what became of each of its items at each automation.</summary>
internal sealed record EventDetailBody(
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
    IReadOnlyDictionary<string, int> FateCounts,
    RawJson Fates)
{
    private static readonly RawJson NoFates = new("[]");

    public static EventDetailBody Of(DeliveryRow row, string? fatesJson)
    {
        var e = EventBody.Of(row);
        var fates = RawJson.Of(fatesJson) ?? NoFates;
        return new(
            e.Id, e.Type, e.ConnectionId, e.ProviderConfigKey, e.ReceivedAt, e.ProcessedAt, e.Status, e.Outcome, e.Reason, e.ErrorCode, e.Retryable, e.Fix, e.CaughtUp, e.Summary,
            e.FateCounts, fates);
    }
}
