using Cortex.Core.Tests.Support;
using Cortex.Tools;

namespace Cortex.Core.Tests.Tools;

/// <summary>What tests of Google Calendar's tools share.</summary>
internal static class CalendarBench
{
    public const string Calendars = "/proxy/calendar/v3/users/me/calendarList?maxResults=250";
    public const string Zone = "GET /proxy/calendar/v3/calendars/primary/events?maxResults=1&fields=timeZone";
    public const string Event = "/proxy/calendar/v3/calendars/primary/events/e1";

    public static Reply Berlin => Reply.Json("""{"timeZone":"Europe/Berlin"}""");

    public static Reply NotFound => Reply.Status(404, """{"error":{"errors":[{"domain":"global","reason":"notFound","message":"Not Found"}],"code":404,"message":"Not Found"}}""");

    public static Reply Deleted => Reply.Status(410, """{"error":{"errors":[{"domain":"global","reason":"deleted","message":"Resource has been deleted"}],"code":410,"message":"Resource has been deleted"}}""");

    public static Reply List => Reply.Json(
        """
        {"items":[{"id":"f00d@group.calendar.google.com","summary":"Family","accessRole":"owner"},{"id":"ada@example.com","summary":"ada@example.com","primary":true,"accessRole":"owner"},
         {"id":"old","summary":"Old","deleted":true},{"id":"days@holiday","summary":"Public holidays","accessRole":"reader"},{"id":"w1","summary":"w","summaryOverride":"Work (Acme)","accessRole":"writer"},{"id":".."},{"summary":"no id"}]}
        """);

    public static Item Item(string id = "e1", string kind = "event", string provider = Providers.GoogleCalendar, string fields = """{"id":"e1"}""", params IReadOnlyList<string> missing) =>
        new(ConnectionKey.For("google-calendar", "c-1"), provider, "event.created", kind, id, "created", ToolBench.StartedAt, fields, Missing: missing);

    public static string Sentence(this ToolResult result) => Assert.IsType<ToolResult.Failed>(result).Sentence;
}
