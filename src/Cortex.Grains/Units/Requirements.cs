using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Units;

/// <summary>Which accounts a program needs. Pure.</summary>
internal static class Requirements
{
    /// <summary>Providers that a program needs and that are not among those given, the trigger's first.</summary>
    public static IReadOnlyList<string> Missing(CortexProgram program, IReadOnlyCollection<string> connected) =>
        Of(program).Where(provider => !connected.Contains(provider)).ToList();

    private static IEnumerable<string> Of(CortexProgram program) =>
        program.Steps.Select(step => CortexCatalog.Known.ProviderOf(step.Tool)).OfType<string>().Prepend(program.Trigger.Provider).Distinct();
}
