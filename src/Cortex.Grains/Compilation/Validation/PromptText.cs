using System.Text;
using Cortex.Programs;

namespace Cortex.Compilation.Validation;

/// <summary>A prompt in which texts are looked up as whole words, whatever their case, white space and kind of quotes.</summary>
internal sealed class PromptText
{
    private const string AddressMarks = ".!#$%&'*+/=?^_`{|}~-";

    private readonly string _plain;
    private readonly int[] _origin;
    private readonly int _length;

    public PromptText(string prompt)
    {
        (_plain, _origin) = Fold(prompt);
        _length = prompt.Length;
    }

    /// <summary>Where the text is said, or null.</summary>
    public TextRange? Find(string text)
    {
        var plain = Fold(text).Plain.Trim();
        for (var start = 0; plain.Length > 0 && (start = _plain.IndexOf(plain, start, StringComparison.OrdinalIgnoreCase)) >= 0; start++)
        {
            var end = start + plain.Length;
            if (Begins(start, plain) && Ends(end, plain))
            {
                var behind = end < _origin.Length ? _origin[end] : _length;
                var from = _origin[start];
                return new TextRange(from, Math.Max(1, behind - from));
            }
        }

        return null;
    }

    private bool Begins(int start, string text)
    {
        if (start == 0)
        {
            return true;
        }

        var before = _plain[start - 1];
        if (text[0] == '@')
        {
            // "@acme.com" is no part of "ana@acme.com": that is one person, not everybody there.
            return !IsWord(before) && !AddressMarks.Contains(before);
        }

        if (text.Contains('@', StringComparison.Ordinal) && (AddressMarks.Contains(before) || before == '@') && before is not ('\'' or '`' or '/' or '=' or '{' or '*'))
        {
            return start < 2 || !IsWord(_plain[start - 2]);
        }

        if (IsWord(before) && IsWord(text[0]))
        {
            return false;
        }

        // Nor is "acme.com" said by "ana@acme.com" or "mail.acme.com", or "5" by "1.5".
        var inside = start > 1 && IsWord(_plain[start - 2]);
        return !inside || !((text.Contains('.', StringComparison.Ordinal) && before is '@' or '.')
            || (char.IsAsciiDigit(text[0]) && before is '.' or ',' && char.IsAsciiDigit(_plain[start - 2])));
    }

    private bool Ends(int end, string text)
    {
        if (end == _plain.Length)
        {
            return true;
        }

        var (last, after) = (text[^1], _plain[end]);
        if (IsWord(last) && IsWord(after))
        {
            return false;
        }

        // Neither an address nor a number ends in front of a point that goes on.
        var goesOn = end + 1 < _plain.Length && IsWord(_plain[end + 1]);
        return !goesOn || !((text.Contains('@', StringComparison.Ordinal) && after is '.' or '-')
            || (char.IsAsciiDigit(last) && after is '.' or ',' && char.IsAsciiDigit(_plain[end + 1])));
    }

    /// <summary>Of scripts that write words apart; the others have no edges to look for.</summary>
    private static bool IsWord(char character) => (char.IsLetterOrDigit(character) && character < '\u2E80') || character == '_';

    /// <summary>The text with single blanks, plain quotes and composed letters, and where each character came from.</summary>
    private static (string Plain, int[] Origin) Fold(string text)
    {
        var plain = new StringBuilder(text.Length);
        var origin = new List<int>(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index] switch
            {
                '“' or '”' or '„' or '«' or '»' => '"',
                '’' or '‘' => '\'',
                var one => char.IsWhiteSpace(one) ? ' ' : one,
            };
            if (character == ' ' && (plain.Length == 0 || plain[^1] == ' '))
            {
                continue;
            }

            if (character is >= '\u0300' and <= '\u036F' && plain.Length > 0 && PlainText.Of($"{plain[^1]}{character}") is [var composed])
            {
                plain[^1] = composed;
                continue;
            }

            plain.Append(character);
            origin.Add(index);
        }

        return (plain.ToString(), [.. origin]);
    }
}
