using Cortex.Programs;

namespace Cortex.Core.Tests.Programs;

/// <summary>Equality of programs by what they say: records compare their lists by reference.</summary>
internal static class Same
{
    public static bool Program(CortexProgram one, CortexProgram other) =>
        one.Version == other.Version
        && one.Trigger with { Where = Condition.Always } == other.Trigger with { Where = Condition.Always }
        && Tree(one.Trigger.Where, other.Trigger.Where)
        && one.Steps.Count == other.Steps.Count
        && one.Steps.Zip(other.Steps).All(pair => Step(pair.First, pair.Second));

    private static bool Step(Step one, Step other) =>
        one.Tool == other.Tool && one.InputJson == other.InputJson && (one.If is null ? other.If is null : other.If is not null && Tree(one.If, other.If));

    private static bool Tree(Condition one, Condition other) => (one, other) switch
    {
        (AllOf first, AllOf second) => Trees(first.Parts, second.Parts),
        (AnyOf first, AnyOf second) => Trees(first.Parts, second.Parts),
        (NotOf first, NotOf second) => Tree(first.Part, second.Part),
        (Comparison first, Comparison second) => first == second,
        _ => false,
    };

    private static bool Trees(IReadOnlyList<Condition> one, IReadOnlyList<Condition> other) =>
        one.Count == other.Count && one.Zip(other).All(pair => Tree(pair.First, pair.Second));
}
