namespace Cortex.Storage.Items;

/// <summary>The present state of a record, to be kept.</summary>
public sealed record ItemState(string Kind, string RecordId, DateTimeOffset OccurredAt, DateTimeOffset LastModifiedAt, string FieldsJson);
