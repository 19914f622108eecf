using Parlot;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>Measures words without quotes at the start of a text.</summary>
/// <param name="text">From where on.</param>
/// <param name="goesOn">Whether the sentence goes on with something else at an offset in it.</param>
internal delegate int FreeMeasure(ReadOnlySpan<char> text, Func<int, bool> goesOn);

/// <summary>Words without quotes. They end where the prompt goes on with an instruction.</summary>
/// <param name="measure">How long they are.</param>
/// <param name="endsAtActions">Whether an instruction ends them.</param>
/// <param name="mayBeName">Whether a name, which shows by its capitals, is surely all that was meant.</param>
internal sealed class FreeText(FreeMeasure measure, bool endsAtActions = true, bool mayBeName = false) : Parser<SlotValue>
{
    public override bool Parse(ParseContext context, ref ParseResult<SlotValue> result)
    {
        var cursor = context.Scanner.Cursor;
        var before = cursor.Position;
        context.SkipWhiteSpace();
        var start = cursor.Offset;
        var prompt = context as PromptContext;
        var length = measure(cursor.Span, offset => prompt is not null && (endsAtActions ? prompt.GoesOnAt(start + offset) : prompt.IsUntil(start + offset)));
        if (length == 0)
        {
            cursor.ResetPosition(before);
            return false;
        }

        var text = cursor.Span[..length].ToString();
        cursor.Advance(length);
        var isName = mayBeName && ProperName.Is(context.Scanner.Buffer, start, length);
        result.Set(start, start + length, isName ? SlotValue.Literal(text) : SlotValue.Open(text));
        return true;
    }
}
