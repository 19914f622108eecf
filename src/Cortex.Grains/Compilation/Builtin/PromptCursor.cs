using Cortex.Compilation.Grammar;
using Parlot;
using Parlot.Fluent;

namespace Cortex.Compilation.Builtin;

/// <summary>A place in a prompt that only moves forward: by what a parser understood, or not at all.</summary>
internal sealed class PromptCursor(string prompt)
{
    private readonly ParseContext _context = new(new Scanner(prompt), useNewLines: false);

    public string Prompt => prompt;

    public int Position => _context.Scanner.Cursor.Offset;

    /// <summary>What has not been understood yet.</summary>
    public string Rest => prompt[Position..].Trim();

    /// <summary>The part of the prompt from a mark to here, white space around it left out; null if it is empty.</summary>
    public TextRange? RangeFrom(in TextPosition mark) => RangeTo(mark.Offset, Position);

    /// <summary>The same between two offsets.</summary>
    public TextRange? RangeTo(int start, int end)
    {
        var text = prompt.AsSpan(start, end - start);
        var lead = text.Length - text.TrimStart().Length;
        var length = text.Trim().Length;
        return length == 0 ? null : new TextRange(start + lead, length);
    }

    public TextPosition Mark() => _context.Scanner.Cursor.Position;

    public void Reset(in TextPosition mark) => _context.Scanner.Cursor.ResetPosition(mark);

    public bool Take(Parser<Captures> parser) => Take(parser, out _);

    public bool Take<T>(Parser<T> parser, out T value)
    {
        var start = _context.Scanner.Cursor.Position;
        var result = default(ParseResult<T>);
        if (parser.Parse(_context, ref result))
        {
            value = result.Value;
            return true;
        }

        _context.Scanner.Cursor.ResetPosition(start);
        value = default!;
        return false;
    }

    /// <summary>Takes two in a row, or nothing.</summary>
    public bool Take<T>(Parser<Captures> first, Parser<T> second, out T value)
    {
        var start = _context.Scanner.Cursor.Position;
        if (Take(first) && Take(second, out value))
        {
            return true;
        }

        _context.Scanner.Cursor.ResetPosition(start);
        value = default!;
        return false;
    }
}
