namespace Cortex.Storage.Events;

/// <summary>A delivery as its user sees it.</summary>
public sealed record EventRow(
    EventId Id,
    string Type,
    string? ConnectionId,
    string? ProviderConfigKey,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? ProcessedAt,
    string Status,
    string? Outcome,
    string? Reason,
    string? FatesJson,
    string Source);
