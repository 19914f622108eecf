namespace Cortex.Items;

/// <summary>What a record underwent, as its change shows: created, updated, labeled, canceled. Triggers are matched against it.</summary>
/// <param name="Name">The catalog's word for it, e.g. <c>email.received</c>.</param>
/// <param name="Occurrence">See <see cref="Item.Occurrence"/>.</param>
/// <param name="OccurredAt">When it happened: the business time of what is new, <see cref="NormalisedRecord.LastModifiedAt"/> of what changed. What is older than an automation does not set it off.</param>
/// <param name="Series">See <see cref="Item.Series"/>.</param>
/// <param name="PreviousJson">What it takes for the state before it, where that is not the one that was seen last: before a mail was first seen with labels it had none. Null otherwise.</param>
internal readonly record struct Happening(string Name, string Occurrence, DateTimeOffset OccurredAt, string? Series = null, string? PreviousJson = null)
{
    /// <summary>What can happen to a record only once, at its business time.</summary>
    public static Happening Once(string name, NormalisedRecord record) => new(name, name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..], record.OccurredAt);

    /// <summary>What can happen to a record any number of times, at the time of this state.</summary>
    public static Happening Change(string name, NormalisedRecord record) => new(
        name,
        $"{name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..]} {record.LastModifiedAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'}",
        record.LastModifiedAt);
}
