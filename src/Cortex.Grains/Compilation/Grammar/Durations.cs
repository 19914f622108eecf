using System.Globalization;

namespace Cortex.Compilation.Grammar;

/// <summary>Lengths of time as people write them: <c>48h</c>, <c>two days</c>, <c>half an hour</c>.</summary>
internal static class Durations
{
    private const int MaxDigits = 5;

    private static readonly string[] Numbers =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static readonly (string Word, int Minutes)[] Units =
    [
        ("minutes", 1), ("minute", 1), ("mins", 1), ("min", 1), ("m", 1),
        ("hours", 60), ("hour", 60), ("hrs", 60), ("hr", 60), ("h", 60),
        ("days", 1440), ("day", 1440), ("d", 1440),
        ("weeks", 10080), ("week", 10080), ("w", 10080),
    ];

    /// <summary>The length of the words at the start of a text that say a duration; 0 if there are none.</summary>
    public static int Length(ReadOnlySpan<char> text) => Read(text).Length;

    /// <summary>The minutes that a text says, or null if it is no duration.</summary>
    public static int? MinutesOf(string text) => Read(text) is { Length: > 0 } read && read.Length == text.Length ? read.Minutes : null;

    private static (int Length, int Minutes) Read(ReadOnlySpan<char> text)
    {
        if (PromptWord.Match(text, "half an hour") is > 0 and var half)
        {
            return (half, 30);
        }

        var (length, number) = Number(text);
        if (length == 0)
        {
            return default;
        }

        var gap = text.Length > length && text[length] is ' ' or '-' ? 1 : 0;
        var rest = text[(length + gap)..];
        foreach (var (word, minutes) in Units)
        {
            if (PromptWord.Match(rest, word) > 0)
            {
                return (length + gap + word.Length, number * minutes);
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
