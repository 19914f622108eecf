using Parlot;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>The pieces of a phrase one after the other, with the values of all.</summary>
internal sealed class PhraseSequence(Parser<Captures>[] pieces) : Parser<Captures>
{
    public override bool Parse(ParseContext context, ref ParseResult<Captures> result)
    {
        var cursor = context.Scanner.Cursor;
        var before = cursor.Position;
        var captures = Captures.None;
        foreach (var piece in pieces)
        {
            var read = default(ParseResult<Captures>);
            if (!piece.Parse(context, ref read))
            {
                cursor.ResetPosition(before);
                return false;
            }

            captures = captures.And(read.Value);
        }

        result.Set(before.Offset, cursor.Offset, captures);
        return true;
    }
}
