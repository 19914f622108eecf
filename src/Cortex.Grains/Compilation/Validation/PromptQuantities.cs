using System.Collections.Frozen;
using System.Globalization;

namespace Cortex.Compilation.Validation;

/// <summary>The numbers of a prompt, as people write them: <c>10k</c>, <c>$10,000</c>, <c>1.5 million</c>, <c>twenty five</c>, <c>a dozen</c>, <c>5 MB</c>.</summary>
internal static class PromptQuantities
{
    private static readonly FrozenDictionary<string, decimal> Words = new Dictionary<string, decimal>(StringComparer.Ordinal)
    {
        ["zero"] = 0, ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9,
        ["ten"] = 10, ["eleven"] = 11, ["twelve"] = 12, ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15, ["sixteen"] = 16,
        ["seventeen"] = 17, ["eighteen"] = 18, ["nineteen"] = 19, ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50,
        ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90, ["dozen"] = 12, ["couple"] = 2,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, decimal> Multipliers = new Dictionary<string, decimal>(StringComparer.Ordinal)
    {
        ["hundred"] = 100, ["k"] = 1_000, ["thousand"] = 1_000, ["grand"] = 1_000,
        ["m"] = 1_000_000, ["mn"] = 1_000_000, ["mio"] = 1_000_000, ["million"] = 1_000_000, ["b"] = 1_000_000_000, ["bn"] = 1_000_000_000, ["billion"] = 1_000_000_000,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> Sizes = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["kb"] = 1, ["kib"] = 1, ["kilobyte"] = 1, ["kilobytes"] = 1, ["mb"] = 2, ["mib"] = 2, ["megabyte"] = 2, ["megabytes"] = 2, ["meg"] = 2, ["megs"] = 2,
        ["gb"] = 3, ["gib"] = 3, ["gigabyte"] = 3, ["gigabytes"] = 3,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Each number with the tokens that say it. Where one can be read in two ways (<c>30m</c>), both are there.</summary>
    public static IEnumerable<(decimal Value, int From, int To)> Read(IReadOnlyList<PromptToken> tokens)
    {
        for (var from = 0; from < tokens.Count; from++)
        {
            var to = from;
            if (First(tokens, ref to) is not { } value)
            {
                continue;
            }

            yield return (value, from, to);
            foreach (var larger in Larger(value, tokens, from, to))
            {
                yield return larger;
            }
        }
    }

    /// <summary>A number in digits, or in words up to 99; <paramref name="to"/> moves behind it.</summary>
    private static decimal? First(IReadOnlyList<PromptToken> tokens, ref int to)
    {
        var token = tokens[to];
        if (token.IsNumber)
        {
            to++;
            return decimal.TryParse(token.Text, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var digits) ? digits : null;
        }

        if (token.Text is "a" or "an" && to + 1 < tokens.Count && (Multipliers.ContainsKey(tokens[to + 1].Text) || tokens[to + 1].Text is "dozen" or "couple"))
        {
            to++;
            return Words.TryGetValue(tokens[to].Text, out var set) ? Behind(set, ref to) : 1;
        }

        if (!Words.TryGetValue(token.Text, out var value))
        {
            return null;
        }

        to++;
        if (value is >= 20 && to < tokens.Count && tokens[to].Text == "-")
        {
            to++;
        }

        return value >= 20 && to < tokens.Count && Words.TryGetValue(tokens[to].Text, out var unit) && unit is > 0 and < 10 ? Behind(value + unit, ref to) : value;
    }

    private static decimal Behind(decimal value, ref int to)
    {
        to++;
        return value;
    }

    private static IEnumerable<(decimal Value, int From, int To)> Larger(decimal value, IReadOnlyList<PromptToken> tokens, int from, int to)
    {
        var behind = to;
        while (behind < tokens.Count && Multipliers.TryGetValue(tokens[behind].Text, out var times) && value < 1_000_000_000)
        {
            value *= times;
            behind++;
            yield return (value, from, behind);
        }

        if (behind < tokens.Count && Sizes.TryGetValue(tokens[behind].Text, out var power))
        {
            // Mail programs count in both: 5 MB are 5,242,880 bytes or 5,000,000.
            for (; power > 0 && value < 1_000_000_000_000; power--)
            {
                value *= 1_024;
            }

            yield return (value, from, behind + 1);
        }
    }
}
