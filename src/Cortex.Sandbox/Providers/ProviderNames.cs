namespace Cortex.Sandbox.Providers;

/// <summary>Nango's names of the providers.</summary>
internal static class ProviderNames
{
    public const string Gmail = "google-mail";
    public const string Calendar = "google-calendar";
    public const string Salesforce = "salesforce";
}
