using System.Text.Json;

namespace Cortex.Programs;

/// <summary>The members of one JSON object, all of them known by name.</summary>
internal sealed class Members
{
    private const int LongestName = 40;

    private readonly Dictionary<string, JsonElement> _values = new(StringComparer.Ordinal);
    private readonly string _place;

    public Members(JsonElement element, string place, params ReadOnlySpan<string> known)
    {
        _place = place;
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new ProgramFormatException($"Write {place} as an object.");
        }

        foreach (var member in element.EnumerateObject())
        {
            if (!known.Contains(member.Name))
            {
                throw new ProgramFormatException($"'{Short(member.Name)}' is not a field of {place}.");
            }

            _values[member.Name] = member.Value;
        }
    }

    public int Count => _values.Count;

    public static string Short(string name) => name.Length <= LongestName ? name : string.Concat(name.AsSpan(0, LongestName), "…");

    public static IReadOnlyList<JsonElement> ArrayOf(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Array
            ? [.. element.EnumerateArray()]
            : throw new ProgramFormatException($"'{name}' must be an array.");

    public static string TextOf(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.String
            ? element.GetString()!
            : throw new ProgramFormatException($"'{name}' must be a text.");

    public bool Has(string name) => _values.ContainsKey(name);

    public int CountOf(params ReadOnlySpan<string> names)
    {
        var count = 0;
        foreach (var name in names)
        {
            count += Has(name) ? 1 : 0;
        }

        return count;
    }

    public JsonElement? Optional(string name) => _values.TryGetValue(name, out var value) ? value : null;

    public JsonElement Required(string name) =>
        Optional(name) ?? throw new ProgramFormatException($"'{name}' is missing in {_place}.");

    public string Text(string name)
    {
        var text = TextOf(Required(name), name);
        return text.Length > 0 ? text : throw new ProgramFormatException($"'{name}' is empty in {_place}.");
    }
}
