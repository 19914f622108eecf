using System.Globalization;
using System.Text.Json;

namespace Cortex.Programs.Templates;

/// <summary>All that a template can see: the item's fields and the outputs of earlier steps.</summary>
internal sealed class TemplateValues(JsonElement item, IReadOnlyList<string?> stepOutputsJson) : IDisposable
{
    private readonly JsonDocument?[] _outputs = new JsonDocument?[stepOutputsJson.Count];

    /// <summary>What a path leads to; an undefined element if that is nothing.</summary>
    public JsonElement Find(TemplatePath path)
    {
        if (path.Root != TemplatePath.Steps)
        {
            return Follow(Member(item, path.Root), path.Rest, from: 0);
        }

        return path.StepIndex is { } step && step < _outputs.Length && stepOutputsJson[step] is { } json
            ? Follow((_outputs[step] ??= JsonDocument.Parse(json)).RootElement, path.Rest, from: 2)
            : default;
    }

    public void Dispose()
    {
        foreach (var output in _outputs)
        {
            output?.Dispose();
        }
    }

    private static JsonElement Follow(JsonElement value, IReadOnlyList<string> path, int from)
    {
        for (var index = from; index < path.Count; index++)
        {
            value = Member(value, path[index]);
        }

        return value;
    }

    private static JsonElement Member(JsonElement value, string name) => value.ValueKind switch
    {
        JsonValueKind.Object when value.TryGetProperty(name, out var member) => member,
        JsonValueKind.Array when Index(name) is { } index && index < value.GetArrayLength() => value[index],
        _ => default,
    };

    private static int? Index(string name) => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
}
