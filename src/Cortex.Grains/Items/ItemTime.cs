using System.Globalization;
using MimeKit.Utils;

namespace Cortex.Items;

/// <summary>Reads the ways in which providers write times, and writes one.</summary>
internal static class ItemTime
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    /// <summary>ISO 8601, UTC, to the millisecond.</summary>
    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>A time as milliseconds since 1970, as ISO 8601 or as a mail's date; null if it is none of these.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds))
        {
            return FromMilliseconds(milliseconds);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var time) || DateUtils.TryParse(text, out time)
            ? time.ToUniversalTime()
            : null;
    }

    private static DateTimeOffset? FromMilliseconds(long milliseconds) =>
        milliseconds >= 0 && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
}
