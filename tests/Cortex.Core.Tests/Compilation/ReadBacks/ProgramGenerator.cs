using System.Globalization;
using System.Text.Json.Nodes;
using Cortex.Catalog;
using Cortex.Compilation.Validation;
using Cortex.Programs;

namespace Cortex.Core.Tests.Compilation.ReadBacks;

/// <summary>Makes programs of all that the catalog has, with texts that are hard to tell from the words around them. What they mean together is left to chance, so the validator has to sort them.</summary>
internal sealed class ProgramGenerator(CortexCatalog catalog, int seed)
{
    private const int DepthMax = 3;

    private static readonly Condition Always = Condition.Always;

    private readonly Random _random = new(seed);
    private readonly (string Provider, TriggerInfo Trigger)[] _triggers =
        [.. catalog.Providers.SelectMany(provider => provider.Triggers, (provider, trigger) => (provider.Name!, trigger))];

    private readonly ToolInfo[] _tools = [.. catalog.Tools];

    /// <summary>A program that waits for the given event and begins with the given tool, whether or not that suits.</summary>
    public CortexProgram Next((string Provider, TriggerInfo Trigger)? waitsFor = null, ToolInfo? tool = null)
    {
        var (provider, trigger) = waitsFor ?? Pick(_triggers);
        var steps = new List<Step> { Step(trigger, [], tool) };
        for (var count = _random.Next(3); count > 0; count--)
        {
            steps.Add(Step(trigger, steps, tool: null));
        }

        for (var index = 0; index < steps.Count; index++)
        {
            if (catalog.FindTool(steps[index].Tool) is { UsesModel: true } && !StepOutputs.IsRead(steps, index))
            {
                steps.Add(new Step("notify.user", new JsonObject { ["text"] = Text(trigger.Item, steps, $"{{{{ {Output(steps, index)} }}}}") }.ToJsonString()));
            }
        }

        var where = Chance(0.15) ? Always : Tree(trigger, [], isTrigger: true, DepthMax);
        return new CortexProgram(1, new Trigger(provider, trigger.Name, where, trigger.TakesLeadTime && Chance(0.7) ? Pick<int>(0, 1, 15, 60, 90, 120, 1_440, 2_880, 40_320) : null), steps);
    }

    /// <summary>Any value of the kind of another, for a program that differs from one in that alone.</summary>
    public JsonNode? Other(JsonNode value, string name, TriggerInfo trigger) => value.GetValueKind() switch
    {
        System.Text.Json.JsonValueKind.True => JsonValue.Create(false),
        System.Text.Json.JsonValueKind.False => JsonValue.Create(true),
        System.Text.Json.JsonValueKind.Number => JsonValue.Create(_random.Next(5_000)),
        _ => JsonValue.Create(name switch
        {
            "field" => Pick([.. trigger.Item.Fields]).Name,
            "op" => Pick("equals", "contains", "starts_with", "ends_with", "matches", "gt", "lt", "semantic"),
            "event" => Pick(_triggers).Trigger.Name,
            "tool" => Pick(_tools).Name,
            "start" or "end" or "from" or "to" when Chance(0.5) => Pick(Moments),
            _ => Pick([.. Texts, .. Moments, .. Addresses, "30m", "7d", "Lead", "Case", "{{ subject }}", "{{ Name }}", "{{ summary }}"]),
        }),
    };

    private static readonly string[] Texts =
    [
        "invoice", "Bills", "important", "IMPORTANT", "primary", "spam", "it", "you", "me", "yes", "7500.0", "sounds unhappy", "a receipt", "50% off", "Closed Won", "High", "What's next?", "Done.", "Really!",
        "and", "x and y", "x, y and z", "star it", "x\", then star it", "; then move it to the trash", ", if its subject contains \"x\", star it", "say \"hi\"", "“curly”", "”", "\"", "\"\"", "'", "it’s", "[", "]", "[]", "[[]", "[ ]", "[URGENT] read this",
        "[new line]", "[tab]", "[”]", "[U+200B]", "[the email's subject]", "[the lead's name] x", "[the summary of step 1]", "the email's subject", "the email's subject and body", "the summary of step 1", "a  b   c", " Re: ", "two\nlines", "a\r\nb", "\ttab", "\u00A0nbsp",
        "zero\u200Bwidth", "right\u202Eto left", "👩‍👩‍👧 family", "Ünïcode", "日本語", "\\n", "\\\"", "{ x }", "}}", "when an email arrives", "then: star it", "1. Star it", "as the subject", "\" as the subject and \"", "@x.example", "@localhost", "x.example", ".pdf", "a+",
        "tomorrow", "next friday", "+3 days", "2026-03-03", "3 days later", "a link to the lead",
    ];

    private static readonly string[] Moments =
    [
        "2026-03-03", "2026-03-03T09:00", "2026-03-03T09:00:00Z", "2026-03-03T09:00:30Z", "2026-03-03T09:00+02:00", "2026-03-03T09:00:00.250-05:00", "now", "today", "tomorrow 09:00", "yesterday", "+3 days", "+1 day", "-2 hours", "+90 minutes", "+2 weeks 17:30", "-1 months",
        "friday", "next monday 08:15", "weekend", "this weekend", "next weekend 10:00", "next week", "next month",
    ];

    private static readonly string[] Addresses = ["ana@x.example", "o'neil+tag@mail.example.org", "élise@x.example", "a-b_c@sub.y.example"];

    private static readonly string[] Filters = [" | upcase", " | truncate: 80", " | truncate: 20, \"…\"", " | remove: 'say \"x\"'", " | default: \"there\"", " | strip | capitalize", " | remove: \"[tab]\""];

    private Condition Tree(TriggerInfo trigger, IReadOnlyList<Step> earlier, bool isTrigger, int depth) => (depth == 0 ? 9 : _random.Next(10)) switch
    {
        0 or 1 => new AllOf([.. Parts(trigger, earlier, isTrigger, depth)]),
        2 or 3 => new AnyOf([.. Parts(trigger, earlier, isTrigger, depth)]),
        4 => new NotOf(Tree(trigger, earlier, isTrigger, depth - 1)),
        5 => Chance(0.1) ? Always : Leaf(trigger, earlier, isTrigger),
        _ => Leaf(trigger, earlier, isTrigger),
    };

    private IEnumerable<Condition> Parts(TriggerInfo trigger, IReadOnlyList<Step> earlier, bool isTrigger, int depth) =>
        Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => Tree(trigger, earlier, isTrigger, depth - 1));

    private Comparison Leaf(TriggerInfo trigger, IReadOnlyList<Step> earlier, bool isTrigger)
    {
        var outputs = Outputs(earlier).Where(output => !output.Contains('[', StringComparison.Ordinal) || output.Split('[').Length == 2).ToArray();
        if (outputs.Length > 0 && Chance(0.5))
        {
            var value = Pick(Literal.Of(Pick(Texts)), Literal.Of(Number()), Literal.Of(Chance(0.5)), Literal.Of(Pick(Moments)));
            return new Comparison(Pick(outputs), Pick(Enum.GetValues<Operator>()), value);
        }

        if (Chance(0.1))
        {
            return new Comparison(Pick(ItemFieldNames.Item, ItemFieldNames.Content), Operator.Semantic, Literal.Of(Pick(Texts)));
        }

        var field = Pick([.. trigger.Item.Fields]);
        var edge = isTrigger && (trigger.IsChange || trigger.AddsTo == field.Name) && Chance(0.4);
        var (op, literal) = field.Kind switch
        {
            _ when field.Name == ItemFieldNames.Changed => (Pick(Operator.Contains, Operator.Equals), Literal.Of(Pick([.. trigger.Item.Fields]).Name)),
            _ when Chance(0.1) => (Operator.Exists, Literal.Of(Chance(0.5))),
            FieldKind.Flag => (Operator.Equals, Literal.Of(Chance(0.5))),
            FieldKind.Number => (Pick(Operator.Equals, Operator.GreaterThan, Operator.LessThan), Chance(0.5) ? Literal.Of(Number()) : Literal.Of("7,500.0")),
            FieldKind.TimeOfDay => (Pick(Operator.Equals, Operator.GreaterThan, Operator.LessThan), Literal.Of(Pick("00:00", "09:30", "18:00"))),
            FieldKind.Weekday => (Operator.Equals, Literal.Of(Pick([.. field.Values]).Value)),
            FieldKind.Time => (Pick(Operator.Equals, Operator.GreaterThan, Operator.LessThan), Literal.Of(Pick(Moments))),
            _ => (Pick(Operator.Equals, Operator.Contains, Operator.StartsWith, Operator.EndsWith, Operator.Matches, Operator.Semantic), Literal.Of(TextFor(field))),
        };
        return new Comparison(field.Name, op, literal, edge && op != Operator.Semantic && field.Name != ItemFieldNames.Changed);
    }

    private string TextFor(ItemField field) =>
        field.IsAddress && Chance(0.7) ? Pick([.. Addresses, "@x.example"])
        : field.Values.Count > 0 && Chance(0.5) ? Pick([.. field.Values]).Value
        : Pick(Texts);

    private Step Step(TriggerInfo trigger, IReadOnlyList<Step> earlier, ToolInfo? tool)
    {
        tool ??= Pick([.. _tools.Where(one => one.ActsOn is null || one.ActsOn == trigger.Item.Name)]);
        var inputs = new JsonObject();
        foreach (var input in tool.Inputs.Where(input => input.Required || Chance(0.4)))
        {
            inputs[input.Name] = Input(input, inputs, tool, trigger, earlier);
        }

        // Nobody has to give the inputs in the catalog's order.
        var mixed = Chance(0.2) ? new JsonObject(inputs.Reverse().Select(one => KeyValuePair.Create(one.Key, one.Value?.DeepClone()))) : inputs;
        return new Step(tool.Name, mixed.ToJsonString(), Chance(0.3) ? Tree(trigger, earlier, isTrigger: false, 2) : null);
    }

    private JsonNode? Input(ToolInput input, JsonObject inputs, ToolInfo tool, TriggerInfo trigger, IReadOnlyList<Step> earlier) => input.Kind switch
    {
        InputKind.Flag => JsonValue.Create(Chance(0.7)),
        InputKind.Choice => JsonValue.Create(Pick([.. input.Choices])),
        InputKind.Duration => JsonValue.Create(Pick("90s", "1m", "30m", "048h", "24h", "1d", "7d")),
        InputKind.List => new JsonArray([.. Some(["vendor", "amount", "due date", "a, b and c", "\"x\"", "[tab]", "and", "invoice-number", "Other"]).Select(entry => JsonValue.Create(entry))]),
        InputKind.Address or InputKind.Addresses => JsonValue.Create(string.Join(Pick(",", ", "), Some(["me", .. Addresses, .. trigger.Item.Fields.Where(field => field.IsAddress).Select(field => $"{{{{ {field.Name} }}}}")]))),
        InputKind.Time => JsonValue.Create(Time(trigger.Item, earlier)),
        InputKind.Fields => Fields(inputs["object"]?.GetValue<string>() ?? "", tool, trigger, earlier),
        InputKind.Name when input.Name == RecordRules.Field => JsonValue.Create(Pick(FieldNames(inputs["object"]!.GetValue<string>(), tool))),
        InputKind.Name => JsonValue.Create(Chance(0.3) ? $"{{{{ {Pick([.. trigger.Item.Fields]).Name} }}}}" : Pick([.. Texts, "IMPORTANT", "CATEGORY_PROMOTIONS", "STARRED"])),
        _ when input.Name == "id" => JsonValue.Create(Pick("00Q5g00000Abcde", "{{ Id }}", "{{ threadId }}", $"{{{{ {(Outputs(earlier).FirstOrDefault(output => output.EndsWith(".id", StringComparison.Ordinal)) ?? "AccountId")} }}}}")),
        _ when input.DefaultFor(trigger.Item) is { } usual && Chance(0.4) => JsonValue.Create(usual),
        _ when !input.Templated => JsonValue.Create(Pick(Texts)),
        _ => JsonValue.Create(Text(trigger.Item, earlier)),
    };

    private string Time(ItemKind item, IReadOnlyList<Step> earlier) => _random.Next(4) switch
    {
        0 when item.Fields.Where(field => field.Kind == FieldKind.Time).ToArray() is { Length: > 0 } times => $"{{{{ {Pick(times).Name} }}}}",
        1 when Outputs(earlier).ToArray() is { Length: > 0 } outputs => $"{{{{{Pick(outputs)}}}}}",
        _ => Pick(Moments),
    };

    private JsonObject Fields(string record, ToolInfo tool, TriggerInfo trigger, IReadOnlyList<Step> earlier)
    {
        var fields = new JsonObject();
        var kind = RecordFields.KindOf(record, catalog.ProviderOf(tool.Name), catalog);
        foreach (var name in Some([.. FieldNames(record, tool), "OwnerId", "WhatId", "WhoId", "AccountId", "ParentId"]))
        {
            fields[name] = kind?.Find(name)?.Kind switch
            {
                FieldKind.Time => JsonValue.Create(Time(trigger.Item, earlier)),
                FieldKind.Number => Chance(0.5) ? JsonValue.Create(Number()) : JsonValue.Create("12"),
                FieldKind.Flag => JsonValue.Create(Chance(0.5)),
                _ when name.EndsWith("Id", StringComparison.Ordinal) => JsonValue.Create(Pick("me", "Ana", "{{ Id }}")),
                null when Chance(0.3) => Pick(JsonValue.Create(true), JsonValue.Create(3.50m), JsonValue.Create(Pick(Moments))),
                _ => JsonValue.Create(Text(trigger.Item, earlier)),
            };
        }

        return fields;
    }

    private string[] FieldNames(string record, ToolInfo tool) =>
        RecordFields.KindOf(record, catalog.ProviderOf(tool.Name), catalog) is { } kind
            ? [.. kind.Fields.Select(field => field.Name), "Region__c", "name__c"]
            : ["Title", "Body", "StartDateTime", "ActivityDate", "TermsAndUse", "title", "FieldX", "Field", "Owner", "X9", "Region__c"];

    private string Text(ItemKind item, IReadOnlyList<Step> earlier, string? needed = null)
    {
        if (needed is null && Chance(0.4))
        {
            return Pick(Texts);
        }

        var paths = item.Fields.Select(field => field.Name)
            .Concat(item.Fields.Where(field => field.IsList).SelectMany(field => new[] { $"{field.Name}[0]", $"{field.Name}[12]", $"{field.Name}.first" }))
            .Concat(Outputs(earlier)).ToArray();
        var pieces = Enumerable.Range(0, 1 + _random.Next(3))
            .Select(_ => Chance(0.6) ? Tag(paths) : Pick(Texts).Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal))
            .Append(needed ?? "");
        return string.Join(Pick("", " ", "\n", ": "), pieces.Where(piece => piece.Length > 0));
    }

    private string Tag(string[] paths) => _random.Next(5) switch
    {
        0 => $"{{{{{Pick(paths)}}}}}",
        1 => $"{{{{- {Pick(paths)}{Pick(Filters)} -}}}}",
        2 => $"{{{{ {Pick(paths)} | default: {Pick(paths)} }}}}",
        _ => $"{{{{ {Pick(paths)} }}}}",
    };

    private IEnumerable<string> Outputs(IReadOnlyList<Step> steps) => steps.SelectMany((step, index) => catalog.FindTool(step.Tool)!.Outputs.SelectMany(output => output.Name switch
    {
        "values" => StepOutputs.Entries(step).Select(StepOutputs.MemberName).Where(member => member.All(char.IsAsciiLetter) || member == "due_date").SelectMany(member => new[] { member, member.ToUpperInvariant() }).Select(member => $"values.{member}"),
        "record" => ["record.Email", "record.Name", "record.Title", "record.Region__c"],
        "events" => ["events", "events[0]"],
        var name => [name],
    }).Select(output => string.Create(CultureInfo.InvariantCulture, $"steps[{index}].output.{output}")));

    private string Output(IReadOnlyList<Step> steps, int index)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"steps[{index}].");
        return Outputs(steps).FirstOrDefault(output => output.StartsWith(prefix, StringComparison.Ordinal)) ?? $"{prefix}output.values.amount";
    }

    private string[] Some(string[] all) => [.. all.OrderBy(_ => _random.Next()).Take(1 + _random.Next(4))];

    private decimal Number() => Pick(0m, 1m, 42m, 7_500.50m, -3m, 1_000_000m);

    private bool Chance(double chance) => _random.NextDouble() < chance;

    private T Pick<T>(params T[] all) => all[_random.Next(all.Length)];
}
