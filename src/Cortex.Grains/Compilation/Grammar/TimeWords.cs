using System.Globalization;

namespace Cortex.Compilation.Grammar;

/// <summary>Moments as people write them, in the one spelling that programs use: <c>+3 days</c>, <c>tomorrow 09:00</c>, <c>next friday</c>, <c>2026-03-31</c>.</summary>
internal static class TimeWords
{
    private const int IsoLength = 10;

    /// <summary>"At 8" is in the morning; "at 7", and what comes before it, may be of either half of the day.</summary>
    private const int FirstHourOfDay = 8;

    private static readonly string[] Days = ["today", "tomorrow", "next weekend", "next week", "next month"];

    /// <summary>Times that no program has a spelling for; they are no part of a title all the same.</summary>
    private static readonly string[] Vague =
        ["tonight", "this weekend", "this week", "this month", "this morning", "this afternoon", "this evening", "later", "soon", "the day after", "the next day", "the following day", "end of day", "end of the week", "eod"];

    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>The length of the words at the start of a text that say a moment; 0 if there are none.</summary>
    public static int Length(ReadOnlySpan<char> text) => Read(text).Length;

    /// <summary>Whether words about a time begin here, so that a title before them has ended: "tomorrow", "on Friday", "due in 3 days", "at 10".</summary>
    public static bool BeginsAt(ReadOnlySpan<char> text)
    {
        foreach (var lead in (ReadOnlySpan<string>)["due", "at", "on", "by", "for", "starting", "in", "within", "from"])
        {
            if (PromptWord.Match(text, lead) > 0)
            {
                var rest = text[lead.Length..].TrimStart();
                return lead == "due" || Length(rest) > 0 || (lead == "in" && Length(text) > 0) || (lead is "at" or "on" or "from" && rest is [>= '0' and <= '9', ..]) || PromptWord.Match(rest, "noon") > 0 || PromptWord.Match(rest, "midnight") > 0;
            }
        }

        foreach (var words in Vague)
        {
            if (PromptWord.Match(text, words) > 0)
            {
                return true;
            }
        }

        return Day(text).Length > 0 || Ahead(text).Length > 0;
    }

    /// <summary>The length of the day of the calendar, <c>2026-03-31</c>, at the start of a text; 0 if there is none.</summary>
    public static int DayLength(ReadOnlySpan<char> text) =>
        text.Length >= IsoLength
        && DateOnly.TryParseExact(text[..IsoLength], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        && (text.Length == IsoLength || !PromptWord.IsPart(text[IsoLength]))
            ? IsoLength
            : 0;

    /// <summary>The moment in a program's spelling; null if the text says none.</summary>
    public static string? Of(string text) => Read(text) is { Length: > 0 } read && read.Length == text.Length ? read.Spelling : null;

    private static (int Length, string Spelling) Read(ReadOnlySpan<char> text)
    {
        var (length, day) = Ahead(text);
        if (length > 0 && !day.Contains("day", StringComparison.Ordinal))
        {
            return (length, day);
        }

        (length, day) = length > 0 ? (length, day) : Day(text);
        if (length == 0)
        {
            return default;
        }

        var (clockLength, clock) = Clock(text[length..]);
        return clockLength == 0 ? (length, day) : (length + clockLength, $"{day} {clock}");
    }

    /// <summary>"3 days", "in two weeks", "3 days from now".</summary>
    private static (int Length, string Spelling) Ahead(ReadOnlySpan<char> text)
    {
        var lead = PromptWord.Match(text, "in") is > 0 and var word && text.Length > word + 1 ? word + 1 : 0;
        var length = Durations.Length(text[lead..]);
        if (length == 0 || Durations.MinutesOf(text.Slice(lead, length).ToString()) is not { } minutes)
        {
            return default;
        }

        var (number, unit) = minutes % 1440 == 0 ? (minutes / 1440, "day") : minutes % 60 == 0 ? (minutes / 60, "hour") : (minutes, "minute");
        var end = lead + length;
        foreach (var tail in (ReadOnlySpan<string>)[" from now", " from today"])
        {
            end += PromptWord.Match(text[(lead + length)..], tail);
        }

        return (end, $"+{number} {unit}{(number == 1 ? "" : "s")}");
    }

    private static (int Length, string Day) Day(ReadOnlySpan<char> text)
    {
        if (DayLength(text) is > 0 and var length)
        {
            return (length, text[..length].ToString());
        }

        foreach (var day in Days)
        {
            if (PromptWord.Match(text, day) > 0)
            {
                return (day.Length, day);
            }
        }

        foreach (var day in (ReadOnlySpan<string>)["the next day", "the following day", "the day after"])
        {
            if (PromptWord.Match(text, day) > 0)
            {
                return (day.Length, "tomorrow");
            }
        }

        var next = PromptWord.Match(text, "next") > 0 ? "next ".Length : 0;
        foreach (var weekday in Weekdays)
        {
            if (text.Length > next && PromptWord.Match(text[next..], weekday) > 0)
            {
                return (next + weekday.Length, $"next {weekday}");
            }
        }

        return default;
    }

    /// <summary>Whether a planned time can be in one half of the day only.</summary>
    public static bool HasHalf(ClockReading read) => read.IsCertain || read.HasHalf || read.Time.Hour >= FirstHourOfDay;

    /// <summary>" at 9", " 9:30am", " at 14:00".</summary>
    private static (int Length, string Clock) Clock(ReadOnlySpan<char> text)
    {
        var position = text is [' ', ..] ? 1 : 0;
        if (position == 0)
        {
            return default;
        }

        var at = PromptWord.Match(text[position..], "at");
        position += at > 0 && text.Length > position + at ? at + 1 : 0;
        var read = ClockWords.Read(text[position..]);
        return read.Length > 0 && (at > 0 || read.HasMinutes || read.IsCertain) && HasHalf(read)
            ? (position + read.Length, read.Time.ToString("HH:mm", CultureInfo.InvariantCulture))
            : default;
    }
}
