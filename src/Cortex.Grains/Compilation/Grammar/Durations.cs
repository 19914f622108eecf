using System.Globalization;

namespace Cortex.Compilation.Grammar;

/// <summary>Lengths of time as people write them: <c>48h</c>, <c>two days</c>, <c>half an hour</c>.</summary>
internal static class Durations
{
    private const int MaxDigits = 5;

    private static readonly string[] Numbers =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

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
        foreach (var words in (ReadOnlySpan<string>)["half an hour", "a half hour", "half hour", "half-hour"])
        {
            if (PromptWord.Match(text, words) is > 0 and var half)
            {
                return (half, 1_800);
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
                return (length + gap + word.Length, (long)number * seconds);
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

        for (var number = 1; number < Numbers.Length; number++)
        {
            if (PromptWord.Match(text, Numbers[number]) > 0)
            {
                return (Numbers[number].Length, number);
            }
        }

        return default;
    }
}
