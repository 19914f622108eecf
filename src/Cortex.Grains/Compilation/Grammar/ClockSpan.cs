namespace Cortex.Compilation.Grammar;

/// <summary>A part of the day: from a time of day on, until one, or between two; over midnight where the second comes before the first.</summary>
/// <param name="From">Its beginning, which belongs to it; null for the day's.</param>
/// <param name="Until">Its end, which does not belong to it; null for the day's.</param>
internal readonly record struct ClockSpan(TimeOnly? From, TimeOnly? Until)
{
    private const int HoursOfHalf = 12;

    /// <summary>When office hours begin and end at the earliest and latest, where "9 to 5" says no half of the day.</summary>
    private const int OfficeFrom = 7, OfficeUntil = 7;

    private static readonly TimeSpan Half = TimeSpan.FromHours(HoursOfHalf);

    /// <summary>The span between two times as they were said; null where it is open which halves of the day are meant.</summary>
    public static ClockSpan? Between(ClockReading from, ClockReading until)
    {
        if (Halves(from, until) is not var (first, last) || first == last)
        {
            return null;
        }

        return last == TimeOnly.MinValue ? new(first, null) : first == TimeOnly.MinValue ? new(null, last) : new(first, last);
    }

    private static (TimeOnly From, TimeOnly Until)? Halves(ClockReading from, ClockReading until) => (from.HasHalf, until.HasHalf) switch
    {
        (true, true) => (from.Time, until.Time),

        // By a clock with 24 hours: "9 to 17", "22:00 to 6:00".
        (false, true) when !IsOfHalf(until) => (from.Time, until.Time),
        (true, false) when !IsOfHalf(from) => (from.Time, until.Time),

        // "3 to 5pm", "9 to 5pm"; "9am to 11", "10pm to 6".
        (false, true) => (InHalfOf(from.Time, until.Time, OfHour(from.Time) < OfHour(until.Time)), until.Time),
        (true, false) => (from.Time, InHalfOf(until.Time, from.Time, OfHour(until.Time) > OfHour(from.Time))),

        // "6:30 to 8:15".
        _ when from is { HasMinutes: true } && until is { HasMinutes: true } && from.Time < until.Time => (from.Time, until.Time),

        // "9 to 5".
        _ when from.Time.Hour is >= OfficeFrom and < HoursOfHalf && until.Time.Hour is > 0 and < OfficeUntil => (from.Time, until.Time.Add(Half)),
        _ => null,
    };

    private static bool IsOfHalf(ClockReading reading) => reading.IsCertain && !reading.HasMinutes;

    private static TimeOnly InHalfOf(TimeOnly time, TimeOnly other, bool isSame)
    {
        var isLate = other.Hour >= HoursOfHalf == isSame;
        return time.Hour >= HoursOfHalf == isLate ? time : time.Add(Half);
    }

    private static TimeSpan OfHour(TimeOnly time) => TimeSpan.FromMinutes((time.Hour % HoursOfHalf * 60) + time.Minute);
}
