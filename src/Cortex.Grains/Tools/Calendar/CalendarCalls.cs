using System.Text.Json;
using Cortex.Nango;
using Cortex.Storage.Errors;

namespace Cortex.Tools.Calendar;

/// <summary>Calls Google Calendar's API.</summary>
internal sealed class CalendarCalls(INangoClient nango) : ProviderCalls(nango, AccountName)
{
    /// <summary>The account as users call it.</summary>
    public const string AccountName = "Google Calendar";

    /// <summary>The account's main calendar, by the name that every account understands.</summary>
    public const string Primary = "primary";

    /// <summary>Reasons of a 403 that have nothing to do with what the user granted. (Calendar API, "Handle API errors".)</summary>
    private static readonly HashSet<string> NotTheirs = new(StringComparer.Ordinal) { "forbiddenForNonOrganizer", "requiredAccessLevel", "forbidden", "forbiddenForServiceAccounts" };

    /// <summary>The calendars that the account sees.</summary>
    public static ProviderPath List { get; } = ProviderPath.Of("calendar", "v3", "users", "me", "calendarList");

    /// <summary>One calendar.</summary>
    public static ProviderPath Calendar(string calendarId) => ProviderPath.Of("calendar", "v3", "calendars", calendarId);

    /// <summary>The events of a calendar.</summary>
    public static ProviderPath Events(string calendarId) => Calendar(calendarId).Then("events");

    protected override ToolResult ErrorOf(int status, JsonElement body, TimeSpan? retryAfter) =>
        status == 403 && (body.ObjectAt("error")?.Elements("errors") ?? []).Any(error => error.Text("reason") is { } reason && NotTheirs.Contains(reason))
            ? new ToolResult.Failed($"{AccountName} does not let this account do that: the event or its calendar belongs to somebody else. Ask its organizer, or give the account the right to make changes.", ErrorCodes.PermissionDenied)
            : GoogleErrors.Of(AccountName, "The event", status, body, retryAfter);
}
