using System.Buffers;
using Parlot;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>One prompt while it is read, with what was found in it so far: the same phrases are looked for at the same place once.</summary>
internal sealed class PromptContext : ParseContext
{
    /// <summary>How deep the question whether an instruction begins somewhere may lead to the same question farther on.</summary>
    private const int MaxDepth = 8;

    /// <summary>Places of one prompt that are looked at, each for what can stand there: three times what the longest prompts that people write take.</summary>
    private const int MaxPlaces = 600;

    /// <summary>What Parlot takes for white space. Its own table (1.5.9) lacks U+FFFF, so its parser throws where a prompt holds that character.</summary>
    private static readonly SearchValues<char> WhiteSpace = SearchValues.Create([.. Enumerable.Range(0, char.MaxValue).Select(code => (char)code).Where(Character.IsWhiteSpaceOrNewLine)]);

    private static readonly Scan WhiteSpaces = Scan.Literal(text => text.IndexOfAnyExcept(WhiteSpace) is >= 0 and var end ? end : text.Length);

    private readonly Parser<DraftStep> _actions;
    private readonly Dictionary<(object Table, int Offset, object? Until), object> _found = [];
    private readonly Dictionary<int, bool> _begins = [];
    private int _depth;
    private int _places;
    private int _questions;

    public PromptContext(string prompt, Parser<DraftStep> actions)
        : base(new Scanner(prompt), useNewLines: false) =>
        (Prompt, _actions, WhiteSpaceParser) = (prompt, actions, WhiteSpaces);

    /// <summary>Whether another place of the prompt may be looked at; each is counted.</summary>
    public bool MayGoOn => _places++ < MaxPlaces;

    /// <summary>How much was looked at so far: places, phrases at a place, and the words of texts, each of which might begin something else.</summary>
    public int Effort => _places + _found.Count + _questions;

    public string Prompt { get; }

    /// <summary>What ends words without quotes, besides an instruction; or null.</summary>
    public Parser<Captures>? Until { get; set; }

    /// <summary>All that a table's phrases say from a place on, the farthest first.</summary>
    public IReadOnlyList<Match<T>> All<T>(PhraseTable<T> table, int offset)
        where T : class
    {
        var key = (table, offset, Until);
        if (!_found.TryGetValue(key, out var matches))
        {
            _found[key] = matches = table.Matches(this, offset);
        }

        return (IReadOnlyList<Match<T>>)matches;
    }

    /// <summary>Whether the sentence goes on here with something else than the text that was being read.</summary>
    public bool GoesOnAt(int offset)
    {
        _questions++;
        return IsUntil(offset) || IsAction(offset);
    }

    /// <summary>Whether what ends words without quotes stands here.</summary>
    public bool IsUntil(int offset) => Until is { } until && Try(until, offset);

    private bool IsAction(int offset)
    {
        if (_begins.TryGetValue(offset, out var known))
        {
            return known;
        }

        if (_depth == MaxDepth)
        {
            return false;
        }

        _depth++;
        known = Try(_actions, offset);
        _depth--;
        return _begins[offset] = known;
    }

    /// <summary>Where what a parser reads from a place on ends; -1 if it reads nothing there.</summary>
    public int TryAt<T>(Parser<T> parser, int offset, out T value)
    {
        var cursor = Scanner.Cursor;
        var before = cursor.Position;
        MoveTo(offset);
        var result = default(ParseResult<T>);
        var end = parser.Parse(this, ref result) ? cursor.Offset : -1;
        cursor.ResetPosition(before);
        value = result.Value;
        return end;
    }

    /// <summary>Lines and columns are of no use here: only the offset counts.</summary>
    private void MoveTo(int offset) => Scanner.Cursor.ResetPosition(new TextPosition(offset, 0, 0));

    private bool Try<T>(Parser<T> parser, int offset) => TryAt(parser, offset, out _) >= 0;
}
