namespace Cortex.Api.Events;

internal sealed record EventsAnswer(IEnumerable<EventBody> Events, string? NextCursor);
