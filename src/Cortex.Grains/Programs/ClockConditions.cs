using Cortex.Catalog;

namespace Cortex.Programs;

/// <summary>Finds conditions on the weekday or the time of day of something.</summary>
internal static class ClockConditions
{
    /// <summary>Whether the trigger or a step of a program has one.</summary>
    public static bool AreIn(CortexProgram program, CortexCatalog catalog) => program.Steps.Select(step => step.If).OfType<Condition>().Prepend(program.Trigger.Where).Any(condition => AreIn(condition, catalog));

    private static bool AreIn(Condition condition, CortexCatalog catalog) => condition switch
    {
        AllOf all => all.Parts.Any(part => AreIn(part, catalog)),
        AnyOf any => any.Parts.Any(part => AreIn(part, catalog)),
        NotOf not => AreIn(not.Part, catalog),
        Comparison comparison => catalog.FindField(comparison.Field) is { PartOf: not null },
        _ => false,
    };
}
