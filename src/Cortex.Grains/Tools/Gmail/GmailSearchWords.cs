using System.Globalization;
using System.Text;
using Cortex.Items;

namespace Cortex.Tools.Gmail;

/// <summary>Makes a query of Gmail's search out of a text, of which every character is only ever searched for: none can become an operator.</summary>
internal static class GmailSearchWords
{
    /// <summary>Characters that are searched for; nobody searches for more, and Gmail's address line takes no endless ones.</summary>
    public const int LengthMax = 300;

    /// <summary>The text as one phrase in quotation marks; null if there is no letter or digit in it.</summary>
    public static string? Phrase(string text)
    {
        var words = new StringBuilder();
        foreach (var rune in ItemText.Clean(text, int.MaxValue).EnumerateRunes())
        {
            words.Append(IsPlain(rune) ? rune.ToString() : " ");
        }

        var phrase = ItemText.Cut(string.Join(' ', words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)), LengthMax);
        return phrase.Any(char.IsLetterOrDigit) ? $"\"{phrase}\"" : null;
    }

    /// <summary>Quotation marks of any script would end the phrase; a backslash might.</summary>
    private static bool IsPlain(Rune rune) => rune.Value is not ('"' or '\\' or '`')
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.SpaceSeparator or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherNotAssigned)
        && rune.Value is not (0x201A or 0x201E or 0xFF02 or 0x301D or 0x301E or 0x301F);
}
