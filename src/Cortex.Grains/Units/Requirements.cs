using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Units;

/// <summary>At which providers a program needs an account. Pure.</summary>
internal static class Requirements
{
    /// <summary>Providers that a program needs and that are not among those given, the trigger's first.</summary>
    public static IReadOnlyList<string> Missing(CortexProgram program, IReadOnlyCollection<string> connected) =>
        Of(program).Where(provider => !connected.Contains(provider)).ToList();

    /// <summary>Providers that a program needs an account at, the trigger's first.</summary>
    public static IReadOnlyList<string> Of(CortexProgram program) =>
        [.. program.Steps.Select(step => CortexCatalog.Known.ProviderOf(step.Tool)).OfType<string>().Prepend(program.Trigger.Provider).Distinct()];
}
