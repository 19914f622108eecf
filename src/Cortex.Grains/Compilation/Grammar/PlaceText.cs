using System.Collections.Frozen;

namespace Cortex.Compilation.Grammar;

/// <summary>What a place is called without quotes: "Main Hall", "14 Mill Lane", "room 4", "big conference room", "Leeds office".</summary>
internal static class PlaceText
{
    /// <summary>Words before "room".</summary>
    private const int MaxModifiers = 2;

    /// <summary>Words of a street's name: behind a number, one word with a capital could as well be a day or a time zone.</summary>
    private const int MinWordsOfStreet = 2;

    private static readonly FrozenSet<string> Kinds = Words(
        "room hall building office studio theatre theater auditorium boardroom lobby cafeteria canteen kitchen library gym church chapel school clinic hospital workshop garage gallery museum warehouse restaurant cafe pub park garden pool club centre center stadium arena "
        + "hotel campus headquarters classroom ballroom courtyard lab shop store barn lounge basement rooftop");

    /// <summary>Words that say no more of a place, or of another place.</summary>
    private static readonly FrozenSet<string> NoModifiers = Words(
        "a an the my our his her its their this that another other different same new old any every each some no wrong which and or in at of to from for by on with without is are was were not it one end start beginning changes changed different");

    /// <summary>The length of one at the start of a text; 0 if none is there.</summary>
    public static int Length(ReadOnlySpan<char> text) => Math.Max(KindLength(text), Math.Max(StreetLength(text), People.NameLength(text)));

    private static int StreetLength(ReadOnlySpan<char> text)
    {
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        var number = digits > 0 && digits < text.Length && char.IsAsciiLetter(text[digits]) ? digits + 1 : digits;
        if (digits == 0 || text[number..] is not [' ', var first, ..] || !char.IsUpper(first))
        {
            return 0;
        }

        var name = People.NameLength(text[(number + 1)..]);
        return name > 0 && text.Slice(number + 1, name).Count(' ') + 1 >= MinWordsOfStreet ? number + 1 + name : 0;
    }

    private static int KindLength(ReadOnlySpan<char> text)
    {
        var position = 0;
        for (var words = 0; words <= MaxModifiers; words++)
        {
            var length = PromptWord.Length(text[position..]);
            var word = text.Slice(position, length).ToString();
            if (length == 0 || NoModifiers.Contains(word))
            {
                return 0;
            }

            position += length;
            if (Kinds.Contains(word))
            {
                return position + DesignatorLength(text[position..]);
            }

            if (text[position..] is not [' ', ..])
            {
                return 0;
            }

            position++;
        }

        return 0;
    }

    /// <summary>" 4", " B", " B12": which of several.</summary>
    private static int DesignatorLength(ReadOnlySpan<char> text)
    {
        if (text is not [' ', ..])
        {
            return 0;
        }

        var length = PromptWord.Length(text[1..]);
        var word = text.Slice(1, length);
        return (length == 1 && char.IsAsciiLetterUpper(word[0]) && word[0] != 'I') || (length > 0 && char.IsAsciiDigit(word[^1]) && word[..^1].IndexOfAnyInRange('a', 'z') < 0) ? 1 + length : 0;
    }

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
