namespace Cortex.Storage.Deliveries;

/// <summary>A delivery as its user sees it.</summary>
public sealed record DeliveryRow(
    DeliveryId Id,
    string Type,
    string? ConnectionId,
    string? ProviderConfigKey,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? ProcessedAt,
    string Status,
    string? Outcome,
    string? Reason,
    string? FatesJson,
    string Source)
{
    /// <summary>The first item's title; null where no item has one, or it was not kept.</summary>
    public string? Summary { get; init; }

    /// <summary>How many fates of each kind were decided when it was processed; null until then, or where it was not kept.</summary>
    public string? FateCountsJson { get; init; }

    /// <summary>What is wrong, one of <see cref="Errors.ErrorCodes"/>; null where nothing is.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Of the runs that it made those whose item turned out to be none for the automation.</summary>
    public int UnmetRuns { get; init; }
}
