using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace Cortex.Sandbox.Providers.Calendar;

/// <summary>Google Calendar's resources other than events.</summary>
internal static class CalendarJson
{
    public const string Cancelled = "cancelled";

    public static JsonObject Calendar(CalendarInfo calendar) => new()
    {
        ["kind"] = "calendar#calendar", ["etag"] = "\"0\"", ["id"] = calendar.Id, ["summary"] = calendar.Summary, ["timeZone"] = calendar.TimeZone,
    };

    public static JsonObject ListEntry(CalendarInfo calendar)
    {
        var json = new JsonObject
        {
            ["kind"] = "calendar#calendarListEntry", ["etag"] = "\"0\"", ["id"] = calendar.Id, ["summary"] = calendar.Summary, ["timeZone"] = calendar.TimeZone,
            ["selected"] = true, ["accessRole"] = "owner", ["defaultReminders"] = new JsonArray(),
        };
        if (calendar.IsPrimary)
        {
            json["primary"] = true;
        }

        return json;
    }

    public static JsonObject Setting(string id, string value) => new()
    {
        ["kind"] = "calendar#setting", ["etag"] = "\"0\"", ["id"] = id, ["value"] = value,
    };

    public static DateTimeZone? Zone(string? name) => name is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(name);

    public static string? Text(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
