using System.Globalization;
using Cortex.Api.Problems;

namespace Cortex.Api.Me;

/// <summary>The hours of a week in which the user works, by the clocks of the user's time zone.</summary>
/// <param name="Days">Of <c>monday</c> to <c>sunday</c>, each at most once; none: never.</param>
/// <param name="From">The first minute, as <c>HH:mm</c>.</param>
/// <param name="To">The first minute after it on the same day, as <c>HH:mm</c>.</param>
internal sealed record WorkingHoursBody(IReadOnlyList<string> Days, string From, string To)
{
    private const string Minutes = "HH:mm";

    private static readonly string[] Names = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    public static WorkingHoursBody Of(WorkingHours hours) =>
        new([.. hours.Days.Select(day => Names[(int)day])], hours.From.ToString(Minutes, CultureInfo.InvariantCulture), hours.To.ToString(Minutes, CultureInfo.InvariantCulture));

    /// <exception cref="InvalidRequestException">They are none.</exception>
    public WorkingHours Parse()
    {
        var days = Days.Select(name => Array.IndexOf(Names, name)).ToList();
        if (days.Contains(-1) || days.Distinct().Count() != days.Count)
        {
            throw new InvalidRequestException($"workingHours.days takes {string.Join(", ", Names[1..])} and {Names[0]}, each at most once.");
        }

        if (!TimeOnly.TryParseExact(From, Minutes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            || !TimeOnly.TryParseExact(To, Minutes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var to) || to <= from)
        {
            throw new InvalidRequestException("workingHours.from and workingHours.to are times such as 09:00 and 17:30, the second later than the first.");
        }

        return new([.. days.Order().Select(day => (DayOfWeek)day)], from, to);
    }
}
