using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Actions;

/// <summary>What an action was given; a member that is missing or of another kind makes the input invalid.</summary>
internal sealed class ActionInput(JsonNode? input)
{
    private readonly JsonObject members = input as JsonObject ?? [];

    public bool IsValid { get; private set; } = input is JsonObject;

    public string Text(string name) => OptionalText(name) ?? Missing("");

    public string? OptionalText(string name)
        => members[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    public JsonObject Object(string name) => members[name] is JsonObject value ? value.DeepClone().AsObject() : Missing<JsonObject>([]);

    /// <summary>All members but the named ones, as a body to send on.</summary>
    public JsonObject Without(params string[] names)
    {
        var rest = members.DeepClone().AsObject();
        foreach (var name in names)
        {
            rest.Remove(name);
        }

        return rest;
    }

    private T Missing<T>(T standIn)
    {
        IsValid = false;
        return standIn;
    }
}
