using System.Text.Json;

namespace Cortex.Programs.Templates;

/// <summary>All that a template can see: the item's fields and the outputs of earlier steps.</summary>
internal sealed class TemplateValues(JsonElement item, IReadOnlyList<string?> stepOutputsJson) : IDisposable
{
    private readonly JsonDocument?[] _outputs = new JsonDocument?[stepOutputsJson.Count];

    public TemplateValue Find(TemplatePath path)
    {
        if (path.Root != TemplatePath.Steps)
        {
            return Follow(new TemplateValue(item).Member(path.Root), path.Rest, from: 0);
        }

        return path.StepIndex is { } step && step < _outputs.Length && stepOutputsJson[step] is { } json
            ? Follow(new TemplateValue((_outputs[step] ??= JsonDocument.Parse(json)).RootElement), path.Rest, from: 2)
            : "";
    }

    public void Dispose()
    {
        foreach (var output in _outputs)
        {
            output?.Dispose();
        }
    }

    private static TemplateValue Follow(TemplateValue value, IReadOnlyList<string> path, int from)
    {
        for (var index = from; index < path.Count; index++)
        {
            value = value.Member(path[index]);
        }

        return value;
    }
}
