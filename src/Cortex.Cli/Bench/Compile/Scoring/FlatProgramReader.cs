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
        [.. label.Member("actions").Elements().Select(action => ReadAction(action, "inputs"))],
        Minutes(label.Member("params").Member("minutes_before")));

    private static FlatProgram ReadCompiled(JsonElement program)
    {
        var trigger = program.Member("trigger");
        return new(
            trigger.Member("provider").Text(),
            trigger.Member("event").Text(),
            [.. Flatten(trigger.Member("where"))],
            [.. program.Member("steps").Elements().Select(step => ReadAction(step, "input"))],
            Minutes(trigger.Member("params").Member("minutesBefore")));
    }

    /// <summary>A label's <c>if</c> is a list of conditions, a program's is one.</summary>
    private static FlatAction ReadAction(JsonElement action, string inputs)
    {
        var condition = action.Member("if");
        IEnumerable<FlatCondition> conditions = condition.ValueKind == JsonValueKind.Array ? ReadConditions(condition) : Flatten(condition);
        return new(action.Member("tool").Text() ?? "", action.Member(inputs), [.. conditions], IsTrue(action.Member("optional")));
    }

    /// <summary>The conditions that must all hold for a node to hold.</summary>
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

        return node.Has("any") ? [AnyOf(node.Member("any").Elements().Select(part => AllOf(Flatten(part))))]
            : node.Has("not") ? Parts(AllOf(Flatten(node.Member("not"))).Negated)
            : [Leaf(node)];
    }

    private static IEnumerable<FlatCondition> Parts(FlatCondition condition) => condition switch
    {
        FlatCondition.All all => all.Parts.SelectMany(Parts),
        FlatCondition.Any any => [AnyOf(any.Parts)],
        _ => [condition],
    };

    private static FlatCondition AllOf(IEnumerable<FlatCondition> parts) => parts.ToList() is [var only] ? only : new FlatCondition.All([.. parts]);

    /// <summary>"Either of a, or either of b and c" is any of three.</summary>
    private static FlatCondition AnyOf(IEnumerable<FlatCondition> parts)
    {
        var all = parts.SelectMany(part => part is FlatCondition.Any any ? any.Parts : [part]).ToList();
        return all is [var only] ? only : new FlatCondition.Any(all);
    }

    private static FlatCondition.Leaf Leaf(JsonElement node) =>
        new(node.Member("field").Text() ?? "", node.Member("op").Text() ?? "", node.Member("value").Text(), IsTrue(node.Member("negate")), IsTrue(node.Member("edge")));

    private static bool IsTrue(JsonElement element) => element.ValueKind == JsonValueKind.True;

    private static int? Minutes(JsonElement element) => element.ValueKind == JsonValueKind.Number ? element.GetInt32() : null;
}
