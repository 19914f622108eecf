using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace Cortex.Items;

/// <summary>
/// When an event of Google Calendar begins or ends: <c>{"dateTime":…,"timeZone":…}</c>, or <c>{"date":…}</c> for one of whole days.
/// </summary>
/// <remarks>
/// An offset says the moment by itself. A time without one is meant in its zone, and a day begins at midnight in its zone; where no zone is named, or one that is unknown, it is UTC.
/// Where clocks are changed, a time that does not exist is the one an hour on, and of two the earlier one.
/// </remarks>
/// <param name="At">The moment.</param>
/// <param name="IsDay">Whether the event is one of whole days.</param>
internal readonly record struct CalendarTime(DateTimeOffset At, bool IsDay)
{
    private static readonly ZoneLocalMappingResolver Leniently = Resolvers.LenientResolver;

    private static readonly LocalDateTimePattern[] WithoutOffset =
    [
        LocalDateTimePattern.ExtendedIso,
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm"),
    ];

    /// <summary>Reads a <c>start</c> or an <c>end</c>; null if it says no time.</summary>
    public static CalendarTime? Of(JsonElement? time)
    {
        if (time is not { } value)
        {
            return null;
        }

        var zone = value.Text("timeZone") is { } name ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) ?? DateTimeZone.Utc : DateTimeZone.Utc;
        if (value.Text("dateTime") is { } dateTime)
        {
            return Moment(dateTime, zone) is { } moment ? new(moment, IsDay: false) : null;
        }

        return LocalDatePattern.Iso.Parse(value.Text("date") ?? string.Empty) is { Success: true } day ? Day(day.Value, zone) : null;
    }

    private static DateTimeOffset? Moment(string text, DateTimeZone zone)
    {
        foreach (var pattern in WithoutOffset)
        {
            if (pattern.Parse(text) is { Success: true } local)
            {
                return IsInReach(local.Value.Year) ? local.Value.InZone(zone, Leniently).ToInstant().ToDateTimeOffset() : null;
            }
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment.ToUniversalTime() : null;
    }

    private static CalendarTime? Day(LocalDate day, DateTimeZone zone) =>
        IsInReach(day.Year) ? new(zone.AtStartOfDay(day).ToInstant().ToDateTimeOffset(), IsDay: true) : null;

    /// <summary>At the far ends of the calendar the offset would lead out of it.</summary>
    private static bool IsInReach(int year) => year is > 1 and < 9999;
}
