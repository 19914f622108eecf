namespace Cortex.Storage.Items;

/// <summary>The state of a record that Cortex saw last.</summary>
/// <param name="RecordId">The provider's id.</param>
/// <param name="LastModifiedAt">Nango's stamp of that state.</param>
/// <param name="FieldsJson">Its fields.</param>
public sealed record SeenItem(string RecordId, DateTimeOffset LastModifiedAt, string FieldsJson);
