using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Compilation;

/// <summary>
/// What is meant by a name that an event adds to a list (<see cref="TriggerInfo.AddsTo"/>): "when I label an email Bills" is about Bills being put on, not about
/// an email that has it and is given another label. Whichever reader read the prompt, such a condition must have become true by the event. Pure.
/// </summary>
internal static class Additions
{
    public static CortexProgram Meant(CortexProgram program, CortexCatalog catalog) =>
        catalog.FindTrigger(program.Trigger.Provider, program.Trigger.Event) is { AddsTo: { } list } trigger && trigger.Item.Find(list) is { } field
            ? program with { Trigger = program.Trigger with { Where = Meant(program.Trigger.Where, field) } }
            : program;

    private static Condition Meant(Condition condition, ItemField list) => condition switch
    {
        Comparison comparison when Names(comparison, list) => comparison with { Edge = true },
        AnyOf any => any with { Parts = [.. any.Parts.Select(part => Meant(part, list))] },
        AllOf all => All(all, list),

        // "But not Done" is about what the email has, not about what it has just been given.
        _ => condition,
    };

    /// <summary>Of several names that must all be there any may be the one that was added last.</summary>
    private static AllOf All(AllOf all, ItemField list)
    {
        var names = all.Parts.OfType<Comparison>().Where(part => Names(part, list)).ToList();
        return names.Count < 2
            ? all with { Parts = [.. all.Parts.Select(part => Meant(part, list))] }
            : all with { Parts = [.. all.Parts.Select(part => part is Comparison ? part : Meant(part, list)), new AnyOf([.. names.Select(name => name with { Edge = true })])] };
    }

    /// <summary>Whether a comparison asks for a name in the list that the event could have added; those that are known ahead, such as IMPORTANT, are the provider's own.</summary>
    private static bool Names(Comparison comparison, ItemField list) =>
        comparison.Field == list.Name
        && comparison is { Edge: false, Op: not (Operator.Semantic or Operator.Exists), Value.Text: { } name }
        && !list.Values.Any(value => value.Value.Equals(name, StringComparison.OrdinalIgnoreCase));
}
