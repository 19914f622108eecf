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
            return [new ProgramFault(RefusalCode.UnsupportedAction, $"Cortex has no action \"{ValidationScope.Short(step.Tool)}\". The nearest are {NearNames.Of(step.Tool, catalog.Tools.Where(one => !one.IsNothing).Select(one => one.Name))}.")];
        }

        if (tool.ActsOn is { } kind && kind != scope.Item.Name)
        {
            return [new ProgramFault(RefusalCode.UnsupportedAction, $"There is no {kind} to {tool.Label} when {scope.Trigger.Phrase}. Choose another action or another event.")];
        }

        return Inputs(tool, step, scope).Concat(step.If is null ? [] : ConditionRules.FindFaults(step.If, scope));
    }

    private List<ProgramFault> Inputs(ToolInfo tool, Step step, ValidationScope scope)
    {
        using var document = JsonDocument.Parse(step.InputJson);
        var input = document.RootElement;
        if (input.ValueKind != JsonValueKind.Object)
        {
            return [new ProgramFault(RefusalCode.UnsupportedAction, $"The inputs of \"{tool.Label}\" must have names.")];
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
                faults.Add(new ProgramFault(RefusalCode.UnsupportedAction, $"The action \"{tool.Label}\" has no input \"{ValidationScope.Short(member.Name)}\". {Takes(tool, member.Name)}"));
            }
        }

        faults.AddRange(tool.Inputs.Where(one => one.Required && !input.TryGetProperty(one.Name, out _))
            .Select(one => scope.Unclear($"To {tool.Label}, say {one.Question ?? $"the {one.Name}"}.")));
        faults.AddRange(ToolRules.FindFaults(tool, input, scope));
        return faults;
    }

    private static string Takes(ToolInfo tool, string wanted) =>
        tool.Inputs.Count == 0 ? "It needs none." : $"Use {NearNames.Of(wanted, tool.Inputs.Select(input => input.Name))}.";
}
