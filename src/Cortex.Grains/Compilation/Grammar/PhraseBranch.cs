using Parlot;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>
/// Phrases that begin alike, behind what they share: which of them end there, and how the others go on. What several go on with is read once for all of them, and the
/// word at hand picks the few that can go on with it.
/// </summary>
internal sealed class PhraseBranch<T>
    where T : class
{
    /// <summary>Characters of the longest mark, "-->".</summary>
    private const int MarksMax = 3;

    private readonly End[] _ends;
    private readonly Way[] _always;
    private readonly Dictionary<string, Way[]>? _byFirstWord;

    /// <param name="phrases">The phrases.</param>
    /// <param name="depth">How many steps they share.</param>
    /// <param name="first">The words that they can go on with.</param>
    public PhraseBranch(IEnumerable<PhraseEntry<T>> phrases, int depth, out FirstWords first)
    {
        var goesOn = phrases.ToLookup(phrase => phrase.Steps.Count > depth);
        _ends = [.. goesOn[false].Select(phrase => new End(phrase.Order, phrase.Make))];
        var ways = new List<Way>();
        var words = new List<FirstWords>();
        foreach (var alike in goesOn[true].GroupBy(phrase => phrase.Steps[depth].Says))
        {
            var one = alike.First();
            var end = one.EndOfShared(alike, depth);
            ways.Add(new Way(PhraseCompiler.InOrder(one.Steps.Take(depth..end)), new PhraseBranch<T>(alike, end, out var behind)));
            words.Add(one.FirstWords(depth..end).Before(behind));
        }

        first = new FirstWords(words.SelectMany(one => one.Words).ToHashSet(StringComparer.OrdinalIgnoreCase), words.Exists(one => one.CanBeSlot), _ends.Length > 0 || words.Exists(one => one.CanBeEmpty));
        _always = ways.Count < 2 ? [.. ways] : [.. ways.Where((_, index) => words[index].CanBeSlot || words[index].CanBeEmpty)];
        _byFirstWord = ways.Count < 2 ? null : ways
            .SelectMany((way, index) => words[index].Words.Select(KeyOf), (way, word) => (way, word))
            .GroupBy(pair => pair.word, pair => pair.way, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.Union(_always).ToArray(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Adds all that the phrases say from a place on.</summary>
    public void Find(ParseContext context, int offset, Captures captures, List<(T Value, int Order, int End)> found)
    {
        foreach (var end in _ends)
        {
            if (end.Make(captures) is { } made)
            {
                found.Add((made, end.Order, offset));
            }
        }

        var cursor = context.Scanner.Cursor;
        MoveTo(offset);
        context.SkipWhiteSpace();
        foreach (var way in WaysAt(cursor.Span))
        {
            MoveTo(offset);
            var read = default(ParseResult<Captures>);
            if (way.Parser.Parse(context, ref read))
            {
                way.Behind.Find(context, cursor.Offset, captures.And(read.Value), found);
            }
        }

        void MoveTo(int place) => cursor.ResetPosition(new TextPosition(place, 0, 0));
    }

    /// <summary>By what a text can be known that begins with a word or a mark.</summary>
    private static string KeyOf(string word) => char.IsLetterOrDigit(word[0]) ? word[..PromptWord.Length(word)] : word[..Math.Min(MarksMax, word.Length)];

    /// <summary>How the phrases can go on with a text: by its first word, with and without an "'s", or by its first marks.</summary>
    private Way[] WaysAt(ReadOnlySpan<char> text)
    {
        if (_byFirstWord is null || text.IsEmpty)
        {
            return _always;
        }

        if (char.IsLetterOrDigit(text[0]))
        {
            return Union(Of(text[..PromptWord.Length(text)]), Of(text[..PromptWord.LengthWithoutPossessive(text)]));
        }

        var ways = _always;
        for (var marks = 1; marks <= MarksMax && marks <= text.Length; marks++)
        {
            ways = Union(ways, Of(text[..marks]));
        }

        return ways;
    }

    private Way[] Of(ReadOnlySpan<char> word)
    {
        var known = word.Contains('’') ? _byFirstWord!.GetValueOrDefault(PromptWord.Lower(word)) : _byFirstWord!.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var ways) ? ways : null;
        return known ?? _always;
    }

    /// <summary>All hold those that can go on with anything.</summary>
    private Way[] Union(Way[] some, Way[] others) => some == _always || some == others ? others : others == _always ? some : [.. some.Union(others)];

    /// <summary>That a phrase ends.</summary>
    private readonly record struct End(int Order, Func<Captures, T?> Make);

    /// <summary>What some of the phrases go on with, and what comes behind it.</summary>
    private sealed record Way(Parser<Captures> Parser, PhraseBranch<T> Behind);
}
