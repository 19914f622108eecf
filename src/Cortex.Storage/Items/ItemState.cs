namespace Cortex.Storage.Items;

/// <summary>The present state of a record, to be kept.</summary>
public sealed record ItemState(string Kind, string RecordId, DateTimeOffset OccurredAt, DateTimeOffset LastModifiedAt, string FieldsJson)
{
    /// <summary>Fields that the sync does not bring and the provider has.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>When it begins, for what has a beginning and is still to be.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset? EndsAt { get; init; }
}
