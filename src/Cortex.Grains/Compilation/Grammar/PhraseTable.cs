using Parlot;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>Many phrases at one place of a prompt: the one that reads farthest wins; equals are merged, or else the first of them wins.</summary>
internal sealed class PhraseTable<T> : Parser<T>
    where T : class
{
    private readonly Func<T, T, T>? _merge;
    private readonly Lazy<PhraseBranch<T>> _root;
    private List<PhraseEntry<T>>? _entries = [];

    /// <param name="merge">Makes one of two phrases that end alike.</param>
    public PhraseTable(Func<T, T, T>? merge = null) => (_merge, _root) = (merge, new(Root));

    /// <param name="compiler">Makes the phrase's parsers.</param>
    /// <param name="phrase">The phrase.</param>
    /// <param name="make">What it says.</param>
    /// <param name="ofSlot">The words that a slot's value can begin with, where they are known: the phrase is then tried at those alone.</param>
    public PhraseTable<T> Add(PhraseCompiler compiler, string phrase, Func<Captures, T?> make, Func<PhraseNode.Slot, IReadOnlySet<string>?>? ofSlot = null)
    {
        var entries = _entries ?? throw new InvalidOperationException($"\"{phrase}\" comes too late: the table has been read.");
        var nodes = PhraseNotation.Parse(phrase);
        entries.Add(new(entries.Count, nodes, compiler.Steps(nodes), make, ofSlot));
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
        var found = new List<(T Value, int Order, int End)>();
        _root.Value.Find(context, offset, Captures.None, found);
        cursor.ResetPosition(before);
        return found.Count == 0 ? [] : [.. found.OrderBy(one => one.Order).GroupBy(one => one.End, one => one.Value).Select(group => new Match<T>(Of([.. group]), group.Key)).OrderByDescending(match => match.End)];
    }

    /// <summary>Of those with the same end, all are kept as one, or else the first of the table.</summary>
    private T Of(IReadOnlyList<T> values) => _merge is null ? values[0] : values.Aggregate(_merge);

    /// <summary>All phrases, put together when the first is looked for; as they were written they are not needed any more.</summary>
    private PhraseBranch<T> Root()
    {
        var root = new PhraseBranch<T>(_entries!, depth: 0, out _);
        _entries = null;
        return root;
    }
}
