namespace Cortex.Api.Events;

internal sealed record EventAnswer(EventDetailBody Event);
