using Cortex.Programs;

namespace Cortex.Compilation.Grammar;

/// <summary>Times of day as people write them: <c>6pm</c>, <c>6.30 p.m.</c>, <c>18:00</c>, <c>8 in the morning</c>, <c>noon</c>.</summary>
internal static class ClockWords
{
    private const int HoursOfHalf = 12;

    private static readonly (string Words, bool IsLate)[] Halves =
    [
        ("a.m.", false), ("a.m", false), ("am", false), ("in the morning", false), ("o'clock in the morning", false),
        ("p.m.", true), ("p.m", true), ("pm", true), ("in the afternoon", true), ("in the evening", true), ("o'clock in the afternoon", true), ("o'clock in the evening", true),
    ];

    /// <summary>The length of the words at the start of a text that say a time of day without a doubt; 0 if there are none.</summary>
    public static int Length(ReadOnlySpan<char> text) => Read(text) is { IsCertain: true } read ? read.Length : 0;

    /// <summary>The time of day in a program's spelling; null if the text says none without a doubt.</summary>
    public static string? Of(string text) => Read(text) is { IsCertain: true } read && read.Length == text.Length ? ClockText.Write(read.Time) : null;

    /// <summary>The time of day at the start of a text.</summary>
    public static ClockReading Read(ReadOnlySpan<char> text)
    {
        foreach (var (words, hour) in (ReadOnlySpan<(string, int)>)[("12 noon", HoursOfHalf), ("noon", HoursOfHalf), ("midday", HoursOfHalf), ("12 midnight", 0), ("midnight", 0)])
        {
            if (PromptWord.Match(text, words) is > 0 and var named)
            {
                return new(named, new TimeOnly(hour, 0), IsCertain: true, HasHalf: true);
            }
        }

        var digits = Digits(text);
        if (digits is 0 or > 2)
        {
            return default;
        }

        var (hours, end) = (int.Parse(text[..digits], System.Globalization.CultureInfo.InvariantCulture), digits);
        int? minutes = null;
        if (end < text.Length && text[end] is ':' or '.' && Digits(text[(end + 1)..]) == 2)
        {
            minutes = int.Parse(text.Slice(end + 1, 2), System.Globalization.CultureInfo.InvariantCulture);
            end += 3;
        }

        var hasPoint = minutes is not null && text[digits] == '.';
        var gap = end < text.Length && text[end] == ' ' ? 1 : 0;
        foreach (var (words, isLate) in Halves)
        {
            if (Half(text[Math.Min(end + gap, text.Length)..], words) is > 0 and var half && hours is >= 1 and <= HoursOfHalf && minutes is not >= 60)
            {
                return new(end + gap + half, new TimeOnly((hours % HoursOfHalf) + (isLate ? HoursOfHalf : 0), minutes ?? 0), IsCertain: true, HasHalf: true);
            }
        }

        if (hours > 23 || minutes is >= 60 || hasPoint || (end < text.Length && (PromptWord.IsPart(text[end]) && text[end] != '-' || text[end] is ':' or '/' or '%' or '$' or '€' || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])))))
        {
            return default;
        }

        // "after 6:00" can be either half of the day; "09:00", "10:30" and "18:00" are of a clock with 24 hours.
        return new(end, new TimeOnly(hours, minutes ?? 0), IsCertain: minutes is not null && (digits == 2 || hours == 0), HasHalf: hours > HoursOfHalf || hours == 0) { HasMinutes = minutes is not null };
    }

    /// <summary>As a word, and in "9am-5pm".</summary>
    private static int Half(ReadOnlySpan<char> text, string words) =>
        text.StartsWith(words, StringComparison.OrdinalIgnoreCase) && (text.Length == words.Length || !PromptWord.IsPart(text[words.Length]) || text[words.Length] is '-') ? words.Length : 0;

    private static int Digits(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiDigit(text[length]))
        {
            length++;
        }

        return length;
    }
}
