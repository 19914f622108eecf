using System.Text.Json.Serialization;

namespace Cortex.Sandbox.Records;

/// <summary>The latest state of one record of a model; the payload is the JSON text as it was saved.</summary>
internal sealed record StoredRecord(
    string Id, Guid InternalId, string Payload, DateTimeOffset FirstSeenAt, DateTimeOffset LastModifiedAt, DateTimeOffset? DeletedAt)
{
    [JsonIgnore]
    public RecordAction LastAction
        => DeletedAt is not null ? RecordAction.Deleted : FirstSeenAt == LastModifiedAt ? RecordAction.Added : RecordAction.Updated;

    [JsonIgnore]
    public RecordCursor Cursor => new(LastModifiedAt, InternalId.ToString());
}
