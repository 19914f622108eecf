using System.Globalization;

namespace Cortex.Programs;

/// <summary>
/// A moment in words, resolved when a step runs. One of
/// <c>now</c>, <c>today</c>, <c>tomorrow</c>, <c>yesterday</c>; <c>+3 days</c>, <c>-1 hour</c> (minutes, hours, days, weeks, months);
/// <c>friday</c>, <c>next friday</c>; <c>weekend</c>, <c>this weekend</c>, <c>next weekend</c>, <c>next week</c>, <c>next month</c>.
/// All but minutes and hours may be followed by a time of day, <c>tomorrow 09:00</c>.
/// </summary>
/// <param name="Day">Where it starts from.</param>
/// <param name="Amount">How many units from there, before or after.</param>
/// <param name="Unit">The unit; null without an amount.</param>
/// <param name="Weekday">Of <see cref="RelativeDay.Weekday"/>.</param>
/// <param name="Time">The time of day, if it says one.</param>
internal sealed record RelativeTime(RelativeDay Day, int Amount = 0, RelativeUnit? Unit = null, DayOfWeek? Weekday = null, TimeOnly? Time = null)
{
    /// <summary>Digits of an amount: nobody plans further ahead than 999 of anything.</summary>
    private const int MaxDigits = 3;

    /// <summary>A day as a whole rather than a moment.</summary>
    public bool IsDay => Time is null && (Unit is null ? Day != RelativeDay.Now : Unit > RelativeUnit.Hour);

    public static RelativeTime? TryParse(string text)
    {
        var words = text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        TimeOnly? time = null;
        if (words is [_, .., var last] && TimeOnly.TryParseExact(last, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var said))
        {
            (time, words) = (said, words[..^1]);
        }

        var parsed = words switch
        {
            [[('+' or '-') and var sign, .. var digits], var unit] => Offset(sign, digits, unit),
            ["now"] => new RelativeTime(RelativeDay.Now),
            ["today"] => new RelativeTime(RelativeDay.Today),
            ["tomorrow"] => new RelativeTime(RelativeDay.Tomorrow),
            ["yesterday"] => new RelativeTime(RelativeDay.Yesterday),
            ["weekend"] or ["this", "weekend"] => new RelativeTime(RelativeDay.Weekend),
            ["next", "weekend"] => new RelativeTime(RelativeDay.NextWeekend),
            ["next", "week"] => new RelativeTime(RelativeDay.NextWeek),
            ["next", "month"] => new RelativeTime(RelativeDay.NextMonth),
            ["next", var day] => OnWeekday(day),
            [var day] => OnWeekday(day),
            _ => null,
        };
        var takesTime = parsed is not null && (parsed.Unit is null ? parsed.Day != RelativeDay.Now : parsed.Unit > RelativeUnit.Hour);
        return time is null || takesTime ? parsed is null ? null : parsed with { Time = time } : null;
    }

    /// <summary>The moment that it means.</summary>
    /// <param name="now">The present, in the offset of the person whose days are meant.</param>
    public DateTimeOffset Resolve(DateTimeOffset now)
    {
        var moment = Unit switch
        {
            RelativeUnit.Minute => now.AddMinutes(Amount),
            RelativeUnit.Hour => now.AddHours(Amount),
            RelativeUnit.Day => now.AddDays(Amount),
            RelativeUnit.Week => now.AddDays(7 * Amount),
            RelativeUnit.Month => now.AddMonths(Amount),
            _ => Start(now),
        };
        return Time is { } time ? StartOfDay(moment).Add(time.ToTimeSpan()) : moment;
    }

    private DateTimeOffset Start(DateTimeOffset now)
    {
        var today = StartOfDay(now);
        return Day switch
        {
            RelativeDay.Now => now,
            RelativeDay.Today => today,
            RelativeDay.Tomorrow => today.AddDays(1),
            RelativeDay.Yesterday => today.AddDays(-1),
            RelativeDay.Weekend => Next(DayOfWeek.Saturday, today.AddDays(-1)),
            RelativeDay.NextWeekend => Next(DayOfWeek.Saturday, today),
            RelativeDay.NextWeek => Next(DayOfWeek.Monday, today),
            RelativeDay.NextMonth => today.AddDays(1 - today.Day).AddMonths(1),
            _ => Next(Weekday ?? today.DayOfWeek, today),
        };
    }

    private static DateTimeOffset StartOfDay(DateTimeOffset moment) => new(moment.Date, moment.Offset);

    /// <summary>The first such day after another.</summary>
    private static DateTimeOffset Next(DayOfWeek weekday, DateTimeOffset after) =>
        after.AddDays(((int)weekday - (int)after.DayOfWeek + 6) % 7 + 1);

    private static RelativeTime? Offset(char sign, string digits, string unit) =>
        digits.Length <= MaxDigits
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
        && Enum.TryParse<RelativeUnit>(unit.TrimEnd('s'), ignoreCase: true, out var known)
        && char.IsAsciiLetter(unit[0])
            ? new RelativeTime(RelativeDay.Now, sign == '-' ? -amount : amount, known)
            : null;

    private static RelativeTime? OnWeekday(string day) =>
        char.IsAsciiLetter(day[0]) && Enum.TryParse<DayOfWeek>(day, ignoreCase: true, out var weekday)
            ? new RelativeTime(RelativeDay.Weekday, Weekday: weekday)
            : null;
}
