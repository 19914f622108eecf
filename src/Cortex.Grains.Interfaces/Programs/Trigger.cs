namespace Cortex.Programs;

/// <summary>What a program waits for.</summary>
/// <param name="Provider">One of <see cref="Providers"/>.</param>
/// <param name="Event">One of the provider's events, e.g. <c>email.received</c>.</param>
/// <param name="Where">What must hold of the item; an empty <see cref="AllOf"/> holds of every item.</param>
/// <param name="MinutesBefore">Lead time of <c>event.starting</c>, or null.</param>
[GenerateSerializer, Immutable, Alias("cortex.trigger")]
public sealed record Trigger(string Provider, string Event, Condition Where, int? MinutesBefore = null);
