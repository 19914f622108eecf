using System.Buffers;
using System.Collections.Frozen;
using Cortex.Compilation.Grammar;

namespace Cortex.Compilation.Suggestions;

/// <summary>Takes a prompt apart into words, marks and literals; what is a name is told by its capitals, where capitals tell anything.</summary>
internal sealed class PieceReader(IReadOnlySet<string> vocabulary)
{
    private const int WordsOfNameMax = 4;

    private static readonly SearchValues<char> UrlEnders = SearchValues.Create(" \t\r\n\"”»,;");

    private static readonly string[] Arrows = ["-->", "->", "=>", "→"];

    /// <summary>Written with a capital wherever it stands.</summary>
    private static readonly FrozenSet<string> AlwaysCapital = FrozenSet.Create(StringComparer.Ordinal, "i", "i'm", "i'd", "ai", "cc", "ccs", "bcc");

    public IReadOnlyList<PromptPiece> Read(string prompt)
    {
        var pieces = new List<PromptPiece>();
        var capitalsTell = prompt.Any(char.IsLower);
        var position = 0;
        while (position < prompt.Length)
        {
            if (char.IsWhiteSpace(prompt[position]) && prompt[position] != '\n')
            {
                position++;
                continue;
            }

            var piece = Next(prompt, position, capitalsTell && pieces.Count > 0 && pieces[^1] is not { Kind: PieceKind.Mark, Text: "." or "\n" or "?" or "!" });
            pieces.Add(piece);
            position = piece.At.Start + piece.At.Length;
        }

        return pieces;
    }

    private PromptPiece Next(string prompt, int start, bool namesByCapitals)
    {
        var rest = prompt.AsSpan(start);
        if (QuotedText.Length(rest) is > 2 and var quoted)
        {
            return new(PieceKind.Text, prompt.Substring(start + 1, quoted - 2), new(start, quoted));
        }

        if (rest[0] is '[' or '<' && Bracketed(rest) is > 2 and var bracketed)
        {
            var inner = prompt.Substring(start + 1, bracketed - 2);
            return new(AddressText.IsAddress(inner) ? PieceKind.Address : PieceKind.Name, AddressText.IsAddress(inner) ? inner : prompt.Substring(start, bracketed), new(start, bracketed));
        }

        if (rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            return Literal(PieceKind.Url, prompt, start, UrlLength(rest));
        }

        if (AddressText.Length(rest, domains: true) is > 0 and var address)
        {
            return Literal(AddressText.IsAddress(rest[..address]) ? PieceKind.Address : PieceKind.Domain, prompt, start, address);
        }

        if (WeekdayWords.Read(rest).Length is > 0 and var weekdays)
        {
            return Literal(PieceKind.Moment, prompt, start, weekdays);
        }

        if (IsCalendarTime(rest) && TimeWords.Length(rest) is > 0 and var moment && moment >= Durations.Length(rest))
        {
            return Literal(PieceKind.Moment, prompt, start, moment);
        }

        if (Durations.Length(rest) is > 0 and var duration)
        {
            return Literal(PieceKind.Duration, prompt, start, duration);
        }

        if (Amounts.Length(rest) is > 0 and var amount)
        {
            return Literal(PieceKind.Amount, prompt, start, amount);
        }

        if (Arrows.FirstOrDefault(arrow => prompt.AsSpan(start).StartsWith(arrow, StringComparison.Ordinal)) is { } mark)
        {
            return new(PieceKind.Mark, "→", new(start, mark.Length));
        }

        if (PromptWord.Length(rest) is > 0 and var word)
        {
            return namesByCapitals && NameLength(prompt, start) is > 0 and var name
                ? Literal(PieceKind.Name, prompt, start, name)
                : new(PieceKind.Word, PromptWord.Lower(rest[..word]), new(start, word));
        }

        return new(PieceKind.Mark, prompt[start].ToString(), new(start, 1));
    }

    private static PromptPiece Literal(PieceKind kind, string prompt, int start, int length) => new(kind, prompt.Substring(start, length), new(start, length));

    /// <summary>"a day" is a length of time; "in 3 days", "tomorrow" and "2027-01-31" are moments.</summary>
    private static bool IsCalendarTime(ReadOnlySpan<char> rest) => PromptWord.Match(rest, "in") > 0 || Durations.Length(rest) == 0;

    private static int Bracketed(ReadOnlySpan<char> rest)
    {
        var close = rest.IndexOf(rest[0] == '[' ? ']' : '>');
        return close > 0 && rest[..close].IndexOfAny('\n', '"') < 0 ? close + 1 : 0;
    }

    private static int UrlLength(ReadOnlySpan<char> rest)
    {
        var length = rest.IndexOfAny(UrlEnders) is >= 0 and var end ? end : rest.Length;
        while (rest[length - 1] is '.' or '!' or '?')
        {
            length--;
        }

        return length;
    }

    /// <summary>Capitalised words in a row, none of which is a word of the language.</summary>
    private int NameLength(string prompt, int start)
    {
        var (end, position) = (0, start);
        for (var words = 0; words < WordsOfNameMax && position < prompt.Length && char.IsUpper(prompt[position]); words++)
        {
            if (words > 0 && AddressText.Length(prompt.AsSpan(position), domains: true) > 0)
            {
                break;
            }

            var length = PromptWord.LengthWithoutPossessive(prompt.AsSpan(position));
            var word = PromptWord.Lower(prompt.AsSpan(position, length));
            if (AlwaysCapital.Contains(word) || (words == 0 && vocabulary.Contains(word)))
            {
                break;
            }

            end = position + length - start;
            if (position + length >= prompt.Length || prompt[position + length] != ' ')
            {
                break;
            }

            position += length + 1;
        }

        return end;
    }
}
