using System.Collections.Frozen;
using Parlot;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>One to three plain words, as few as leave the rest of a phrase to be read: "an <c>onboarding</c> task", "a <c>thank you</c> email".</summary>
/// <param name="slot">What they are captured as.</param>
/// <param name="rest">The rest of the phrase.</param>
internal sealed class FewWords(string slot, Parser<Captures> rest) : Parser<Captures>
{
    /// <summary>The kind of a slot that is read so.</summary>
    public const string Kind = "few";

    private const int MaxWords = 3;

    private static readonly FrozenSet<string> None = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "a", "an", "the", "my", "and", "or", "to", "for", "from", "in", "on", "of", "with", "as", "into", "by", "it", "me", "them", "him", "her", "that", "this", "then", "if", "when", "new", "called", "named", "due", "is", "are", "saying", "text", "sms", "titled", "entitled", "task", "lead", "contact", "account", "opportunity", "record", "copy", "label", "star", "day", "annual", "calendar", "calender", "google", "phone", "voice", "paper", "letter", "email", "e-mail", "mail", "hour", "minute", "half", "all", "all-day", "full-day", "whole-day", "recurring", "repeating", "daily", "weekly", "monthly", "yearly");

    public override bool Parse(ParseContext context, ref ParseResult<Captures> result)
    {
        var cursor = context.Scanner.Cursor;
        var before = cursor.Position;
        context.SkipWhiteSpace();
        var start = cursor.Offset;
        for (var words = 0; words < MaxWords; words++)
        {
            var length = PromptWord.Length(cursor.Span);
            if (length == 0 || (words == 0 && Durations.Length(cursor.Span) > 0) || (cursor.Span[..length].ToString() is var word && (None.Contains(word) || OtherServices.Have(word))))
            {
                break;
            }

            cursor.Advance(length);
            var end = cursor.Offset;
            var behind = default(ParseResult<Captures>);
            if (rest.Parse(context, ref behind))
            {
                var text = context.Scanner.Buffer[start..end];
                result.Set(start, cursor.Offset, Captures.Of(slot, [SlotValue.Open(char.ToUpperInvariant(text[0]) + text[1..])]).And(behind.Value));
                return true;
            }

            cursor.ResetPosition(new TextPosition(end, 0, 0));
            context.SkipWhiteSpace();
        }

        cursor.ResetPosition(before);
        return false;
    }
}
