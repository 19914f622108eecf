using System.Globalization;

namespace Cortex.Programs;

/// <summary>A time of day in the one spelling of programs: <c>HH:mm</c>.</summary>
internal static class ClockText
{
    private const string Format = "HH:mm";

    /// <summary>The time of day; null if the text is none.</summary>
    public static TimeOnly? TryParse(string text) =>
        TimeOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    public static string Write(TimeOnly time) => time.ToString(Format, CultureInfo.InvariantCulture);
}
