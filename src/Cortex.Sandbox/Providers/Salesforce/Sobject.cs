using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Providers.Salesforce;

/// <summary>One record, its fields by API name; empty ones are absent.</summary>
internal sealed record Sobject(string Type, string Id, JsonObject Fields)
{
    public JsonNode? this[string field] => Fields[field];

    public string? Text(string field) => Fields[field] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
