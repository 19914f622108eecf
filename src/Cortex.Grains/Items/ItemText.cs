using System.Text;

namespace Cortex.Items;

/// <summary>Makes a text fit for an item: no NUL, no lone surrogates (PostgreSQL takes neither), within its limit.</summary>
internal static class ItemText
{
    private static readonly char[] LineBreaks = ['\r', '\n', '\u0085', '\u2028', '\u2029'];

    /// <summary>The text as it may be kept; empty for null.</summary>
    public static string Clean(string? text, int lengthMax)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        var clean = Cut(text.Replace("\0", string.Empty, StringComparison.Ordinal), lengthMax);
        return IsWellFormed(clean) ? clean : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(clean));
    }

    /// <summary>The same for what is one line by nature, such as a subject or a name.</summary>
    public static string CleanLine(string? text, int lengthMax) =>
        Clean(text is null ? null : string.Join(' ', text.Split(LineBreaks, StringSplitOptions.RemoveEmptyEntries)).Trim(), lengthMax);

    /// <summary>At most so many characters, never ending within a surrogate pair.</summary>
    public static string Cut(string text, int lengthMax)
    {
        if (text.Length <= lengthMax)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[lengthMax - 1]) && char.IsLowSurrogate(text[lengthMax]) ? lengthMax - 1 : lengthMax)];
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[++i])))
            {
                return false;
            }
        }

        return true;
    }
}
