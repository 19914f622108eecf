namespace Cortex.Compilation.Grammar;

/// <summary>Quoted text: "…", “…”, «…», '…', ‘…’.</summary>
internal static class QuotedText
{
    /// <summary>The length of the quoted text at the start, quotes included; 0 if there is none.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || Closing(text[0]) is not { } closing)
        {
            return 0;
        }

        for (var index = 1; index < text.Length; index++)
        {
            if (text[index] == closing && !IsApostrophe(text, index))
            {
                return index + 1;
            }
        }

        return 0;
    }

    /// <summary>The text with every quoted part blanked, for looking at the rest.</summary>
    public static string Outside(string text)
    {
        var outside = text.ToCharArray();

        // A quote that is never closed is searched to the end once, not again for each later one of its kind.
        var unclosed = "";
        for (var index = 0; index < text.Length; index++)
        {
            if ((index > 0 && PromptWord.IsPart(text[index - 1])) || Closing(text[index]) is null || unclosed.Contains(text[index]))
            {
                continue;
            }

            var length = Length(text.AsSpan(index));
            if (length == 0)
            {
                unclosed += text[index];
                continue;
            }

            outside.AsSpan(index, length).Fill(' ');
            index += length - 1;
        }

        return new string(outside);
    }

    private static char? Closing(char opening) => opening switch
    {
        '"' => '"',
        '“' => '”',
        '«' => '»',
        '\'' => '\'',
        '‘' => '’',
        _ => null,
    };

    private static bool IsApostrophe(ReadOnlySpan<char> text, int index) =>
        text[index] is '\'' or '’' && index + 1 < text.Length && char.IsLetterOrDigit(text[index + 1]);
}
