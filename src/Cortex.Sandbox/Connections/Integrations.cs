using Cortex.Sandbox.Providers;

namespace Cortex.Sandbox.Connections;

/// <summary>The integrations of the environment: Nango's name of each, and the provider behind it.</summary>
internal sealed class Integrations(SandboxOptions options)
{
    private readonly Dictionary<string, string> providers = new(StringComparer.Ordinal)
    {
        [options.GmailKey] = ProviderNames.Gmail,
        [options.CalendarKey] = ProviderNames.Calendar,
        [options.SalesforceKey] = ProviderNames.Salesforce,
    };

    public IReadOnlyCollection<string> Keys => providers.Keys;

    /// <summary>What people call a provider.</summary>
    public static string DisplayName(string provider) => provider switch
    {
        ProviderNames.Gmail => "Gmail",
        ProviderNames.Calendar => "Google Calendar",
        _ => "Salesforce",
    };

    public string? ProviderOf(string providerConfigKey) => providers.GetValueOrDefault(providerConfigKey);
}
