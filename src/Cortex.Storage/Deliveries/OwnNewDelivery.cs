namespace Cortex.Storage.Deliveries;

/// <summary>A delivery of Cortex's own, about to be stored. One with the same dedupe key that is pending or was processed is not made again; one that failed is.</summary>
/// <param name="Delivery">The delivery.</param>
/// <param name="Source">Who says that something happened: one of <see cref="DeliverySource"/>.</param>
public sealed record OwnNewDelivery(NewDelivery Delivery, string Source);
