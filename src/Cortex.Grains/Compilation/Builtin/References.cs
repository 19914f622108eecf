using Cortex.Catalog;
using Cortex.Compilation.Grammar;
using Cortex.Compilation.Validation;
using Cortex.Programs;

namespace Cortex.Compilation.Builtin;

/// <summary>Finds what "the subject" or "the summary" means in an automation.</summary>
internal static class References
{
    public static ItemField? Find(string words, ItemKind item) => item.Fields.FirstOrDefault(field => field.Kind != FieldKind.Flag && field.PartOf is null && FieldNames.Of(field).Contains(words, StringComparer.OrdinalIgnoreCase));

    /// <summary>The same of several names, a line for each.</summary>
    public static string? ResolveAll(string words, ItemKind item, CortexCatalog catalog, IReadOnlyList<Step> earlier)
    {
        var templates = words.Split(FieldNames.Joint).Select(one => Resolve(one, item, catalog, earlier)).ToArray();
        return Array.Exists(templates, template => template is null) ? null : string.Join('\n', templates);
    }

    /// <summary>A template; null if nothing is called so. What a step before left behind comes first: it was asked for on purpose.</summary>
    public static string? Resolve(string words, ItemKind item, CortexCatalog catalog, IReadOnlyList<Step> earlier)
    {
        if (Result(words, catalog, earlier) is { } result)
        {
            return result;
        }

        if (Find(words, item) is { } field)
        {
            return $"{{{{ {field.Name} }}}}";
        }

        return words switch
        {
            "name" => item.PersonName ?? item.Title,
            "title" => item.Title,
            _ => null,
        };
    }

    /// <summary>A value that a step takes out of a text, by the name under which it was asked for; null if the step takes none of that name.</summary>
    public static string? Extracted(string words, int index, IReadOnlyList<Step> earlier, CortexCatalog catalog) =>
        catalog.FindTool(earlier[index].Tool)?.Outputs.Any(output => output.Name == StepOutputs.Values) == true
        && StepOutputs.Entries(earlier[index]).FirstOrDefault(entry => StepOutputs.MemberName(entry) == StepOutputs.MemberName(words)) is { } said
            ? $"{{{{ steps[{index}].output.{StepOutputs.Values}.{StepOutputs.MemberName(said)} }}}}"
            : null;

    /// <summary>What a step before left behind, as a template; null if none is called so.</summary>
    public static string? Result(string words, CortexCatalog catalog, IReadOnlyList<Step> earlier)
    {
        for (var index = earlier.Count - 1; index >= 0; index--)
        {
            if (words is FieldNames.Result && catalog.FindTool(earlier[index].Tool) is { UsesModel: true } model && model.Outputs.All(one => one.Name != StepOutputs.Values))
            {
                return $"{{{{ steps[{index}].output.{(model.Outputs.FirstOrDefault(one => one.Name == "text") ?? model.Outputs[0]).Name} }}}}";
            }

            if (Extracted(words, index, earlier, catalog) is { } extracted)
            {
                return extracted;
            }

            if (catalog.FindTool(earlier[index].Tool)?.Outputs.FirstOrDefault(output => output.Label.Equals(words, StringComparison.OrdinalIgnoreCase)) is { } output)
            {
                return $"{{{{ steps[{index}].output.{output.Name} }}}}";
            }
        }

        return null;
    }
}
