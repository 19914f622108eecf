using System.Globalization;
using System.Text.Json;
using Cortex.Programs;
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
    /// <summary>By which clocks people see it: the offset in which the time is written, by the name of its zone where that has this offset then; null where the record does not tell.</summary>
    public string? Zone { get; init; }

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

        var named = ItemClock.ZoneOf(value.Text("timeZone"));
        var zone = named ?? DateTimeZone.Utc;
        if (value.Text("dateTime") is { } dateTime)
        {
            return Moment(dateTime, zone) is { } moment ? new(moment, IsDay: false) { Zone = ZoneOf(dateTime, moment, named) } : null;
        }

        return LocalDatePattern.Iso.Parse(value.Text("date") ?? string.Empty) is { Success: true } day ? Day(day.Value, zone) is { } whole ? whole with { Zone = named?.Id } : null : null;
    }

    /// <summary>Google writes times with the offset of the calendar that they are read from, and beside it the zone in which the event was made; "Z" says no clocks.</summary>
    private static string? ZoneOf(string text, DateTimeOffset moment, DateTimeZone? named)
    {
        if (OffsetDateTimePattern.Rfc3339.Parse(text) is not { Success: true } written || written.Value.Offset == Offset.Zero)
        {
            return named?.Id;
        }

        var offset = written.Value.Offset;
        return named?.GetUtcOffset(Instant.FromDateTimeOffset(moment)) == offset ? named.Id : DateTimeZone.ForOffset(offset).Id;
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
