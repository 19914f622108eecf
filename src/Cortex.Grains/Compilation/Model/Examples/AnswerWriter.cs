using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Compilation.Model.Examples;

/// <summary>Writes a program as a model should have answered it: the contrary of <see cref="AnswerReader"/>.</summary>
internal sealed class AnswerWriter(CortexCatalog catalog)
{
    // Sent as JSON, never put into HTML: an escaped quote would cost six characters.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Null for a program that a model cannot be asked for: one whose conditions do not fit the schema.</summary>
    public string? Write(CortexProgram program)
    {
        var trigger = program.Trigger;
        if (catalog.FindTrigger(trigger.Provider, trigger.Event) is not { } known || (Tree(trigger.Where) is var where && where is null && trigger.Where is not AllOf { Parts.Count: 0 }))
        {
            return null;
        }

        var steps = new JsonArray();
        foreach (var step in program.Steps)
        {
            var condition = step.If is null ? null : Tree(step.If);
            if (catalog.FindTool(step.Tool) is not { } tool || (step.If is not null && condition is null))
            {
                return null;
            }

            steps.Add(new JsonObject { ["tool"] = step.Tool, ["input"] = Inputs(tool, step, known.Item), ["if"] = condition });
        }

        return Result(new()
        {
            ["kind"] = "program",
            ["event"] = $"{trigger.Provider}/{trigger.Event}",
            ["minutesBefore"] = trigger.MinutesBefore,
            ["where"] = where,
            ["steps"] = steps,
        });
    }

    public static string Write(string code, string sentence, string? quote) =>
        Result(new() { ["kind"] = "refusal", ["code"] = code, ["sentence"] = sentence, ["quote"] = quote });

    private static string Result(JsonObject result) => new JsonObject { ["result"] = result }.ToJsonString(Json);

    /// <summary>Every input of the tool: null where the program has none, or has what it gets by itself.</summary>
    private static JsonObject Inputs(ToolInfo tool, Step step, ItemKind item)
    {
        var given = JsonNode.Parse(step.InputJson)!.AsObject();
        var inputs = new JsonObject();
        foreach (var input in tool.Inputs)
        {
            var value = given[input.Name];
            var isDefault = value is JsonValue text && text.GetValueKind() == JsonValueKind.String && text.GetValue<string>() == input.DefaultFor(item);
            inputs[input.Name] = isDefault ? null : value is JsonObject fields ? Fields(fields) : value?.DeepClone();
        }

        return inputs;
    }

    private static JsonArray Fields(JsonObject fields) =>
        [.. fields.Select(field => (JsonNode)new JsonObject { ["name"] = field.Key, ["value"] = field.Value?.DeepClone() })];

    /// <summary>Null for what the schema has no form for.</summary>
    private static JsonObject? Tree(Condition condition) => condition switch
    {
        AllOf { Parts: [var only] } => Tree(only),
        AllOf { Parts.Count: > 1 } all => Group("all", all.Parts),
        AnyOf { Parts.Count: > 0 } any => Group("any", any.Parts),
        NotOf { Part: Comparison comparison } => Leaf(comparison, isNegated: true),
        Comparison comparison => Leaf(comparison, isNegated: false),
        _ => null,
    };

    private static JsonObject? Group(string join, IReadOnlyList<Condition> parts)
    {
        var trees = parts.Select(Tree).ToList();
        return trees.Contains(null) ? null : new() { ["join"] = join, ["parts"] = new JsonArray([.. trees]) };
    }

    private static JsonObject Leaf(Comparison comparison, bool isNegated) => new()
    {
        ["field"] = comparison.Field,
        ["op"] = AnswerSchema.NameOf(comparison.Op),
        ["value"] = comparison.Value switch { { Text: { } text } => text, { Number: { } number } => number, _ => comparison.Value.Flag is true },
        ["edge"] = comparison.Edge,
        ["negated"] = isNegated,
    };
}
