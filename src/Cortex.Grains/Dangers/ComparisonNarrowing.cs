using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Dangers;

/// <summary>Whether one comparison picks items out by what they are.</summary>
internal static partial class ComparisonNarrowing
{
    /// <summary>Letters and digits below which a part of a text is in nearly every text.</summary>
    private const int LettersMin = 2;

    /// <summary>Every text that is one printable ASCII character, and the empty one.</summary>
    private static readonly IReadOnlyList<string> ShortestTexts = ["", .. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => ((char)code).ToString())];

    public static bool IsIn(Comparison comparison, bool negated, ItemKind item)
    {
        var field = item.Find(comparison.Field);
        return (comparison.Op, field?.Kind) switch
        {
            (Operator.Semantic, _) => !negated && !Negation().IsMatch(comparison.Value.Text ?? ""),

            // Everything comes at some time of some day.
            (_, FieldKind.Weekday or FieldKind.TimeOfDay) => false,

            // An absolute date says from when on, or until when: not which ones.
            (Operator.GreaterThan or Operator.LessThan, FieldKind.Time) => false,

            // "At least 10" is written as "not less than 10", so a "not" turns the bound round and leaves it one.
            (Operator.GreaterThan, _) => negated || IsAboveNothing(comparison),
            (Operator.LessThan, _) => !negated || IsAboveNothing(comparison),
            (Operator.Exists, _) => IsWanted(comparison) != negated && !item.AlwaysThere.Contains(comparison.Field),
            (_, FieldKind.Flag) => IsWanted(comparison) != negated,
            _ => !negated && !IsUsual(comparison, item) && (IsWhole(comparison, field) || IsTelling(comparison, field)),
        };
    }

    /// <summary>Amounts and counts are all above nothing.</summary>
    private static bool IsAboveNothing(Comparison comparison) => LiteralText.NumberOf(comparison.Value) > 0;

    private static bool IsWanted(Comparison comparison) => comparison.Value.Flag ?? true;

    private static bool IsUsual(Comparison comparison, ItemKind item) =>
        item.Usual.Any(usual => usual.Field == comparison.Field && usual.Value.Equals(comparison.Value.Text, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a value is compared as a whole, and so with one of many.</summary>
    private static bool IsWhole(Comparison comparison, ItemField? field) =>
        comparison.Op == Operator.Equals || (comparison.Op == Operator.Contains && field is { ElementsAreNames: true });

    private static bool IsTelling(Comparison comparison, ItemField? field)
    {
        var text = PlainText.Of(LiteralText.Of(comparison.Value)).Trim();
        return comparison.Op == Operator.Matches
            ? !IsMetByOneCharacter(text)
            : text.EnumerateRunes().Sum(Weight) >= LettersMin && !(field is { IsAddress: true } && IsTopLevelDomain(text));
    }

    /// <summary>A letter of an alphabet is one of few. A character that is a word, or a sign such as "€", says as much as several; punctuation says nothing.</summary>
    private static int Weight(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.OtherLetter or UnicodeCategory.CurrencySymbol or UnicodeCategory.OtherSymbol => LettersMin,
        _ => Rune.IsLetterOrDigit(rune) ? 1 : 0,
    };

    /// <summary>".com": half of all addresses.</summary>
    private static bool IsTopLevelDomain(string text) => text.StartsWith('.') && text.LastIndexOf('.') == 0 && !text.Contains('@', StringComparison.Ordinal);

    private static bool IsMetByOneCharacter(string pattern)
    {
        var test = TextTest.PatternOf(pattern);
        return ShortestTexts.Any(test.IsMatch);
    }

    [GeneratedRegex(@"\b(not|no|never|none|nothing|nobody|neither|nor|without|except|unless|cannot|other than|anything but|everything but|all but)\b|n['’]t\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Negation();
}
