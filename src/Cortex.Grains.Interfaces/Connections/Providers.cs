namespace Cortex;

/// <summary>The names of the providers whose accounts can be connected, as the API and compiled programs spell them.</summary>
public static class Providers
{
    /// <summary>Google Mail.</summary>
    public const string Gmail = "gmail";

    /// <summary>Google Calendar.</summary>
    public const string GoogleCalendar = "google-calendar";

    /// <summary>Salesforce.</summary>
    public const string Salesforce = "salesforce";

    /// <summary>A provider as sentences to its users call it.</summary>
    public static string NameOf(string provider) => provider switch
    {
        Gmail => "Gmail",
        GoogleCalendar => "Google Calendar",
        Salesforce => "Salesforce",
        _ => provider,
    };
}
