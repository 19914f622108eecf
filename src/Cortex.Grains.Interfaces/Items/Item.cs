using System.Text.Json;

namespace Cortex;

/// <summary>One thing that happened at a provider, normalised: one email received, one meeting created, one record updated.</summary>
/// <param name="Connection">The connection that it came through.</param>
/// <param name="Provider">One of <see cref="Providers"/>.</param>
/// <param name="Happening">What it underwent, in the catalog's words, e.g. <c>email.received</c>.</param>
/// <param name="Kind">What it is, whichever sync brought it: <c>email</c>, <c>event</c>, <c>lead</c> …</param>
/// <param name="RecordId">The provider's id of the record.</param>
/// <param name="Occurrence">Tells occurrences of the same happening on the same record apart; constant for what can happen only once (an email is received once).</param>
/// <param name="OccurredAt">When it happened at the provider.</param>
/// <param name="FieldsJson">The fields of the catalog's item as one JSON object, its <c>id</c> the provider's record id.</param>
/// <param name="PreviousJson">The fields as they were before this change; null where they are not known, as of what was seen for the first time.</param>
/// <param name="Series">What the occurrence is counted by where that is not the record: a weekly meeting is created once, and its instances come as a record each.</param>
/// <param name="Missing">Fields that the sync did not bring and the provider has; null for none.</param>
[GenerateSerializer, Immutable, Alias("cortex.item")]
public sealed record Item(
    ConnectionKey Connection,
    string Provider,
    string Happening,
    string Kind,
    string RecordId,
    string Occurrence,
    DateTimeOffset OccurredAt,
    string FieldsJson,
    string? PreviousJson = null,
    string? Series = null,
    IReadOnlyList<string>? Missing = null)
{
    [NonSerialized]
    private Parsed? _fields;

    [NonSerialized]
    private Parsed? _previous;

    /// <summary>The fields, parsed once however many units look at them.</summary>
    public JsonElement Fields => Parsed.Of(FieldsJson, ref _fields);

    /// <summary>The fields before this change, parsed once; null where they are not known.</summary>
    public JsonElement? Previous => PreviousJson is null ? null : Parsed.Of(PreviousJson, ref _previous);

    /// <summary>Knows which text it was made of: a copy of the item with other fields inherits what was parsed of the old ones.</summary>
    private sealed record Parsed(string Json, JsonElement Root)
    {
        public static JsonElement Of(string json, ref Parsed? known)
        {
            var parsed = known;
            if (parsed is null || !ReferenceEquals(parsed.Json, json))
            {
                known = parsed = new(json, JsonElement.Parse(json));
            }

            return parsed.Root;
        }
    }
}
