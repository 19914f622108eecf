using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace Cortex.Sandbox.Providers.Calendar;

/// <summary>The start or the end of an event.</summary>
/// <param name="At">The moment; of a day its midnight in the calendar's zone.</param>
/// <param name="IsDay">Whether it is a day rather than a moment.</param>
/// <param name="Json">As Google shows it: a moment by the clocks of its zone.</param>
internal sealed record EventTime(Instant At, bool IsDay, JsonObject Json)
{
    private static readonly ZoneLocalMappingResolver Leniently = Resolvers.LenientResolver;

    /// <summary>Reads one; null with the error that Google answers.</summary>
    public static EventTime? Read(JsonNode? node, DateTimeZone calendarZone, string which, out ProviderResponse? fault)
    {
        fault = null;
        if (node is not JsonObject time || (time["date"] is null && time["dateTime"] is null))
        {
            fault = CalendarErrors.Required($"Missing {which} time.");
            return null;
        }

        var zoneName = CalendarJson.Text(time["timeZone"]);
        if ((time["date"] is not null && time["dateTime"] is not null) || (zoneName is not null && CalendarJson.Zone(zoneName) is null))
        {
            fault = CalendarErrors.Invalid(zoneName is null ? "Invalid value for: Invalid format" : $"Invalid time zone definition for {which} time.");
            return null;
        }

        if (time["date"] is { } date)
        {
            return Day(CalendarJson.Text(date), calendarZone, out fault);
        }

        return Moment(CalendarJson.Text(time["dateTime"]) ?? string.Empty, zoneName, calendarZone, which, out fault);
    }

    /// <summary>The moment that a record says, which nobody has checked; null if it says none.</summary>
    public static Instant? Peek(JsonNode? node, DateTimeZone calendarZone) => Read(node, calendarZone, "", out _)?.At;

    private static EventTime? Day(string? text, DateTimeZone zone, out ProviderResponse? fault)
    {
        fault = null;
        if (LocalDatePattern.Iso.Parse(text ?? string.Empty) is not { Success: true, Value.Year: > 1 and < 9999 } day)
        {
            fault = CalendarErrors.Invalid($"Invalid value for: Invalid format: \"{text}\"");
            return null;
        }

        return new EventTime(zone.AtStartOfDay(day.Value).ToInstant(), IsDay: true, new JsonObject { ["date"] = text });
    }

    private static EventTime? Moment(string text, string? zoneName, DateTimeZone calendarZone, string which, out ProviderResponse? fault)
    {
        fault = null;
        var zone = CalendarJson.Zone(zoneName) ?? calendarZone;
        ZonedDateTime at;
        if (OffsetDateTimePattern.Rfc3339.Parse(text) is { Success: true, Value.Year: > 1 and < 9999 } withOffset)
        {
            at = withOffset.Value.InZone(zone);
        }
        else if (LocalDateTimePattern.ExtendedIso.Parse(text) is not { Success: true, Value.Year: > 1 and < 9999 } local)
        {
            fault = CalendarErrors.Invalid($"Invalid value for: Invalid format: \"{text}\"");
            return null;
        }
        else if (zoneName is null)
        {
            fault = CalendarErrors.Required($"Missing time zone definition for {which} time.");
            return null;
        }
        else
        {
            at = local.Value.InZone(zone, Leniently);
        }

        return new EventTime(
            at.ToInstant(), IsDay: false, new JsonObject { ["dateTime"] = OffsetDateTimePattern.Rfc3339.Format(at.ToOffsetDateTime()), ["timeZone"] = zone.Id });
    }
}
