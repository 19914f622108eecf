using Cortex.Programs;

namespace Cortex.Units;

/// <summary>Which accounts a program needs. Pure.</summary>
internal static class Requirements
{
    /// <summary>Providers that a program needs and that are not among those given, the trigger's first.</summary>
    public static IReadOnlyList<string> Missing(CortexProgram program, IReadOnlyCollection<string> connected) =>
        Of(program).Where(provider => !connected.Contains(provider)).ToList();

    private static IEnumerable<string> Of(CortexProgram program) =>
        program.Steps.Select(step => ProviderOf(step.Tool)).OfType<string>().Prepend(program.Trigger.Provider).Distinct();

    /// <summary>The provider whose account a tool acts on; null for tools that need none. A tool's name begins with the provider's short name.</summary>
    private static string? ProviderOf(string tool) => tool.Split('.', 2)[0] switch
    {
        "gmail" => Providers.Gmail,
        "calendar" => Providers.GoogleCalendar,
        "salesforce" => Providers.Salesforce,
        _ => null,
    };
}
