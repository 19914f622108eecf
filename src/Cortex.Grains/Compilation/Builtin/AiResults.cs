using System.Globalization;
using Cortex.Catalog;
using Cortex.Compilation.Validation;
using Cortex.Programs;

namespace Cortex.Compilation.Builtin;

/// <summary>What steps of AI leave behind for the steps after them.</summary>
internal static class AiResults
{
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
