using System.Text;
using System.Text.Json;
using Cortex.Catalog;
using Cortex.Programs;
using Cortex.Programs.Templates;

namespace Cortex.Compilation;

/// <summary>Says in plain English what a program will do, from the program alone.</summary>
internal sealed class Explainer(CortexCatalog catalog, TemplateParser templates)
{
    public Explanation Explain(CortexProgram program)
    {
        var item = catalog.FindTrigger(program.Trigger.Provider, program.Trigger.Event)?.Item;
        return new(Event(program.Trigger, item), [.. program.Steps.Select(step => Explain(step, item, program.Steps))]);
    }

    private string Event(Trigger trigger, ItemKind? item)
    {
        var phrase = catalog.FindTrigger(trigger.Provider, trigger.Event)?.Phrase ?? $"{trigger.Event} happens";
        var clause = ConditionClauses.Of(trigger.Where, item, catalog);
        var when = trigger.MinutesBefore is > 0 and var minutes ? $"{ValueWords.Minutes(minutes)} before" : "When";
        return clause.Length == 0 ? $"{when} {phrase}" : $"{when} {phrase} {clause}";
    }

    private string Explain(Step step, ItemKind? item, IReadOnlyList<Step> steps)
    {
        var action = Action(step, item, steps);
        return step.If is null ? action : $"if {ConditionClauses.Sentence(step.If, item, catalog)}, {action}";
    }

    private string Action(Step step, ItemKind? item, IReadOnlyList<Step> steps)
    {
        if (catalog.FindTool(step.Tool) is not { } tool)
        {
            return $"use {step.Tool}";
        }

        using var document = JsonDocument.Parse(step.InputJson);
        var inputs = document.RootElement;
        var words = new InputWords(new TemplateWords(item, catalog, steps, templates), item, catalog);
        var said = new StringBuilder();
        var rest = tool.Explanation;
        while (rest.IndexOf('{') is >= 0 and var open)
        {
            var close = rest.IndexOf('}', open);
            said.Append(rest, 0, open);
            if (tool.Find(rest[(open + 1)..close]) is { } input && inputs.TryGetProperty(input.Name, out var value))
            {
                Fill(said, input, words.Of(tool, input, value, inputs));
            }

            // A text brings its own quotes.
            rest = rest[(said.Length > 0 && close + 1 < rest.Length && rest[close + 1] == '"' ? close + 2 : close + 1)..];
        }

        return said.Append(rest).Append(Others(tool, inputs, words, item)).ToString();
    }

    /// <summary>Puts a value where the catalog's sentence has its place, and mends the words before it.</summary>
    private static void Fill(StringBuilder said, ToolInput input, string value)
    {
        var quoted = Drop(said, "\"");
        var isWords = !value.StartsWith('"');
        var named = $"with the {input.Name} ";
        if (input.Kind == InputKind.Time)
        {
            Drop(said, "at ");
        }
        else if (isWords && Drop(said, named))
        {
            said.Append("with ").Append(value).Append(" as the ").Append(input.Name);
            return;
        }
        else if (isWords && quoted)
        {
            said.Append("called ");
        }
        else if (isWords && input.Kind == InputKind.Text && !said.ToString().TrimEnd().Contains(' ', StringComparison.Ordinal))
        {
            said.Append("with ");
        }

        said.Append(value);
    }

    /// <summary>What the catalog's sentence has no place for.</summary>
    private static string Others(ToolInfo tool, JsonElement inputs, InputWords words, ItemKind? item)
    {
        var others = new List<string>();
        var fields = "";
        foreach (var input in tool.Inputs.Where(input => !tool.Explanation.Contains($"{{{input.Name}}}", StringComparison.Ordinal)))
        {
            if (!inputs.TryGetProperty(input.Name, out var value) || IsIt(tool, input, value, item))
            {
                continue;
            }

            var said = words.Of(tool, input, value, inputs);
            if (input.Kind == InputKind.Fields)
            {
                fields = tool.Find("id") is null ? $" with {said}" : $": set {said}";
            }
            else
            {
                others.Add($"{Label(input)}: {said}");
            }
        }

        return (others.Count == 0 ? "" : $" ({string.Join("; ", others)})") + fields;
    }

    /// <summary>What a model is given to read is the item unless the program says otherwise; the sentence calls it "it".</summary>
    private static bool IsIt(ToolInfo tool, ToolInput input, JsonElement value, ItemKind? item) =>
        tool.UsesModel && item is not null && input.Default is not null && value.ValueKind == JsonValueKind.String && value.GetString() == input.DefaultFor(item);

    private static string Label(ToolInput input) => input.Name switch
    {
        "summary" => "title",
        "reply" => "as a reply",
        "cc" => "copy to",
        "id" => "record",
        var name => name,
    };

    private static bool Drop(StringBuilder said, string ending)
    {
        if (said.Length < ending.Length || said.ToString(said.Length - ending.Length, ending.Length) != ending)
        {
            return false;
        }

        said.Length -= ending.Length;
        return true;
    }
}
