using System.Buffers;

namespace Cortex.Compilation.Grammar;

/// <summary>What counts as a word of a prompt.</summary>
internal static class PromptWord
{
    private static readonly SearchValues<char> Gaps = SearchValues.Create(" \t\r\n,;");

    /// <summary>Letters of a word that are looked at; no word of any language is as long.</summary>
    private const int MaxLength = 100;

    /// <summary>The length of the word at the start of a text; 0 if there is none.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && length < MaxLength && IsPart(text[length]))
        {
            length++;
        }

        return length;
    }

    /// <summary>The same without an "'s" at its end.</summary>
    public static int LengthWithoutPossessive(ReadOnlySpan<char> text)
    {
        var length = Length(text);
        return length > 2 && text[length - 2] is '\'' or '’' && text[length - 1] is 's' or 'S' ? length - 2 : length;
    }

    /// <summary>A name without its possessive ending: "Ken's emails" are from Ken.</summary>
    public static string WithoutPossessive(ReadOnlySpan<char> name) => (name is [.., '\'' or '’', 's'] ? name[..^2] : name).ToString();

    public static bool IsPart(char character) => char.IsLetterOrDigit(character) || character is '_' or '-' or '\'' or '’';

    /// <summary>The length of a given word or mark at the start of a text; 0 if something else is there.</summary>
    public static int Match(ReadOnlySpan<char> text, string word)
    {
        if (text.Length < word.Length)
        {
            return 0;
        }

        for (var index = 0; index < word.Length; index++)
        {
            var character = text[index] == '’' ? '\'' : char.ToLowerInvariant(text[index]);
            if (character != word[index])
            {
                return 0;
            }
        }

        var ends = text.Length == word.Length || !IsPart(word[^1]) || !GoesOn(text[word.Length..]) || IsPossessive(text[word.Length..]);
        return ends ? word.Length : 0;
    }

    /// <summary>The length of an "'s" at the start of a text; 0 if there is none.</summary>
    public static int PossessiveLength(ReadOnlySpan<char> text) => IsPossessive(text) ? 2 : 0;

    /// <summary>"me" does not end in "me@example.com", nor in "me.home@example.com".</summary>
    private static bool GoesOn(ReadOnlySpan<char> text)
    {
        if (IsPart(text[0]) || (text is ['@', var next, ..] && IsPart(next)))
        {
            return true;
        }

        if (text is not ['.' or '+', var after, ..] || !IsPart(after))
        {
            return false;
        }

        var end = text.IndexOfAny(Gaps);
        return (end < 0 ? text : text[..end]).Contains('@');
    }

    private static bool IsPossessive(ReadOnlySpan<char> text) =>
        text is ['\'' or '’', 's' or 'S', ..] && (text.Length == 2 || !IsPart(text[2]));

    public static string Lower(ReadOnlySpan<char> word) => word.ToString().Replace('’', '\'').ToLowerInvariant();
}
