using Cortex.Storage.Events;

namespace Cortex.Connections;

/// <summary>A pending event that says that a model's records changed.</summary>
/// <param name="Event">The event.</param>
/// <param name="Detail">What it says.</param>
internal sealed record SyncEvent(PendingEvent Event, WebhookDetail.SyncSucceeded Detail);
