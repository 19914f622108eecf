using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Cortex.Runs;

/// <summary>The public form of the item that a run is for: its fields, and beside them, as <c>item</c>, what else makes it up. A run is resumed from it.</summary>
internal static class RunTrigger
{
    private const string MetaKey = "item";

    // What is written here is stored and sent as JSON, never put into HTML.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string Write(Item item)
    {
        var fields = JsonNode.Parse(item.FieldsJson)!.AsObject();
        fields[MetaKey] = JsonSerializer.SerializeToNode(new Meta(item.Provider, item.Event, item.Kind, item.RecordId, item.Occurrence, item.OccurredAt.UtcDateTime, Previous(item), item.Series, item.Missing), Json);
        return fields.ToJsonString(Json);
    }

    public static Item Read(string json, ConnectionKey connection)
    {
        var fields = JsonNode.Parse(json)!.AsObject();
        var meta = fields[MetaKey].Deserialize<Meta>(Json)!;
        fields.Remove(MetaKey);
        return new(connection, meta.Provider, meta.Event, meta.Kind, meta.RecordId, meta.Occurrence, meta.OccurredAt, fields.ToJsonString(Json), meta.Previous?.ToJsonString(Json), meta.Series, meta.Missing);
    }

    private static JsonNode? Previous(Item item) => item.PreviousJson is { } json ? JsonNode.Parse(json) : null;

    private sealed record Meta(string Provider, string Event, string Kind, string RecordId, string Occurrence, DateTime OccurredAt, JsonNode? Previous = null, string? Series = null, IReadOnlyList<string>? Missing = null);
}
