using Parlot;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>Many phrases at one place of a prompt: the one that reads farthest wins; equals are merged, or else the first of them wins.</summary>
internal sealed class PhraseTable<T>(Func<T, T, T>? merge = null) : Parser<T>
    where T : class
{
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<string, List<Entry>> _byFirstWord = new(StringComparer.OrdinalIgnoreCase);

    public PhraseTable<T> Add(PhraseCompiler compiler, string phrase, Func<Captures, T?> make)
    {
        var nodes = PhraseNotation.Parse(phrase);
        var first = FirstWords.Of(nodes);
        var entry = new Entry(_entries.Count, compiler.Compile(nodes), make);
        _entries.Add(entry);
        foreach (var word in first.Words)
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
        context.SkipWhiteSpace();
        var rest = cursor.Span;
        var word = rest[..Math.Max(PromptWord.LengthWithoutPossessive(rest), Math.Min(1, rest.Length))];

        var (best, order, end) = ((T?)null, int.MaxValue, start);
        Try(Of(PromptWord.Lower(word)));
        Try(Of(""));

        if (best is null)
        {
            cursor.ResetPosition(start);
            return false;
        }

        cursor.ResetPosition(end);
        result.Set(start.Offset, end.Offset, best);
        return true;

        void Try(List<Entry> entries)
        {
            foreach (var entry in entries)
            {
                cursor.ResetPosition(start);
                var captures = default(ParseResult<Captures>);
                if (!entry.Parser.Parse(context, ref captures) || entry.Make(captures.Value) is not { } made)
                {
                    continue;
                }

                var farther = cursor.Offset - end.Offset;
                if (farther > 0 || best is null)
                {
                    (best, order, end) = (made, entry.Order, cursor.Position);
                }
                else if (farther == 0 && merge is not null)
                {
                    best = entry.Order < order ? merge(made, best) : merge(best, made);
                    order = Math.Min(order, entry.Order);
                }
                else if (farther == 0 && entry.Order < order)
                {
                    (best, order) = (made, entry.Order);
                }
            }
        }
    }

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
