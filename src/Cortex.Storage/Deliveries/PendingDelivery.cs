namespace Cortex.Storage.Deliveries;

/// <summary>A delivery that waits to be processed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Seq">Its place in the order of acceptance.</param>
/// <param name="ProviderConfigKey">Nango's integration id.</param>
/// <param name="ConnectionId">Nango's connection id.</param>
/// <param name="DedupeKey">See <see cref="NewDelivery.DedupeKey"/>.</param>
/// <param name="Payload">The bytes as they came.</param>
/// <param name="TraceParent">W3C trace context, or null.</param>
/// <param name="ReceivedAt">By PostgreSQL's clock.</param>
/// <param name="Attempts">How often processing it was put off.</param>
/// <param name="RetryAt">Not before this time; or null.</param>
/// <param name="FatesJson">Not null if pages of its records were dealt with before an interruption; their fates are in <see cref="DeliveryStore.ListPagesAsync"/>, those that an earlier version kept are here.</param>
/// <param name="RepeatOf">The processed delivery that this one repeats, or null.</param>
/// <param name="Source">Who says that something happened: one of <see cref="DeliverySource"/>.</param>
/// <param name="InternalFailures">How often an error of Cortex's own ended its processing.</param>
/// <param name="Takeovers">How often its processing was begun by a new activation without coming to an end or getting on.</param>
/// <param name="RedrivenAt">When it was last driven again after it had been given up; or null.</param>
public sealed record PendingDelivery(
    DeliveryId Id,
    long Seq,
    string ProviderConfigKey,
    string ConnectionId,
    string? DedupeKey,
    byte[] Payload,
    string? TraceParent,
    DateTimeOffset ReceivedAt,
    int Attempts,
    DateTimeOffset? RetryAt,
    string? FatesJson,
    DeliveryId? RepeatOf,
    string Source,
    int InternalFailures = 0,
    int Takeovers = 0,
    DateTimeOffset? RedrivenAt = null)
{
    /// <summary>Since when it waits: what it waits for, it waits for from then on.</summary>
    public DateTimeOffset PendingSince => RedrivenAt ?? ReceivedAt;
}
