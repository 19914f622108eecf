using System.Globalization;

namespace Cortex.Programs;

/// <summary>Durations as programs spell them: a whole number and a unit, <c>90s</c>, <c>30m</c>, <c>48h</c>, <c>7d</c>.</summary>
internal static class DurationText
{
    private const int MaxDigits = 7;

    public static TimeSpan? TryParse(string text) =>
        text is [.. var digits, var unit]
        && digits.Length is > 0 and <= MaxDigits
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
            ? unit switch
            {
                's' => TimeSpan.FromSeconds(amount),
                'm' => TimeSpan.FromMinutes(amount),
                'h' => TimeSpan.FromHours(amount),
                'd' => TimeSpan.FromDays(amount),
                _ => null,
            }
            : null;
}
