using System.Collections.Frozen;
using System.Globalization;

namespace Cortex.Compilation.Grammar;

/// <summary>Numbers as people write them: <c>10k</c>, <c>$5,000</c>, <c>1.5 million</c>.</summary>
internal static class Amounts
{
    private static readonly FrozenSet<string> Comparing = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "over", "above", "under", "below", "than", "exceeding");

    /// <summary>Whether a word leads on to an amount that something is compared with.</summary>
    public static bool Compare(string word) => Comparing.Contains(word);

    private static readonly (string Word, decimal Factor)[] Factors =
        [("k", 1_000), ("thousand", 1_000), ("grand", 1_000), ("m", 1_000_000), ("mio", 1_000_000), ("million", 1_000_000), ("bn", 1_000_000_000), ("billion", 1_000_000_000)];

    private static readonly (string Words, decimal Value)[] Words =
        [("half a million", 500_000), ("a million", 1_000_000), ("one million", 1_000_000), ("a thousand", 1_000), ("one thousand", 1_000)];

    private static readonly string[] Currencies = ["dollars", "dollar", "euros", "euro", "pounds", "usd", "eur", "gbp"];

    /// <summary>The length of the number at the start of a text; 0 if there is none.</summary>
    public static int Length(ReadOnlySpan<char> text) => Read(text).Length;

    /// <summary>The number that a text says, or null.</summary>
    public static decimal? Of(string text) => Read(text) is { Length: > 0 } read && read.Length == text.Length ? read.Value : null;

    /// <summary>Whether two numbers are written alike, so that the first means what it says: in "between 5 and 10 thousand" it does not.</summary>
    public static bool AreOfOneScale(string first, string second) => IsScaled(first) == IsScaled(second) || Of(first) >= Factors[0].Factor;

    private static bool IsScaled(string text) => Array.Exists(Factors, factor => text.TrimEnd('€', '$', ' ').EndsWith(factor.Word, StringComparison.OrdinalIgnoreCase));

    private static (int Length, decimal Value) Read(ReadOnlySpan<char> text)
    {
        foreach (var (words, value) in Words)
        {
            if (PromptWord.Match(text, words) is > 0 and var length)
            {
                return (length, value);
            }
        }

        var start = text is ['$' or '€' or '£', ..] ? 1 : 0;
        var end = start;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or ',' && end > start && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            end++;
        }

        if (end == start || !IsGrouped(text[start..end])
            || !decimal.TryParse(text[start..end], NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return default;
        }

        (end, number) = Scaled(text, end, number);
        if (end < text.Length && text[end] is '%' or '€' or '$')
        {
            end++;
        }

        end += Currency(text[end..]);
        return end < text.Length && PromptWord.IsPart(text[end]) ? default : (end, number);
    }

    /// <summary>Commas only where they part thousands: "1,5" could be one and a half.</summary>
    private static bool IsGrouped(ReadOnlySpan<char> digits)
    {
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        var last = whole.Length;
        for (var comma = whole.LastIndexOf(','); comma >= 0; comma = whole[..comma].LastIndexOf(','))
        {
            if (last - comma != 4)
            {
                return false;
            }

            last = comma;
        }

        return last is > 0 and <= 3 || last == whole.Length;
    }

    private static (int End, decimal Number) Scaled(ReadOnlySpan<char> text, int end, decimal number)
    {
        var gap = end < text.Length && text[end] == ' ' ? 1 : 0;
        foreach (var (word, factor) in Factors)
        {
            // "10 m" could be metres: letters alone stand right behind the number.
            if ((gap == 0 || word.Length > 2) && PromptWord.Match(text[(end + gap)..], word) > 0)
            {
                return (end + gap + word.Length, number * factor);
            }
        }

        return (end, number);
    }

    private static int Currency(ReadOnlySpan<char> text)
    {
        var gap = text is [' ', ..] ? 1 : 0;
        foreach (var word in Currencies)
        {
            if (PromptWord.Match(text[gap..], word) > 0)
            {
                return gap + word.Length;
            }
        }

        return 0;
    }
}
