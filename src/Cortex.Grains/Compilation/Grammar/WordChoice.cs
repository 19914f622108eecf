using Parlot;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>
/// One of many sequences of plain words, each with what it stands for. The word at hand picks the few that can begin with it, so that a thousand names cost no more
/// than one. The longest wins.
/// </summary>
internal sealed class WordChoice<T> : Parser<T>
{
    private const int MarkLengthMax = 3;

    private readonly Dictionary<string, Entry[]> _byFirst;
    private readonly Dictionary<string, Entry[]>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public WordChoice(IEnumerable<(IReadOnlyList<string> Words, T Value)> sequences)
    {
        _byFirst = sequences
            .Select((one, order) => (one.Words, one.Value, Order: order))
            .GroupBy(one => FirstOf(one.Words[0]), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                group => group.Key,
                group => group
                    .OrderByDescending(one => one.Words.Count)
                    .ThenBy(one => one.Order)
                    .Select(one => new Entry([.. one.Words], one.Value))
                    .ToArray(),
                StringComparer.OrdinalIgnoreCase);
        _lookup = _byFirst.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>A word may have a mark inside: of "1:1" the prompt's first word is "1".</summary>
    private static string FirstOf(string word) => PromptWord.Length(word) is > 0 and var length ? word[..length] : word;

    /// <summary>Whether a text begins with one of them.</summary>
    public bool Begins(ReadOnlySpan<char> text)
    {
        foreach (var entry in Candidates(text))
        {
            if (Length(text, entry.Words) > 0)
            {
                return true;
            }
        }

        return false;
    }

    public override bool Parse(ParseContext context, ref ParseResult<T> result)
    {
        var cursor = context.Scanner.Cursor;
        var before = cursor.Position;
        context.SkipWhiteSpace();
        var start = cursor.Offset;
        var text = cursor.Span;
        foreach (var entry in Candidates(text))
        {
            if (Length(text, entry.Words) is > 0 and var length)
            {
                cursor.Advance(length);
                result.Set(start, start + length, entry.Value);
                return true;
            }
        }

        cursor.ResetPosition(before);
        return false;
    }

    private static int Length(ReadOnlySpan<char> text, string[] words)
    {
        var end = 0;
        foreach (var word in words)
        {
            while (end > 0 && end < text.Length && char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            var length = PromptWord.Match(text[end..], word);
            if (length == 0)
            {
                return 0;
            }

            end += length;
        }

        return end;
    }

    /// <summary>By the whole word, and for "it's" also by the word without its ending.</summary>
    private Entry[] Candidates(ReadOnlySpan<char> text)
    {
        var length = text.IsEmpty || !char.IsLetterOrDigit(text[0]) ? 0 : PromptWord.Length(text);
        if (length == 0)
        {
            return Marks(text);
        }

        var word = text[..length];
        var bare = text[..PromptWord.LengthWithoutPossessive(text)];
        var whole = word.Contains('’') ? _byFirst.GetValueOrDefault(PromptWord.Lower(word)) : Of(word);
        return bare.Length == word.Length ? whole ?? [] : [.. whole ?? [], .. Of(bare) ?? []];
    }

    /// <summary>A mark can be several characters: "->".</summary>
    private Entry[] Marks(ReadOnlySpan<char> text)
    {
        var marks = 0;
        while (marks < text.Length && !char.IsLetterOrDigit(text[marks]) && !char.IsWhiteSpace(text[marks]))
        {
            marks++;
        }

        for (var length = Math.Min(marks, MarkLengthMax); length > 0; length--)
        {
            if (Of(text[..length]) is { } found)
            {
                return found;
            }
        }

        return [];
    }

    private Entry[]? Of(ReadOnlySpan<char> word) => _lookup.TryGetValue(word, out var entries) ? entries : null;

    private sealed record Entry(string[] Words, T Value);
}
