using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cortex.Runs;

/// <summary>The public form of the item that a run is for: its fields, and beside them, as <c>item</c>, what else makes it up. A run is resumed from it.</summary>
internal static class RunTrigger
{
    private const string MetaKey = "item";

    public static string Write(Item item)
    {
        var fields = JsonNode.Parse(item.FieldsJson)!.AsObject();
        fields[MetaKey] = JsonSerializer.SerializeToNode(new Meta(item.Provider, item.Event, item.Kind, item.RecordId, item.Occurrence, item.OccurredAt), JsonSerializerOptions.Web);
        return fields.ToJsonString();
    }

    public static Item Read(string json, ConnectionKey connection)
    {
        var fields = JsonNode.Parse(json)!.AsObject();
        var meta = fields[MetaKey].Deserialize<Meta>(JsonSerializerOptions.Web)!;
        fields.Remove(MetaKey);
        return new(connection, meta.Provider, meta.Event, meta.Kind, meta.RecordId, meta.Occurrence, meta.OccurredAt, fields.ToJsonString());
    }

    private sealed record Meta(string Provider, string Event, string Kind, string RecordId, string Occurrence, DateTimeOffset OccurredAt);
}
