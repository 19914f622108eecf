using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Cortex.Catalog;
using Cortex.Compilation.Grammar;
using Cortex.Compilation.ReadBacks;
using Cortex.Programs;

namespace Cortex.Compilation.Builtin;

/// <summary>Makes the program of what was read.</summary>
internal sealed class Draft(CortexCatalog catalog)
{
    /// <summary>By kind of item, what the other kinds are called.</summary>
    private readonly FrozenDictionary<ItemKind, FrozenSet<string>> _nouns = NounsBeside(catalog);

    public const string DraftTool = "ai.draft";
    private const string SummaryTool = "ai.summarize";
    private const string ExtractTool = "ai.extract";
    private const string ClassifyTool = "ai.classify";

    /// <summary>The program; null if an instruction does not suit the event.</summary>
    public CortexProgram? Program(EventReading read, IEnumerable<DraftStep> instructions) => Program(read, instructions, out _);

    /// <summary>The same.</summary>
    /// <param name="read">The event.</param>
    /// <param name="instructions">The steps.</param>
    /// <param name="hasOpenValue">Whether a step has a value that is only likely to be one.</param>
    public CortexProgram? Program(EventReading read, IEnumerable<DraftStep> instructions, out bool hasOpenValue)
    {
        var steps = new List<Step>();
        hasOpenValue = false;
        foreach (var instruction in instructions)
        {
            if (Add(steps, read, instruction) is not { } taken)
            {
                return null;
            }

            hasOpenValue |= taken.Values.Values.Any(IsOpen);
        }

        return new CortexProgram(1, new Trigger(read.Provider, read.Trigger.Name, new AllOf(read.Conditions), read.MinutesBefore), steps);
    }

    /// <summary>What a field is set to may be one of the values that it is known to have.</summary>
    private bool IsOpen(SlotValue value) => value.IsOpen && !(value.Of is { } field && Items().Any(item => References.Find(field, item) is { } set && KnownValues.Has(value.Text, set)));

    private IEnumerable<ItemKind> Items() => catalog.Providers.SelectMany(provider => provider.Triggers).Select(trigger => trigger.Item).Distinct();

    /// <summary>
    /// The first thing that the words can ask for which suits the event: what acts on its item before what acts on none, fixed words before a name; but what carries a
    /// text before what does not, where there is one to carry. Null if none suits.
    /// </summary>
    private ToolReading? Add(List<Step> steps, EventReading read, DraftStep instruction)
    {
        var carries = AiResults.Unread(steps, catalog) is not null;
        var readings = instruction.Readings
            .OrderByDescending(one => carries && one.Tool.Inputs.Any(input => input is { CarriesResult: true, Required: true }))
            .ThenBy(one => one.Phrase.Given.ContainsKey("reply") && !read.Trigger.Item.IsMeantByFields)
            .ThenByDescending(one => one.Tool.ActsOn is not null)
            .ThenBy(one => one.Values.Slots.Count());
        foreach (var reading in readings)
        {
            if ((reading.Tool.ActsOn is { } kind && kind != read.Trigger.Item.Name) || !IsNamed(reading, instruction.Words) || MisreadStep.Is(reading, instruction.Words, steps, read.Trigger.Item, _nouns[read.Trigger.Item]) || UnclearPronoun.Is(read, steps, reading, instruction.Words, catalog))
            {
                continue;
            }

            if (reading.Phrase.IsOfLastRecord && reading.Values.One(RecordSlots.Owner) is { } owner && GiveLast(steps, owner.Text))
            {
                return reading;
            }

            var before = steps.Count;
            if (!(reading.Phrase.IsSummary && carries) && Helper(read, reading, instruction, steps) is { } helper)
            {
                steps.Add(helper);
            }

            var inputs = new DraftInputs(catalog, read, reading, instruction.Words, steps);
            if (inputs.ToJson() is { } json && !MisreadStep.MeansAnother(reading, instruction.Words, json, steps, catalog) && When(instruction, steps, json, out var condition))
            {
                var step = new Step(reading.Tool.Name, json, condition);
                if (!IsSaidAgain(step, steps, reading.Tool))
                {
                    steps.Add(step);
                }

                return reading;
            }

            steps.RemoveRange(before, steps.Count - before);
        }

        return null;
    }

    /// <summary>"Keep it out of my inbox, just archive it": the same is asked for in other words.</summary>
    private static bool IsSaidAgain(Step step, List<Step> steps, ToolInfo tool) =>
        (tool.ActsOn is not null || tool.IsReport) && steps is [.., var last] && last.Tool == step.Tool && last.InputJson == step.InputJson && Equals(last.If, step.If);

    private static FrozenDictionary<ItemKind, FrozenSet<string>> NounsBeside(CortexCatalog catalog)
    {
        var items = catalog.Providers.SelectMany(provider => provider.Triggers).Select(trigger => trigger.Item).Distinct().ToArray();
        return items.ToFrozenDictionary(item => item, item => items.Where(other => other != item).SelectMany(other => other.NounWords).Except(item.NounWords).ToFrozenSet(StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>"An event" is a calendar event, unless the instruction names Salesforce.</summary>
    private static bool IsNamed(ToolReading reading, string words) =>
        reading.Tool.Inputs.SelectMany(input => input.Shapes).FirstOrDefault(shape => shape.MustBeNamed.Count > 0) is not { } shape
        || reading.Values.One("object") is not { } made || made.Text != shape.Object
        || shape.MustBeNamed.Any(name => words.Contains(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>When an instruction is to be followed; a record that was not found cannot be changed. False if it asks for one that nothing has looked for.</summary>
    private static bool When(DraftStep instruction, IReadOnlyList<Step> steps, string json, out Condition? condition)
    {
        condition = instruction.If is { } said ? FoundRecords.Placed(said, steps) : null;
        if (instruction.If is not null && condition is null)
        {
            return false;
        }

        if (FoundRecords.Id(steps, FoundRecords.Object(steps)) is { } id && json.Contains(id, StringComparison.Ordinal) && FoundRecords.IsThere(steps) is { } isThere && condition != isThere)
        {
            condition = condition is null ? isThere : new AllOf([condition, isThere]);
        }

        return true;
    }

    /// <summary>"Create a task and assign it to Ana": the task is Ana's. False if the last step made no record.</summary>
    private bool GiveLast(List<Step> steps, string owner)
    {
        if (steps is not [.., var last] || catalog.FindTool(last.Tool)?.Inputs.FirstOrDefault(input => input.Shapes.Count > 0) is not { } input
            || JsonNode.Parse(last.InputJson) is not JsonObject json || json[input.Name] is not JsonObject fields)
        {
            return false;
        }

        fields[RecordWords.Owner] = owner;
        steps[^1] = last with { InputJson = Json(json) };
        return true;
    }

    /// <summary>The step of AI whose result an instruction uses; null if it uses none.</summary>
    private Step? Helper(EventReading read, ToolReading reading, DraftStep instruction, IReadOnlyList<Step> earlier)
    {
        var (tool, input) = reading.Phrase switch
        {
            { Drafted: not null } when !(reading.Phrase.MayCarry && AiResults.Unread(earlier, catalog) is not null) => (DraftTool, new JsonObject { ["instructions"] = instruction.Words }),
            { IsSummary: true } => (SummaryTool, []),
            { IsClassified: true } => (ClassifyTool, new JsonObject { ["labels"] = new JsonArray([.. reading.Values.Of(RecordSlots.Labels).Select(label => JsonValue.Create(label.Text))]) }),
            _ when Spoken(read, reading, earlier) is { } time => (ExtractTool, new JsonObject { ["fields"] = new JsonArray(JsonValue.Create(time)) }),
            _ => (null, new JsonObject()),
        };
        if (tool is null)
        {
            return null;
        }

        if (catalog.FindTool(tool)!.Find("text")!.DefaultFor(read.Trigger.Item) is { } text)
        {
            input["text"] = text;
        }

        return new Step(tool, Json(input), instruction.If);
    }

    /// <summary>The time that an instruction takes from the item's text, as it calls it; null if it needs none, or if it has been taken out before.</summary>
    private string? Spoken(EventReading read, ToolReading reading, IReadOnlyList<Step> earlier) =>
        read.Trigger.Item.TimeIsArrival && AiResults.Time(earlier, catalog) is null && earlier.All(step => step.Tool != ExtractTool)
            ? reading.Values.Slots.SelectMany(reading.Values.Of).Where(value => value.Kind == SlotKind.Then).Select(value => value.Text).FirstOrDefault()
            : null;

    private static string Json(JsonObject json) => CanonicalJson.Write(System.Text.Json.JsonSerializer.SerializeToElement(json));
}
