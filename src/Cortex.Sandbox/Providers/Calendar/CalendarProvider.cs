using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Providers.Calendar;

/// <summary>Google Calendar's REST API, version 3, as far as automations use it.</summary>
internal sealed class CalendarProvider(CalendarAccounts accounts, CalendarSync sync, TimeProvider time) : IProvider
{
    public string Name => ProviderNames.Calendar;

    public IReadOnlySet<int> AlsoRetried { get; } = FrozenSet.Create(403);

    public JsonNode UsualError(int status) => CalendarErrors.Usual(status);

    public ProviderResponse Handle(ProviderRequest request)
    {
        string[] path = [.. request.Segments];
        if (path is not ["calendar", "v3", .. var rest])
        {
            return CalendarErrors.NotFound();
        }

        var account = accounts.Of(request.Connection.ConnectionId);
        lock (account.Access)
        {
            return Route(account, request, rest);
        }
    }

    private ProviderResponse Route(CalendarAccount account, ProviderRequest request, string[] path) => (request.Method, path) switch
    {
        ("GET", ["users", "me", "settings", "timezone"]) => CalendarHandling.TimeZone(account, request.Connection),
        ("GET", ["users", "me", "calendarList"]) => CalendarHandling.List(account, request),
        ("GET", ["users", "me", "calendarList", var id]) => CalendarHandling.Get(account, request.Connection, id, CalendarJson.ListEntry),
        ("POST", ["calendars"]) => CalendarHandling.Create(account, request.Json),
        ("GET", ["calendars", var id]) => CalendarHandling.Get(account, request.Connection, id, CalendarJson.Calendar),
        ("PATCH", ["calendars", var id]) => CalendarHandling.Patch(account, request.Connection, id, request.Json),
        (_, ["calendars", var id, "events", .. var rest]) when account.Find(request.Connection, id) is { } calendar => RouteEvents(account, calendar, request, rest),
        _ => CalendarErrors.NotFound(),
    };

    private ProviderResponse RouteEvents(CalendarAccount account, CalendarInfo calendar, ProviderRequest request, string[] path)
    {
        var (reading, writing) = (new EventReading(account, calendar, request), new EventWriting(account, calendar, request, sync, time));
        return (request.Method, path) switch
        {
            ("GET", []) => reading.List(),
            ("POST", []) => writing.Insert(),
            ("GET", [var id]) => reading.Get(id),
            ("PATCH", [var id]) => writing.Patch(id),
            ("DELETE", [var id]) => writing.Delete(id),
            _ => CalendarErrors.NotFound(),
        };
    }
}
