using System.Text.Json;
using Cortex.Programs;

namespace Cortex.Compilation.Model;

/// <summary>Reads members of an answer, none of them taken for granted.</summary>
internal static class AnswerJson
{
    public static JsonElement Object(JsonElement element, string place, params ReadOnlySpan<string> known)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new ProgramFormatException($"Write {place} as an object.");
        }

        foreach (var member in element.EnumerateObject())
        {
            if (!known.Contains(member.Name))
            {
                throw new ProgramFormatException($"'{member.Name}' is not a member of {place}.");
            }
        }

        return element;
    }

    public static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : throw new ProgramFormatException($"'{name}' is missing.");

    public static string Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : throw new ProgramFormatException($"'{name}' must be a text.");

    public static bool Flag(JsonElement element, string name) => Member(element, name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new ProgramFormatException($"'{name}' must be true or false."),
    };

    public static IEnumerable<JsonElement> Array(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : throw new ProgramFormatException($"'{name}' must be an array.");
}
