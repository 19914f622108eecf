using System.Text.Json;
using Cortex.Nango;

namespace Cortex.Items;

/// <summary>What Nango says of a record now, beside what Cortex saw of it last.</summary>
/// <param name="Current">The record, normalised. A deleted one comes as an id alone; its fields are then the last known ones (<see cref="IProviderItems.AfterDeletion"/>).</param>
/// <param name="Record">The record as it came.</param>
/// <param name="PreviousJson">The fields as they were seen last; null if it is seen for the first time.</param>
internal sealed record RecordChange(NormalisedRecord Current, NangoRecord Record, string? PreviousJson)
{
    /// <summary>Whether an earlier state of it has been read.</summary>
    public bool SeenBefore => PreviousJson is not null;

    public bool IsDeleted => Record.Action == RecordAction.Deleted;

    /// <summary>Thirty days after its last change Nango empties a record down to its id; such a shell is no news.</summary>
    public bool IsPruned => Record.Body.ObjectAt("_nango_metadata")?.Text("pruned_at") is not null;

    /// <summary>The fields as they are now.</summary>
    public JsonElement Fields => JsonElement.Parse(Current.FieldsJson);

    /// <summary>The fields as they were; undefined if it is seen for the first time.</summary>
    public JsonElement Previous => PreviousJson is null ? default : JsonElement.Parse(PreviousJson);
}
