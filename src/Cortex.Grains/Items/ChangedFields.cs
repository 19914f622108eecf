using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Catalog;

namespace Cortex.Items;

/// <summary>The field <c>changed</c> of what reports a change: the names of the fields that are not what they were.</summary>
internal static class ChangedFields
{
    public const string Name = "changed";

    /// <summary>The fields with <c>changed</c> among them, if the event has such a field and the state before is known; otherwise as they are.</summary>
    public static string AddTo(string fieldsJson, string? previousJson, string provider, string eventName)
    {
        if (previousJson is null || CortexCatalog.Known.FindTrigger(provider, eventName) is not { IsChange: true } trigger || trigger.Item.Find(Name) is null)
        {
            return fieldsJson;
        }

        var fields = JsonNode.Parse(fieldsJson)!.AsObject();
        using var current = JsonDocument.Parse(fieldsJson);
        using var previous = JsonDocument.Parse(previousJson);
        fields[Name] = new JsonArray([.. Of(current.RootElement, previous.RootElement, trigger.Item).Select(name => (JsonNode?)name)]);
        return fields.ToJsonString(ItemJson.Options);
    }

    /// <summary>The catalog's fields that differ; one that is absent is as good as one that is null.</summary>
    public static IEnumerable<string> Of(JsonElement current, JsonElement previous, ItemKind kind) =>
        kind.Fields.Select(field => field.Name).Where(name => name != Name && !Same(Value(current, name), Value(previous, name)));

    private static JsonElement Value(JsonElement fields, string name) => fields.TryGetProperty(name, out var value) ? value : default;

    private static bool Same(JsonElement one, JsonElement other) =>
        IsNothing(one) || IsNothing(other) ? IsNothing(one) == IsNothing(other) : JsonElement.DeepEquals(one, other);

    private static bool IsNothing(JsonElement value) => value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;
}
