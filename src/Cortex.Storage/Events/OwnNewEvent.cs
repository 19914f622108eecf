namespace Cortex.Storage.Events;

/// <summary>An event of Cortex's own, about to be stored. One with the same dedupe key that is pending or was processed is not made again; one that failed is.</summary>
/// <param name="Event">The event.</param>
/// <param name="Source">Who says that something happened: one of <see cref="EventSource"/>.</param>
public sealed record OwnNewEvent(NewEvent Event, string Source);
