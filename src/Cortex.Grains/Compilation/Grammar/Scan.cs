using Parlot;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>Says how long what it looks for is at the start of a text; 0 if it is not there.</summary>
internal delegate int Measure(ReadOnlySpan<char> text);

/// <summary>A parser of what a function measures.</summary>
internal sealed class Scan : Parser<TextSpan>
{
    private readonly Measure _measure;
    private readonly bool _skipsWhiteSpace;

    private Scan(Measure measure, bool skipsWhiteSpace) => (_measure, _skipsWhiteSpace) = (measure, skipsWhiteSpace);

    /// <summary>After any white space.</summary>
    public static Scan Term(Measure measure) => new(measure, skipsWhiteSpace: true);

    /// <summary>Right here.</summary>
    public static Scan Literal(Measure measure) => new(measure, skipsWhiteSpace: false);

    public override bool Parse(ParseContext context, ref ParseResult<TextSpan> result)
    {
        var cursor = context.Scanner.Cursor;
        var before = cursor.Position;
        if (_skipsWhiteSpace)
        {
            context.SkipWhiteSpace();
        }

        var start = cursor.Offset;
        var length = _measure(cursor.Span);
        if (length == 0)
        {
            cursor.ResetPosition(before);
            return false;
        }

        cursor.Advance(length);
        result.Set(start, start + length, new TextSpan(context.Scanner.Buffer, start, length));
        return true;
    }
}
