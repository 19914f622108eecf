using Parlot;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>Many phrases at one place of a prompt: the one that reads farthest wins; equals are merged, or else the first of them wins.</summary>
internal sealed class PhraseTable<T>(Func<T, T, T>? merge = null) : Parser<T>
    where T : class
{
    /// <summary>Characters of the longest mark, "-->".</summary>
    private const int MarksMax = 3;

    private readonly List<Entry> _entries = [];
    private readonly Dictionary<string, List<Entry>> _byFirstWord = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="compiler">Makes the phrase's parser.</param>
    /// <param name="phrase">The phrase.</param>
    /// <param name="make">What it says.</param>
    /// <param name="ofSlot">The words that a slot's value can begin with, where they are known: the phrase is then tried at those alone.</param>
    public PhraseTable<T> Add(PhraseCompiler compiler, string phrase, Func<Captures, T?> make, Func<PhraseNode.Slot, IReadOnlySet<string>?>? ofSlot = null)
    {
        var nodes = PhraseNotation.Parse(phrase);
        var first = FirstWords.Of(nodes, ofSlot);
        var entry = new Entry(_entries.Count, compiler.Compile(nodes), make);
        _entries.Add(entry);
        foreach (var word in first.Words.Select(WithoutPossessive).Distinct())
        {
            Listed(word).Add(entry);
        }

        if (first.CanBeSlot || first.CanBeEmpty)
        {
            Listed("").Add(entry);
        }

        return this;
    }

    public override bool Parse(ParseContext context, ref ParseResult<T> result)
    {
        var cursor = context.Scanner.Cursor;
        var start = cursor.Position;
        var matches = context is PromptContext prompt ? prompt.All(this, start.Offset) : Matches(context, start.Offset);
        if (matches.Count == 0)
        {
            cursor.ResetPosition(start);
            return false;
        }

        cursor.ResetPosition(new TextPosition(matches[0].End, 0, 0));
        result.Set(start.Offset, matches[0].End, matches[0].Value);
        return true;
    }

    /// <summary>All that the phrases say from a place on, the farthest first, one for each end.</summary>
    public IReadOnlyList<Match<T>> Matches(ParseContext context, int offset)
    {
        var cursor = context.Scanner.Cursor;
        var before = cursor.Position;
        cursor.ResetPosition(new TextPosition(offset, 0, 0));
        context.SkipWhiteSpace();
        var rest = cursor.Span;
        var word = rest[..Math.Max(PromptWord.LengthWithoutPossessive(rest), Math.Min(1, rest.Length))];
        var found = new List<(T Value, int Order, int End)>();
        Try(Of(PromptWord.Lower(word)));
        for (var marks = 2; marks <= MarksMax && marks <= rest.Length && !char.IsLetterOrDigit(rest[0]); marks++)
        {
            // "->"
            Try(Of(rest[..marks].ToString()));
        }

        Try(Of(""));
        cursor.ResetPosition(before);
        return [.. found.OrderByDescending(one => one.End).Select(one => new Match<T>(one.Value, one.End))];

        void Try(List<Entry> entries)
        {
            foreach (var entry in entries)
            {
                cursor.ResetPosition(new TextPosition(offset, 0, 0));
                var captures = default(ParseResult<Captures>);
                if (entry.Parser.Parse(context, ref captures) && entry.Make(captures.Value) is { } made)
                {
                    Add(found, made, entry.Order, cursor.Offset);
                }
            }
        }
    }

    /// <summary>Of those with the same end, both are kept as one, or else the first of the table.</summary>
    private void Add(List<(T Value, int Order, int End)> found, T made, int order, int end)
    {
        var index = found.FindIndex(one => one.End == end);
        if (index < 0)
        {
            found.Add((made, order, end));
            return;
        }

        var other = found[index];
        var value = merge is null
            ? order < other.Order ? made : other.Value
            : order < other.Order ? merge(made, other.Value) : merge(other.Value, made);
        found[index] = (value, Math.Min(order, other.Order), end);
    }

    /// <summary>"It's" is looked for under "it", as the prompt's first word is.</summary>
    private static string WithoutPossessive(string word) => PromptWord.LengthWithoutPossessive(word) is > 0 and var length ? word[..length] : word;

    private List<Entry> Of(string word) => _byFirstWord.GetValueOrDefault(word) ?? [];

    private List<Entry> Listed(string word)
    {
        if (!_byFirstWord.TryGetValue(word, out var entries))
        {
            _byFirstWord[word] = entries = [];
        }

        return entries;
    }

    private sealed record Entry(int Order, Parser<Captures> Parser, Func<Captures, T?> Make);
}
