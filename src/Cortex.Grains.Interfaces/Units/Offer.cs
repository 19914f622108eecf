namespace Cortex;

/// <summary>The items of one delivery, offered to a unit whose trigger fits them.</summary>
/// <param name="Delivery">The delivery that brought them.</param>
/// <param name="ReceivedAt">When the delivery was accepted, by PostgreSQL's clock; the unit's status at that time counts.</param>
/// <param name="UnitRevision">The revision of the unit's row that the sender saw; an activation that holds an older one reads the row again.</param>
/// <param name="ProviderConfigKey">Nango's integration id of the connection.</param>
/// <param name="ConnectionId">Nango's connection id.</param>
/// <param name="TraceParent">W3C trace context of the webhook, or null.</param>
/// <param name="Items">At most a page of records' worth.</param>
[GenerateSerializer, Immutable, Alias("cortex.offer")]
public sealed record Offer(
    DeliveryId Delivery,
    DateTimeOffset ReceivedAt,
    long UnitRevision,
    string ProviderConfigKey,
    string ConnectionId,
    string? TraceParent,
    IReadOnlyList<Item> Items);
