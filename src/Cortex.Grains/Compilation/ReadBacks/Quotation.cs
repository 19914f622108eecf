using System.Globalization;
using System.Text;

namespace Cortex.Compilation.ReadBacks;

/// <summary>
/// Texts in quotes, so that each can be read back as it is: <c>"Re: [the email's subject]"</c>. What cannot be seen, and what would end the text or be taken for a field, stands in brackets:
/// <c>[new line]</c>, <c>[”]</c>. A text with straight quotes in it is put in curly ones.
/// </summary>
internal static class Quotation
{
    private static readonly (string Name, char Character)[] Named = [("new line", '\n'), ("return", '\r'), ("tab", '\t'), ("space", ' '), ("”", '”'), ("[", '[')];

    /// <summary>Whether a text begins as a quotation.</summary>
    public static bool BeginsAt(ReadOnlySpan<char> text) => text is ['"' or '“', ..];

    /// <summary>A text that stands for itself.</summary>
    public static string Of(string text) => Of([(text, false)], isReference: null);

    /// <summary>A text made of pieces.</summary>
    /// <param name="pieces">Literal texts, and words that are put into the quotation as they are.</param>
    /// <param name="isReference">Whether a field's words begin a text, so that a literal bracket before it has to be told from one.</param>
    public static string Of(IReadOnlyList<(string Text, bool IsWords)> pieces, Func<string, bool>? isReference)
    {
        var isCurly = pieces.Any(piece => piece.Text.Contains('"', StringComparison.Ordinal));
        var quoted = new StringBuilder().Append(isCurly ? '“' : '"');
        foreach (var (text, isWords) in pieces)
        {
            if (isWords)
            {
                quoted.Append(text);
                continue;
            }

            for (var index = 0; index < text.Length; index++)
            {
                quoted.Append(Written(text, index, quoted[^1], isCurly, isReference));
            }
        }

        return quoted.Append(isCurly ? '”' : '"').ToString();
    }

    /// <summary>Reads a quotation; null if there is none.</summary>
    /// <param name="line">What is read.</param>
    /// <param name="reference">Reads a field in brackets, as the text that the program has for it; null where a text holds no fields.</param>
    public static string? Read(Line line, Func<string?>? reference)
    {
        if (!BeginsAt(line.Rest))
        {
            return null;
        }

        var closing = line.Take(1) == "“" ? '”' : '"';
        var text = new StringBuilder();
        while (!line.IsAtEnd)
        {
            var next = line.Rest[0];
            if (next == closing)
            {
                line.Take(1);
                return text.ToString();
            }

            text.Append((next == '[' ? Bracket(line, reference) : null) ?? line.Take(1));
        }

        return null;
    }

    private static string Written(string text, int index, char before, bool isCurly, Func<string, bool>? isReference)
    {
        var character = text[index];
        return character switch
        {
            '\n' or '\r' or '\t' => $"[{Array.Find(Named, named => named.Character == character).Name}]",
            ' ' when before == ' ' => "[space]",
            '”' when isCurly => "[”]",
            '[' when Bracket(new Line(text[index..]), reference: null) is not null || isReference?.Invoke(text[(index + 1)..]) == true => "[[]",
            _ when character != ' ' && IsUnseen(character) => string.Create(CultureInfo.InvariantCulture, $"[U+{(int)character:X4}]"),
            _ => character.ToString(),
        };
    }

    /// <summary>White space of other kinds, and marks that change how text runs; what joins letters and pictures is left alone.</summary>
    private static bool IsUnseen(char character) =>
        char.IsWhiteSpace(character) || (char.GetUnicodeCategory(character) == UnicodeCategory.Format && character is not ('\u200C' or '\u200D'));

    private static string? Bracket(Line line, Func<string?>? reference) => line.Try(() =>
    {
        line.Take(1);
        var text = Array.Find(Named, named => line.Rest.StartsWith(named.Name + "]", StringComparison.OrdinalIgnoreCase)) is { Name: { } name } found
            ? Taken(line, name.Length, found.Character)
            : Code(line) ?? reference?.Invoke();
        return text is not null && line.Take("]") ? text : null;
    });

    private static string? Code(Line line) =>
        line.Rest.StartsWith("U+", StringComparison.OrdinalIgnoreCase) && line.Rest.Length >= "U+0000".Length
            && int.TryParse(line.Rest["U+".Length.."U+0000".Length], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && IsUnseen((char)code)
            ? Taken(line, "U+0000".Length, (char)code)
            : null;

    private static string Taken(Line line, int length, char character)
    {
        line.Take(length);
        return character.ToString();
    }
}
