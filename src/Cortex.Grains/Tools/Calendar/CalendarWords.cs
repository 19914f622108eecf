using Cortex.Programs;
using NodaTime;
using NodaTime.TimeZones;

namespace Cortex.Tools.Calendar;

/// <summary>
/// Reads when something is to be: ISO 8601, or words such as <c>tomorrow 09:00</c>. What has no offset is meant by the clocks of the calendar's zone;
/// of a time that these skip, the one an hour on is taken, of one that they show twice the earlier one.
/// </summary>
internal static class CalendarWords
{
    private const int DayLength = 10;

    /// <summary>Years that an event can be in; beyond them a template has gone wrong.</summary>
    private const int YearMin = 1970;
    private const int YearMax = 2200;

    /// <summary>Whether the zone changes what a text means.</summary>
    public static bool NeedZone(string text) =>
        RelativeTime.TryParse(text) is { } relative ? relative.IsDay || relative.Time is not null : text.Length != DayLength && !HasOffset(text);

    /// <summary>What a text means; null if nothing.</summary>
    /// <param name="text">The words.</param>
    /// <param name="now">When the step began.</param>
    /// <param name="zone">The calendar's zone.</param>
    public static CalendarMoment? Read(string text, DateTimeOffset now, DateTimeZone zone) =>
        (RelativeTime.TryParse(text) is { } relative ? OfWords(relative, now, zone) : OfIso(text, zone)) is { } moment && moment.At.Year is >= YearMin and <= YearMax
            ? moment
            : null;

    public static string Fault(string label, string text) =>
        $"The {label} '{CalendarLimits.Shown(text)}' cannot be understood. Write a day like 2026-03-31, a time like 2026-03-31T09:00, or words like 'tomorrow 09:00' or '+3 days'.";

    private static CalendarMoment OfWords(RelativeTime words, DateTimeOffset now, DateTimeZone zone)
    {
        var resolved = words.Resolve(Instant.FromDateTimeOffset(now).InZone(zone).ToDateTimeOffset());
        return words.IsDay ? OfDay(resolved.DateTime, zone)
            : words.Time is null ? new(Instant.FromDateTimeOffset(resolved).InZone(zone).ToSecond(), IsDay: false, IsLocal: false)
            : OfLocal(resolved.DateTime, zone);
    }

    private static CalendarMoment? OfIso(string text, DateTimeZone zone)
    {
        // Prompts say "2026-03-31 09:00", and so does the built-in compiler.
        var iso = text.Length > DayLength && text[DayLength] == ' ' ? string.Concat(text.AsSpan(0, DayLength), "T", text.AsSpan(DayLength + 1)) : text;
        return IsoTime.TryParse(iso) is not { } time ? null
            : iso.Length == DayLength ? OfDay(time.DateTime, zone)
            : HasOffset(iso) ? new(Instant.FromDateTimeOffset(time).InUtc().ToSecond(), IsDay: false, IsLocal: false)
            : OfLocal(time.DateTime, zone);
    }

    private static CalendarMoment OfDay(DateTime day, DateTimeZone zone) => new(zone.AtStartOfDay(LocalDate.FromDateTime(day)), IsDay: true, IsLocal: true);

    private static CalendarMoment OfLocal(DateTime time, DateTimeZone zone) =>
        new(LocalDateTime.FromDateTime(time).InZone(zone, Resolvers.LenientResolver).ToSecond(), IsDay: false, IsLocal: true);

    private static bool HasOffset(string iso) => iso.EndsWith('Z') || iso.LastIndexOfAny(['+', '-']) > DayLength;

    /// <summary>Nobody plans fractions of a second.</summary>
    private static ZonedDateTime ToSecond(this ZonedDateTime time) => time.Minus(Duration.FromNanoseconds(time.NanosecondOfSecond));
}
