namespace Cortex.Items;

/// <summary>One event that a record's change amounts to.</summary>
/// <param name="Event">The catalog's word for it, e.g. <c>email.received</c>.</param>
/// <param name="Occurrence">See <see cref="Item.Occurrence"/>.</param>
public readonly record struct Happening(string Event, string Occurrence);
