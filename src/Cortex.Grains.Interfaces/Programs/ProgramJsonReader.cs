using System.Text.Json;

namespace Cortex.Programs;

/// <summary>Reads one program. Holds the count of comparisons, so an instance reads once.</summary>
internal sealed class ProgramJsonReader
{
    private int _comparisons;

    public CortexProgram Read(JsonElement root)
    {
        var members = new Members(root, "the program", "version", "trigger", "steps");
        if (members.Required("version") is not { ValueKind: JsonValueKind.Number } version || !version.TryGetInt32(out var number) || number != 1)
        {
            throw new ProgramFormatException("'version' must be 1.");
        }

        var trigger = ReadTrigger(members.Required("trigger"));
        var steps = Members.ArrayOf(members.Required("steps"), "steps");
        if (steps.Count is 0 or > ProgramLimits.MaxSteps)
        {
            throw new ProgramFormatException($"'steps' must have 1 to {ProgramLimits.MaxSteps} elements.");
        }

        return new CortexProgram(1, trigger, [.. steps.Select(ReadStep)]);
    }

    private Trigger ReadTrigger(JsonElement element)
    {
        var members = new Members(element, "the trigger", "provider", "event", "where", "params");
        return new Trigger(
            members.Text("provider"),
            members.Text("event"),
            ReadCondition(members.Required("where"), 1),
            members.Optional("params") is { } parameters ? ReadMinutesBefore(parameters) : null);
    }

    private static int? ReadMinutesBefore(JsonElement element)
    {
        var members = new Members(element, "'params'", "minutesBefore");
        return members.Optional("minutesBefore") switch
        {
            null => null,
            { ValueKind: JsonValueKind.Number } value when value.TryGetInt32(out var minutes) && minutes >= 0 => minutes,
            _ => throw new ProgramFormatException("'minutesBefore' must be a whole number, 0 or more."),
        };
    }

    private Step ReadStep(JsonElement element)
    {
        var members = new Members(element, "a step", "tool", "input", "if");
        var input = members.Required("input");
        if (input.ValueKind != JsonValueKind.Object)
        {
            throw new ProgramFormatException("A step's 'input' must be an object.");
        }

        return new Step(
            members.Text("tool"),
            CanonicalJson.Write(input),
            members.Optional("if") is { } condition ? ReadCondition(condition, 1) : null);
    }

    private Condition ReadCondition(JsonElement element, int depth)
    {
        if (depth > ProgramLimits.MaxConditionDepth)
        {
            throw new ProgramFormatException($"A condition is more than {ProgramLimits.MaxConditionDepth} levels deep.");
        }

        var members = new Members(element, "a condition", "all", "any", "not", "field", "op", "value", "edge");
        var forms = members.CountOf("all", "any", "not", "field");
        if (forms != 1 || (members.Count > 1 && !members.Has("field")))
        {
            throw new ProgramFormatException("A condition must be one of 'all', 'any', 'not', or 'field' with 'op' and 'value'.");
        }

        return members switch
        {
            _ when members.Optional("all") is { } all => new AllOf(ReadParts(all, "all", depth)),
            _ when members.Optional("any") is { } any => new AnyOf(NotEmpty(ReadParts(any, "any", depth))),
            _ when members.Optional("not") is { } not => new NotOf(ReadCondition(not, depth + 1)),
            _ => ReadComparison(members),
        };
    }

    private IReadOnlyList<Condition> ReadParts(JsonElement element, string name, int depth) =>
        [.. Members.ArrayOf(element, name).Select(part => ReadCondition(part, depth + 1))];

    private static IReadOnlyList<Condition> NotEmpty(IReadOnlyList<Condition> parts) =>
        parts.Count > 0 ? parts : throw new ProgramFormatException("'any' must have at least one element.");

    private Comparison ReadComparison(Members members)
    {
        if (++_comparisons > ProgramLimits.MaxComparisons)
        {
            throw new ProgramFormatException($"The program has more than {ProgramLimits.MaxComparisons} comparisons.");
        }

        var name = members.Text("op");
        if (!OperatorName.TryParse(name, out var op))
        {
            throw new ProgramFormatException($"'{Members.Short(name)}' is not an operator.");
        }

        var edge = members.Optional("edge");
        if (edge is { ValueKind: not JsonValueKind.True })
        {
            throw new ProgramFormatException("'edge' must be true or absent.");
        }

        return new Comparison(members.Text("field"), op, ReadLiteral(members.Required("value")), edge is not null);
    }

    private static Literal ReadLiteral(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Literal.Of(Members.TextOf(element, "value")),
        JsonValueKind.Number when element.TryGetDecimal(out var number) => Literal.Of(number),
        JsonValueKind.True or JsonValueKind.False => Literal.Of(element.GetBoolean()),
        _ => throw new ProgramFormatException("A condition's 'value' must be a text, a number or true or false."),
    };
}
