using System.Text.Json;
using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Compilation.Validation;

/// <summary>What a step must be like: a tool that serves the trigger, with the inputs that it needs and no others.</summary>
internal sealed class StepRules(CortexCatalog catalog, InputRules inputs)
{
    public IEnumerable<ProgramFault> FindFaults(Step step, ValidationScope scope)
    {
        if (catalog.FindTool(step.Tool) is not { } tool)
        {
            return [new ProgramFault(RefusalCode.UnsupportedAction, $"\"{ValidationScope.Short(step.Tool)}\" is nothing that Cortex can do. It can: {Known()}.")];
        }

        if (tool.ActsOn is { } kind && kind != scope.Item.Name)
        {
            return [new ProgramFault(RefusalCode.UnsupportedAction, $"To {tool.Label} needs {Nouns.One(kind)}, and when {scope.Trigger.Phrase} there is none.")];
        }

        return Inputs(tool, step, scope).Concat(step.If is null ? [] : ConditionRules.FindFaults(step.If, scope));
    }

    private List<ProgramFault> Inputs(ToolInfo tool, Step step, ValidationScope scope)
    {
        using var document = JsonDocument.Parse(step.InputJson);
        var input = document.RootElement;
        if (input.ValueKind != JsonValueKind.Object)
        {
            return [new ProgramFault(RefusalCode.UnsupportedAction, $"To {tool.Label} takes its inputs by name.")];
        }

        var faults = new List<ProgramFault>();
        foreach (var member in input.EnumerateObject())
        {
            if (tool.Find(member.Name) is { } known)
            {
                faults.AddRange(inputs.FindFaults(new InputSite(known, tool, input, scope), member.Value));
            }
            else
            {
                faults.Add(new ProgramFault(RefusalCode.UnsupportedAction, $"To {tool.Label} takes no \"{ValidationScope.Short(member.Name)}\". {Takes(tool)}"));
            }
        }

        faults.AddRange(tool.Inputs.Where(one => one.Required && !input.TryGetProperty(one.Name, out _))
            .Select(one => scope.Unclear($"To {tool.Label}, say {one.Question ?? $"the {one.Name}"}.")));
        faults.AddRange(ToolRules.FindFaults(tool, input, scope));
        return faults;
    }

    private static string Takes(ToolInfo tool) =>
        tool.Inputs.Count == 0 ? "It takes nothing." : $"It takes: {string.Join(", ", tool.Inputs.Select(input => input.Name))}.";

    private string Known() => string.Join(", ", catalog.Tools.Where(tool => !tool.IsNothing).Select(tool => tool.Label));
}
