using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Runs;

/// <summary>The form in which the item that a run is for is kept and shown, as its <c>trigger</c>: its fields, and beside them, as <c>item</c>, what else makes it up. A run is resumed from it.</summary>
internal static class RunItem
{
    private const string MetaKey = "item";

    /// <summary>Where every run's item has the provider's id of the record, also where the provider spells it otherwise.</summary>
    private const string IdKey = "id";

    // What is written here is stored and sent as JSON, never put into HTML.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string Write(Item item)
    {
        var fields = JsonNode.Parse(item.FieldsJson)!.AsObject();
        if (!fields.ContainsKey(IdKey))
        {
            fields.Insert(0, IdKey, item.RecordId);
        }

        fields[MetaKey] = JsonSerializer.SerializeToNode(new Meta(item.Provider, item.Happening, item.Kind, item.RecordId, item.Occurrence, item.OccurredAt.UtcDateTime, Previous(item), item.Series, item.Missing), Json);
        return fields.ToJsonString(Json);
    }

    public static Item Read(string json, ConnectionKey connection)
    {
        var fields = JsonNode.Parse(json)!.AsObject();
        var meta = fields[MetaKey].Deserialize<Meta>(Json)!;
        fields.Remove(MetaKey);
        if (CortexCatalog.Known.FindTrigger(meta.Provider, meta.Event) is { } known && known.Item.Find(IdKey) is null)
        {
            fields.Remove(IdKey);
        }

        return new(connection, meta.Provider, meta.Event, meta.Kind, meta.RecordId, meta.Occurrence, meta.OccurredAt, fields.ToJsonString(Json), meta.Previous?.ToJsonString(Json), meta.Series, meta.Missing);
    }

    /// <summary>Of an item in this form, what is of this kind's fields: a run's item is a sample for a rehearsal as it stands. Anything else is left as it is.</summary>
    public static JsonElement Sample(JsonElement sample, ItemKind kind)
    {
        var isKept = sample.Field(MetaKey) is { ValueKind: JsonValueKind.Object } && kind.Find(MetaKey) is null;
        var fields = JsonObject.Create(sample)!;
        foreach (var name in fields.Select(f => f.Key).Where(name => kind.Find(name) is null && name != ItemClock.ZoneField && (isKept || name == IdKey)).ToList())
        {
            fields.Remove(name);
        }

        return JsonSerializer.SerializeToElement(fields);
    }

    private static JsonNode? Previous(Item item) => item.PreviousJson is { } json ? JsonNode.Parse(json) : null;

    private sealed record Meta(string Provider, string Event, string Kind, string RecordId, string Occurrence, DateTime OccurredAt, JsonNode? Previous = null, string? Series = null, IReadOnlyList<string>? Missing = null);
}
