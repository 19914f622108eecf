using System.Text;

namespace Cortex.Programs;

/// <summary>
/// Text as people compare it: trimmed, and letters with their marks as one character, however the sender's keyboard or file
/// system wrote them. The runtime's own normalisation does nothing under invariant globalization, so the marks of
/// alphabetic scripts are composed here (Unicode, canonical compositions).
/// </summary>
internal static class PlainText
{
    private const char FirstMark = '\u0300';
    private const char LastMark = '\u036F';

    private static readonly Dictionary<(char Letter, char Mark), char> Compositions = Build();

    public static string Of(string text)
    {
        var trimmed = text.Trim();
        return trimmed.AsSpan().ContainsAnyInRange(FirstMark, LastMark) ? Compose(trimmed) : trimmed;
    }

    private static string Compose(string text)
    {
        var composed = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (composed.Length > 0 && Compositions.TryGetValue((composed[^1], character), out var one))
            {
                composed[^1] = one;
            }
            else
            {
                composed.Append(character);
            }
        }

        return composed.ToString();
    }

    private static Dictionary<(char Letter, char Mark), char> Build()
    {
        var compositions = new Dictionary<(char Letter, char Mark), char>();
        foreach (var (mark, letters, marked) in MarkedLetters.Rows)
        {
            foreach (var (letter, one) in letters.Zip(marked))
            {
                compositions[(letter, mark)] = one;
            }
        }

        return compositions;
    }
}
