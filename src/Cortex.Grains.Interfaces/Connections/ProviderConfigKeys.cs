namespace Cortex;

/// <summary>Which of Nango's integrations stands for which provider; an operator's setting.</summary>
/// <param name="Gmail">Nango's integration id for Google Mail.</param>
/// <param name="GoogleCalendar">Nango's integration id for Google Calendar.</param>
/// <param name="Salesforce">Nango's integration id for Salesforce.</param>
public sealed record ProviderConfigKeys(string Gmail, string GoogleCalendar, string Salesforce)
{
    /// <summary>All three, in the order of the parameters.</summary>
    public IReadOnlyList<string> All { get; } = [Gmail, GoogleCalendar, Salesforce];

    /// <summary>The provider behind an integration, or null if it is none of ours.</summary>
    public string? ProviderOf(string providerConfigKey) =>
        providerConfigKey == Gmail ? Providers.Gmail
        : providerConfigKey == GoogleCalendar ? Providers.GoogleCalendar
        : providerConfigKey == Salesforce ? Providers.Salesforce
        : null;
}
