using Cortex.Storage.Deliveries;

namespace Cortex.Connections;

/// <summary>A pending delivery that says that a model's records changed.</summary>
/// <param name="Delivery">The delivery.</param>
/// <param name="Detail">What it says.</param>
internal sealed record SyncDelivery(PendingDelivery Delivery, WebhookDetail.SyncSucceeded Detail);
