using System.Text.Json.Serialization;

namespace Cortex.Sandbox.Records;

/// <summary>
/// The latest state of one record of a model; the payload is the JSON text as it was saved. A pruned record shows none of it, but Nango
/// still knows a sync's next word on it for the same.
/// </summary>
internal sealed record StoredRecord(
    string Id, Guid InternalId, string Payload, DateTimeOffset FirstSeenAt, DateTimeOffset LastModifiedAt, DateTimeOffset? DeletedAt,
    DateTimeOffset? PrunedAt = null)
{
    [JsonIgnore]
    public RecordAction LastAction
        => DeletedAt is not null ? RecordAction.Deleted : FirstSeenAt == LastModifiedAt ? RecordAction.Added : RecordAction.Updated;

    [JsonIgnore]
    public RecordCursor Cursor => new(LastModifiedAt, InternalId.ToString());
}
