using System.Globalization;
using Cortex.Catalog;
using Cortex.Compilation.Validation;
using Cortex.Programs;

namespace Cortex.Compilation.Builtin;

/// <summary>What steps of AI leave behind for the steps after them.</summary>
internal static class AiResults
{
    private static readonly string[] TimeNames = ["date", "day", "time", "hour", "deadline", "departure", "when"];

    /// <summary>A text of what the last step of AI found, if no step has used it yet; else null.</summary>
    public static string? Unread(IReadOnlyList<Step> steps, CortexCatalog catalog)
    {
        for (var index = steps.Count - 1; index >= 0; index--)
        {
            if (catalog.FindTool(steps[index].Tool) is { UsesModel: true } tool)
            {
                return StepOutputs.IsRead(steps, index) ? null : Text(steps[index], index, tool);
            }
        }

        return null;
    }

    /// <summary>What the last step of AI took out of a text, by its names, if no step has used it yet.</summary>
    public static IReadOnlyList<(string Name, string Template)> UnreadValues(IReadOnlyList<Step> steps, CortexCatalog catalog)
    {
        var index = steps.Count - 1;
        while (index >= 0 && catalog.FindTool(steps[index].Tool) is not { UsesModel: true })
        {
            index--;
        }

        return index < 0 || StepOutputs.IsRead(steps, index) ? [] : ValuesOf(steps, index, catalog);
    }

    /// <summary>The only day or time that a step took out of a text; null if there is none, or more than one.</summary>
    public static string? Time(IReadOnlyList<Step> steps, CortexCatalog catalog) =>
        Times(steps, catalog) is [var only] ? only : null;

    /// <summary>All days and times that steps took out of a text.</summary>
    public static IReadOnlyList<string> Times(IReadOnlyList<Step> steps, CortexCatalog catalog) =>
        [.. steps.Index().SelectMany(step => ValuesOf(steps, step.Index, catalog)).Where(value => TimeNames.Any(name => value.Name.EndsWith(name, StringComparison.OrdinalIgnoreCase))).Select(value => value.Template)];

    private static (string Name, string Template)[] ValuesOf(IReadOnlyList<Step> steps, int index, CortexCatalog catalog) =>
        [.. catalog.FindTool(steps[index].Tool)?.Outputs.Any(output => output.Name == StepOutputs.Values) == true
            ? StepOutputs.Entries(steps[index]).Select(entry => (entry, References.Extracted(entry, index, steps, catalog)!))
            : []];

    private static string Text(Step step, int index, ToolInfo tool)
    {
        var output = string.Create(CultureInfo.InvariantCulture, $"steps[{index}].output");
        if (tool.Outputs.Any(one => one.Name == StepOutputs.Values))
        {
            var entries = StepOutputs.Entries(step);
            return entries is [var only]
                ? $"{{{{ {output}.{StepOutputs.Values}.{StepOutputs.MemberName(only)} }}}}"
                : string.Join('\n', entries.Select(entry => $"{entry}: {{{{ {output}.{StepOutputs.Values}.{StepOutputs.MemberName(entry)} }}}}"));
        }

        return $"{{{{ {output}.{(tool.Outputs.FirstOrDefault(one => one.Name == "text") ?? tool.Outputs[0]).Name} }}}}";
    }
}
