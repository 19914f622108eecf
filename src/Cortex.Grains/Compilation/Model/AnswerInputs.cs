using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Compilation.Model;

/// <summary>A step's inputs of an answer, in the form of programs: in the catalog's order, with defaults for what the prompt left open.</summary>
internal static class AnswerInputs
{
    public static JsonObject Of(ToolInfo tool, JsonElement input, ItemKind? item)
    {
        AnswerJson.Object(input, $"the input of {tool.Name}", [.. tool.Inputs.Select(known => known.Name)]);
        var made = new JsonObject();
        foreach (var known in tool.Inputs)
        {
            if (input.TryGetProperty(known.Name, out var value) && value.ValueKind != JsonValueKind.Null)
            {
                made[known.Name] = Value(known, value);
            }
            else if (item is not null && known is { Required: true } && known.DefaultFor(item) is { } text)
            {
                made[known.Name] = text;
            }
        }

        return made;
    }

    private static JsonNode? Value(ToolInput input, JsonElement value)
    {
        var fits = input.Kind switch
        {
            InputKind.Fields or InputKind.List => value.ValueKind == JsonValueKind.Array,
            InputKind.Flag => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            _ => value.ValueKind == JsonValueKind.String,
        };
        if (!fits)
        {
            throw new ProgramFormatException($"'{input.Name}' is not of the kind {input.Kind}.");
        }

        return input.Kind == InputKind.Fields ? Fields(value) : JsonNode.Parse(value.GetRawText());
    }

    private static JsonObject Fields(JsonElement pairs)
    {
        var fields = new JsonObject();
        foreach (var pair in pairs.EnumerateArray())
        {
            AnswerJson.Object(pair, "a field to set", "name", "value");
            if (!fields.TryAdd(AnswerJson.Text(pair, "name"), JsonNode.Parse(AnswerJson.Member(pair, "value").GetRawText())))
            {
                throw new ProgramFormatException("A field is set twice.");
            }
        }

        return fields;
    }
}
