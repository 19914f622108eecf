namespace Cortex.Sandbox.Effects;

/// <summary>Something that a call made at a provider, as the provider keeps it.</summary>
/// <param name="ConnectionId">The account.</param>
/// <param name="Kind">What it is: <c>mail</c>, <c>event</c> or <c>record</c>.</param>
/// <param name="Id">The provider's id of it.</param>
/// <param name="Text">What people call it: a mail's subject, an event's summary, a record's name.</param>
internal sealed record Effect(string ConnectionId, string Kind, string Id, string Text);
