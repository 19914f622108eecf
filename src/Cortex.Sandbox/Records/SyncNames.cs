using System.Text.RegularExpressions;
using Cortex.Sandbox.Providers;

namespace Cortex.Sandbox.Records;

/// <summary>The names of Nango's template syncs, of both generations; a model that none of them makes is called after itself.</summary>
internal static partial class SyncNames
{
    public static string Of(string provider, string model) => (provider, model) switch
    {
        (ProviderNames.Gmail, "GmailEmail") => "emails",
        (ProviderNames.Gmail, "GmailLabel") => "labels",
        (ProviderNames.Calendar, "CalendarEvent" or "GoogleCalendarEvent") => "events",
        (ProviderNames.Calendar, "GoogleCalendar") => "calendars",
        (ProviderNames.Salesforce, "Opportunity") => "opportunities",
        (ProviderNames.Salesforce, "Record") => "records-by-soql",
        (_, "SendAsAlias") => "send-as-aliases",
        _ => WordStart().Replace(model, "-$0").TrimStart('-').ToLowerInvariant() + "s",
    };

    [GeneratedRegex("[A-Z]")]
    private static partial Regex WordStart();
}
