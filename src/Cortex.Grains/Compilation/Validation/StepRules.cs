using System.Text.Json;
using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Compilation.Validation;

/// <summary>What a step must be like: a tool that serves the trigger, with the inputs that it needs and no others.</summary>
internal sealed class StepRules(CortexCatalog catalog, InputRules inputs)
{
    public ProgramFault? FindFault(Step step, int index, TriggerInfo trigger, PromptLiterals origin)
    {
        if (catalog.FindTool(step.Tool) is not { } tool)
        {
            return new ProgramFault(RefusalCode.UnsupportedAction, $"\"{step.Tool}\" is nothing that Cortex can do.");
        }

        if (tool.ActsOn is { } kind && kind != trigger.Item.Name)
        {
            return new ProgramFault(RefusalCode.UnsupportedAction, $"To {tool.Label} needs an {kind}, and this event brings none.");
        }

        using var input = JsonDocument.Parse(step.InputJson);
        return Inputs(tool, input.RootElement, index, trigger, origin)
            ?? (step.If is null ? null : ConditionRules.FindFault(step.If, trigger.Item, origin));
    }

    private ProgramFault? Inputs(ToolInfo tool, JsonElement input, int index, TriggerInfo trigger, PromptLiterals origin)
    {
        foreach (var member in input.EnumerateObject())
        {
            if (tool.Find(member.Name) is not { } known || member.Value.ValueKind != JsonValueKind.String)
            {
                return new ProgramFault(RefusalCode.UnsupportedAction, $"To {tool.Label} takes no \"{member.Name}\" of that kind.");
            }

            if (inputs.FindFault(known, member.Value.GetString()!, index, trigger, origin) is { } fault)
            {
                return fault;
            }
        }

        var missing = tool.Inputs.FirstOrDefault(one => one.Required && !input.TryGetProperty(one.Name, out _));
        return missing is null
            ? null
            : new ProgramFault(RefusalCode.NeedsClarification, $"To {tool.Label}, say {missing.Question ?? missing.Name}.");
    }
}
