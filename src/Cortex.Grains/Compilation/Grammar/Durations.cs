using System.Globalization;

namespace Cortex.Compilation.Grammar;

/// <summary>Lengths of time as people write them: <c>48h</c>, <c>two days</c>, <c>half an hour</c>.</summary>
internal static class Durations
{
    private const int MaxDigits = 5;

    private static readonly string[] Numbers =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>Lengths that people say without a plain number.</summary>
    private static readonly (string Words, long Seconds)[] Idioms =
    [
        ("half an hour", 1_800), ("a half hour", 1_800), ("half hour", 1_800), ("half-hour", 1_800), ("an hour and a half", 5_400), ("one hour and a half", 5_400), ("one and a half hours", 5_400),
        ("a quarter of an hour", 900), ("quarter of an hour", 900),
        ("a couple of hours", 7_200), ("a couple of days", 172_800), ("a couple of minutes", 120), ("a couple of weeks", 1_209_600), ("a couple hours", 7_200), ("a couple days", 172_800),
    ];

    private static readonly (string Word, int Seconds)[] Units =
    [
        ("seconds", 1), ("second", 1), ("secs", 1), ("sec", 1), ("s", 1),
        ("minutes", 60), ("minute", 60), ("mins", 60), ("min", 60), ("m", 60),
        ("hours", 3_600), ("hour", 3_600), ("hrs", 3_600), ("hr", 3_600), ("h", 3_600),
        ("days", 86_400), ("day", 86_400), ("d", 86_400),
        ("weeks", 604_800), ("week", 604_800), ("w", 604_800),
    ];

    /// <summary>The length of the words at the start of a text that say a duration; 0 if there are none.</summary>
    public static int Length(ReadOnlySpan<char> text) => Read(text).Length;

    /// <summary>The whole minutes that a text says, or null if it is no duration of whole minutes.</summary>
    public static int? MinutesOf(string text) => SecondsOf(text) is { } seconds && seconds % 60 == 0 ? (int)(seconds / 60) : null;

    /// <summary>A duration as programs spell it, <c>90s</c>, <c>30m</c>, <c>48h</c>; null if the text is none.</summary>
    public static string? SpellingOf(string text) => SecondsOf(text) switch
    {
        null => null,
        var seconds when seconds % 3_600 == 0 => $"{seconds / 3_600}h",
        var seconds when seconds % 60 == 0 => $"{seconds / 60}m",
        var seconds => $"{seconds}s",
    };

    private static long? SecondsOf(string text) => Read(text) is { Length: > 0 } read && read.Length == text.Length ? read.Seconds : null;

    private static (int Length, long Seconds) Read(ReadOnlySpan<char> text)
    {
        foreach (var (words, seconds) in Idioms)
        {
            if (PromptWord.Match(text, words) is > 0 and var idiom)
            {
                return (idiom, seconds);
            }
        }

        foreach (var (words, seconds) in (ReadOnlySpan<(string, long)>)[("the day", 86_400), ("the hour", 3_600), ("the week", 604_800)])
        {
            if (PromptWord.Match(text, words) is > 0 and var one && (one == text.Length || PromptWord.Match(text[one..].TrimStart(), "before") > 0))
            {
                return (one, seconds);
            }
        }

        var (length, number) = Number(text);
        if (length == 0)
        {
            return default;
        }

        var gap = text.Length > length && text[length] is ' ' or '-' ? 1 : 0;
        var rest = text[(length + gap)..];
        foreach (var (word, seconds) in Units)
        {
            if (PromptWord.Match(rest, word) > 0)
            {
                // "One day's notice"
                return (length + gap + word.Length + (rest[word.Length..] is ['\'' or '’', 's'] or ['\'' or '’', 's', ' ', ..] ? 2 : 0), (long)number * seconds);
            }
        }

        return default;
    }

    private static (int Length, int Number) Number(ReadOnlySpan<char> text)
    {
        var digits = 0;
        while (digits < text.Length && digits < MaxDigits && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        if (digits > 0)
        {
            return (digits, int.Parse(text[..digits], CultureInfo.InvariantCulture));
        }

        foreach (var article in (ReadOnlySpan<string>)["an", "a"])
        {
            if (PromptWord.Match(text, article) > 0)
            {
                return (article.Length, 1);
            }
        }

        for (var tens = 0; tens < Tens.Length; tens++)
        {
            if (Begins(text, Tens[tens]))
            {
                var (length, number) = (Tens[tens].Length, (tens + 2) * 10);
                var ones = text.Length > length && text[length] is ' ' or '-' ? One(text[(length + 1)..], below: 10) : default;
                return ones.Length > 0 ? (length + 1 + ones.Length, number + ones.Number) : (length, number);
            }
        }

        return One(text, below: Numbers.Length);
    }

    private static (int Length, int Number) One(ReadOnlySpan<char> text, int below)
    {
        for (var number = 1; number < below; number++)
        {
            if (Begins(text, Numbers[number]))
            {
                return (Numbers[number].Length, number);
            }
        }

        return default;
    }

    /// <summary>Whether a text begins with a number in words. A hyphen may join it to its unit: "two-day".</summary>
    private static bool Begins(ReadOnlySpan<char> text, string number) =>
        PromptWord.Match(text, number) > 0 || (text.Length > number.Length && text[number.Length] == '-' && text.StartsWith(number, StringComparison.OrdinalIgnoreCase));
}
