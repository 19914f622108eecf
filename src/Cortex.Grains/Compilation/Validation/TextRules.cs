namespace Cortex.Compilation.Validation;

internal static class TextRules
{
    /// <summary>Characters that nobody can see and that databases and mail headers refuse; tabs and line ends are none of them.</summary>
    public static bool HasControlCharacters(ReadOnlySpan<char> text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if ((char.IsControl(character) && character is not ('\t' or '\n' or '\r')) || IsNoCharacter(character))
            {
                return true;
            }

            if (char.IsHighSurrogate(character) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            {
                index++;
            }
            else if (char.IsSurrogate(character))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Unicode keeps these two for programs' own use; Parlot (1.5.9) fails on the second.</summary>
    private static bool IsNoCharacter(char character) => character is '\uFFFE' or '\uFFFF';
}
