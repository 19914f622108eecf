using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Catalog;
using Cortex.Compilation.Validation;
using Cortex.Programs;
using Cortex.Programs.Templates;

namespace Cortex.Compilation.ReadBacks;

/// <summary>
/// The one of all programs that mean the same which stands for them: no group of one, no group in a group of its kind, nothing denied twice, numbers as numbers, times, addresses and templates in
/// one spelling, inputs in the catalog's order. A program and its canonical form do the same.
/// </summary>
internal sealed class CanonicalForm(CortexCatalog catalog, TemplateParser templates)
{
    private static readonly Condition Never = new NotOf(Condition.Always);

    public CortexProgram Of(CortexProgram program)
    {
        var conditions = OfConditions(program, catalog.FindTrigger(program.Trigger.Provider, program.Trigger.Event)?.Item);
        return conditions with
        {
            Trigger = conditions.Trigger with { MinutesBefore = program.Trigger.MinutesBefore is 0 ? null : program.Trigger.MinutesBefore },
            Steps = [.. conditions.Steps.Select(step => step with { InputJson = Inputs(step) })],
        };
    }

    /// <summary>The program with its conditions in their canonical form.</summary>
    public static CortexProgram OfConditions(CortexProgram program, ItemKind? item) => program with
    {
        Trigger = program.Trigger with { Where = All(Of(program.Trigger.Where, item)) },
        Steps = [.. program.Steps.Select(step => step with { If = step.If is null || Of(step.If, item) is AllOf { Parts: [] } ? null : Of(step.If, item) })],
    };

    private static AllOf All(Condition condition) => condition as AllOf ?? new AllOf([condition]);

    public static Condition Of(Condition condition, ItemKind? item) => condition switch
    {
        AllOf all => Group(all.Parts.Select(part => Of(part, item)).SelectMany(part => part is AllOf inner ? inner.Parts : [part]), IsNever, Never, parts => new AllOf(parts)),
        AnyOf any => Group(any.Parts.Select(part => Of(part, item)).SelectMany(part => part is AnyOf inner ? inner.Parts : [part]).Where(part => !IsNever(part)), IsAlways, Condition.Always, parts => parts is [] ? Never : new AnyOf(parts)),
        NotOf not => Of(not.Part, item) is NotOf inner ? inner.Part : new NotOf(Of(not.Part, item)),
        Comparison comparison => Of(comparison, item?.Find(comparison.Field)),
        _ => condition,
    };

    /// <summary>A group of parts; what one of them decides alone, or that part if it is the only one.</summary>
    private static Condition Group(IEnumerable<Condition> all, Func<Condition, bool> decides, Condition decided, Func<IReadOnlyList<Condition>, Condition> group)
    {
        Condition[] parts = [.. all];
        return Array.Exists(parts, part => decides(part)) ? decided : parts is [var only] ? only : group(parts);
    }

    private static bool IsAlways(Condition condition) => condition is AllOf { Parts: [] };

    private static bool IsNever(Condition condition) => condition is NotOf { Part: AllOf { Parts: [] } };

    private static Condition Of(Comparison comparison, ItemField? field)
    {
        var isOutput = StepPath.TryParse(comparison.Field) is not null;
        var op = (comparison.Op, field) switch
        {
            (Operator.Exists, { Kind: FieldKind.Flag }) => Operator.Equals,
            (Operator.Equals, { ElementsAreNames: true }) => Operator.Contains,
            var (other, _) => other,
        };
        var isAmount = field?.Kind == FieldKind.Number || (isOutput && op is Operator.GreaterThan or Operator.LessThan);
        var value = comparison.Value switch
        {
            { Text: { } text } when isAmount && LiteralText.NumberOf(comparison.Value) is { } number => Literal.Of(number),
            { Text: { } text } when field?.Kind == FieldKind.Time || (isOutput && op is Operator.GreaterThan or Operator.LessThan) => Literal.Of(Moments.Spelling(text)),
            var other => other,
        };
        var same = comparison with { Op = op, Value = value };

        // To be absent is not to be there, and a yes or no that is not one is the other.
        return same is { Value.Flag: false, Edge: false } && (op == Operator.Exists || field?.Kind == FieldKind.Flag) ? new NotOf(same with { Value = Literal.Of(true) }) : same;
    }

    private string Inputs(Step step)
    {
        if (catalog.FindTool(step.Tool) is not { } tool || JsonNode.Parse(step.InputJson) is not JsonObject inputs)
        {
            return step.InputJson;
        }

        var record = StepWords.RecordOf(tool, inputs[RecordFields.Object] is JsonValue name && name.TryGetValue<string>(out var text) ? text : null, catalog);
        var known = tool.Inputs.Where(input => inputs.ContainsKey(input.Name)).Select(input => (input.Name, Value: Value(input, inputs[input.Name], record))).Where(input => input.Value is not null);
        var unknown = inputs.Where(input => tool.Find(input.Key) is null).Select(input => (Name: input.Key, Value: input.Value?.DeepClone()));
        return CanonicalJson.Write(JsonSerializer.SerializeToElement(new JsonObject(known.Concat(unknown).Select(input => KeyValuePair.Create(input.Name, input.Value)))));
    }

    /// <summary>The value; null for one that says nothing.</summary>
    private JsonNode? Value(ToolInput input, JsonNode? value, ItemKind? record) => (input.Kind, value) switch
    {
        (InputKind.Flag, JsonValue flag) when flag.TryGetValue<bool>(out var yes) && !yes => null,
        (InputKind.Fields, JsonObject fields) => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, Field(field.Key, field.Value, record)))),
        (InputKind.List, _) => value?.DeepClone(),
        (_, JsonValue one) when one.TryGetValue<string>(out var text) => JsonValue.Create(Text(input.Kind, text)),
        _ => value?.DeepClone(),
    };

    private string Text(InputKind kind, string text) => kind switch
    {
        InputKind.Address or InputKind.Addresses =>
            string.Join(", ", text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(address => TemplateText.Of(address, templates))),
        InputKind.Time => Moments.Spelling(TemplateText.Of(text, templates)),
        InputKind.Duration when DurationText.TryParse(text) is not null => text.TrimStart('0') is [>= '0' and <= '9', ..] spelled ? spelled : text,
        _ => TemplateText.Of(text, templates),
    };

    private JsonNode? Field(string name, JsonNode? value, ItemKind? record) =>
        value is JsonValue one && one.TryGetValue<string>(out var text)
            ? JsonValue.Create(RecordWords.IsTime(name, record, text) ? Moments.Spelling(TemplateText.Of(text, templates)) : TemplateText.Of(text, templates))
            : value?.DeepClone();
}
