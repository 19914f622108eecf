using System.Text.Json;

namespace Cortex.Cli.Bench.Compile.Scoring;

/// <summary>Reads a program, labelled or compiled, to its flat form.</summary>
internal static class FlatProgramReader
{
    public static FlatProgram Read(JsonElement program) => program.Has("steps") ? ReadCompiled(program) : ReadLabelled(program);

    public static IReadOnlyList<FlatCondition> ReadConditions(JsonElement conditions) => [.. conditions.Elements().SelectMany(Flatten)];

    private static FlatProgram ReadLabelled(JsonElement label) => new(
        label.Member("provider").Text(),
        label.Member("trigger").Text(),
        ReadConditions(label.Member("conditions")),
        [.. label.Member("actions").Elements().Select(action => new FlatAction(action.Member("tool").Text() ?? "", action.Member("inputs"), IsTrue(action.Member("optional"))))],
        Minutes(label.Member("params").Member("minutes_before")));

    private static FlatProgram ReadCompiled(JsonElement program)
    {
        var trigger = program.Member("trigger");
        return new(
            trigger.Member("provider").Text(),
            trigger.Member("event").Text(),
            [.. Flatten(trigger.Member("where"))],
            [.. program.Member("steps").Elements().Select(step => new FlatAction(step.Member("tool").Text() ?? "", step.Member("input"), Optional: false))],
            Minutes(trigger.Member("params").Member("minutesBefore")));
    }

    private static IEnumerable<FlatCondition> Flatten(JsonElement node)
    {
        if (!node.Members().Any())
        {
            return [];
        }

        if (node.Has("all"))
        {
            return node.Member("all").Elements().SelectMany(Flatten);
        }

        if (node.Has("any"))
        {
            var parts = node.Member("any").Elements().ToList();
            return parts is [var only] ? Flatten(only) : [new FlatCondition.Any([.. parts.SelectMany(Flatten)])];
        }

        return node.Has("not") ? FlattenNegated(node.Member("not")) : [Leaf(node)];
    }

    /// <summary>"Neither a nor b" is two negated conditions; "not both" has no flat form.</summary>
    private static IEnumerable<FlatCondition> FlattenNegated(JsonElement negated)
    {
        var node = negated.Member("all").Elements().ToList() is [var only] ? only : negated;
        if (node.Has("any"))
        {
            return node.Member("any").Elements().SelectMany(FlattenNegated);
        }

        return node.Has("op") && Leaf(node) is var leaf ? [leaf with { Negated = !leaf.Negated }] : [FlatCondition.Leaf.Unlabelled];
    }

    private static FlatCondition.Leaf Leaf(JsonElement node) =>
        new(node.Member("field").Text() ?? "", node.Member("op").Text() ?? "", node.Member("value").Text(), IsTrue(node.Member("negate")), IsTrue(node.Member("edge")));

    private static bool IsTrue(JsonElement element) => element.ValueKind == JsonValueKind.True;

    private static int? Minutes(JsonElement element) => element.ValueKind == JsonValueKind.Number ? element.GetInt32() : null;
}
