namespace Cortex.Storage.Deliveries;

/// <summary>A delivery about to be stored.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Key">The connection that it is about, or null if it names none.</param>
/// <param name="ProviderConfigKey">Nango's integration id, or null.</param>
/// <param name="ConnectionId">Nango's connection id, or null.</param>
/// <param name="Type">At most 64 characters.</param>
/// <param name="DedupeKey">The same for two deliveries of the same thing; at most 200 characters; or null.</param>
/// <param name="Payload">The bytes as they came.</param>
/// <param name="TraceParent">W3C trace context, or null.</param>
/// <param name="IgnoredReason">Set for what can be of no use to any connection: it is stored as processed and ignored.</param>
public sealed record NewDelivery(
    DeliveryId Id,
    ConnectionKey? Key,
    string? ProviderConfigKey,
    string? ConnectionId,
    string Type,
    string? DedupeKey,
    byte[] Payload,
    string? TraceParent,
    string? IgnoredReason);
