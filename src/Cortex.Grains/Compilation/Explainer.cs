using System.Text.Json;
using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Compilation;

/// <summary>Says in plain English what a program will do, from the program alone.</summary>
internal sealed class Explainer(CortexCatalog catalog)
{
    public string Explain(CortexProgram program)
    {
        var steps = string.Join(", then ", program.Steps.Select(Explain));
        return $"When {Event(program.Trigger)}, {steps}.";
    }

    private string Event(Trigger trigger)
    {
        var phrase = catalog.FindTrigger(trigger.Provider, trigger.Event)?.Phrase ?? $"{trigger.Event} happens";
        var ahead = trigger.MinutesBefore is { } minutes ? $"in {minutes} minutes " : "";
        var clause = ConditionClauses.Of(trigger.Where, catalog);
        return clause.Length == 0 ? (ahead + phrase).Trim() : $"{ahead}{phrase} {clause}";
    }

    private string Explain(Step step)
    {
        var action = Action(step);
        return step.If is null ? action : $"if {ConditionWords.Sentence(step.If, catalog)} {action}";
    }

    private string Action(Step step)
    {
        if (catalog.FindTool(step.Tool) is not { } tool)
        {
            return $"use {step.Tool}";
        }

        using var input = JsonDocument.Parse(step.InputJson);
        var action = tool.Explanation;
        var said = new System.Text.StringBuilder();
        while (action.IndexOf('{') is >= 0 and var open)
        {
            var close = action.IndexOf('}', open);
            var name = action[(open + 1)..close];
            said.Append(action, 0, open).Append(Value(tool.Find(name), input.RootElement));
            action = action[(close + 1)..];
        }

        return said.Append(action).ToString();
    }

    private static string Value(ToolInput? input, JsonElement values)
    {
        var text = input is not null && values.TryGetProperty(input.Name, out var value) ? FieldText.Of(value) : "";
        return input?.Kind == InputKind.Text ? $"\"{text}\"" : text;
    }
}
