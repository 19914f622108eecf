namespace Cortex.Items;

/// <summary>A provider's record in this system's own shape, whichever generation of sync brought it.</summary>
/// <param name="Kind">What it is: <c>email</c>, <c>event</c>, <c>lead</c> …</param>
/// <param name="RecordId">The provider's id.</param>
/// <param name="OccurredAt">The business time: when the email came, when the record was made or changed.</param>
/// <param name="LastModifiedAt">Nango's stamp of this state.</param>
/// <param name="FieldsJson">The catalog's fields as one JSON object, <c>id</c> among them; no NUL characters, no lone surrogates, every text cut at a named limit.</param>
public sealed record NormalisedRecord(string Kind, string RecordId, DateTimeOffset OccurredAt, DateTimeOffset LastModifiedAt, string FieldsJson)
{
    /// <summary>Fields of the catalog that this model does not bring though the provider has them; an automation that looks at one has it fetched (<see cref="IItemFetcher"/>).</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Whether it says that it is gone and hardly anything else: its fields are then the last known ones (<see cref="IProviderItems.AfterDeletion"/>).</summary>
    public bool IsShell { get; init; }

    /// <summary>When it begins, for what has a beginning, such as a meeting: some minutes before it, or then, it sets automations off.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>When it ends, for what has an end.</summary>
    public DateTimeOffset? EndsAt { get; init; }
}
