using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cortex.Tools.Ai;

/// <summary>JSON schemas in the strict form: every property required, no others.</summary>
internal static class AnswerSchema
{
    public static JsonElement Of(JsonObject root) => JsonSerializer.SerializeToElement(root);

    public static JsonObject Object(IEnumerable<(string Name, JsonNode Schema)> properties)
    {
        var all = properties.ToList();
        return new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(all.Select(p => KeyValuePair.Create<string, JsonNode?>(p.Name, p.Schema))),
            ["required"] = new JsonArray([.. all.Select(p => (JsonNode)p.Name)]),
            ["additionalProperties"] = false,
        };
    }

    public static JsonObject Text() => new() { ["type"] = "string" };

    public static JsonObject TextOrNull() => new() { ["type"] = new JsonArray("string", "null") };

    public static JsonObject Flag() => new() { ["type"] = "boolean" };

    public static JsonObject OneOf(IEnumerable<string> values) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(v => (JsonNode)v)]) };
}
