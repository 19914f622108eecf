using System.Buffers;
using System.Collections.Frozen;
using Parlot;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>
/// What people add behind an instruction to say why: "so it does not get buried", "because I am away", "I read them on the site anyway". It holds no value, no name, no condition and no
/// instruction, so leaving it out changes nothing.
/// </summary>
internal sealed class Aside : Parser<TextSpan>
{
    private const int MaxLength = 160;

    private const string Marks = ",;.!?-–—(";

    private static readonly FrozenSet<string> Persons = Set("i", "i'm", "i'll", "i've", "i'd", "we", "we're", "we'll", "we've", "we'd");

    /// <summary>What begins a remark in brackets; anything else could say which items are meant: "(invoices)".</summary>
    private static readonly FrozenSet<string> Remarks = Set("i", "i'm", "i'll", "i've", "i'd", "we", "we're", "we'll", "we've", "we'd", "she", "he", "they", "it", "you", "she's", "he's", "they're", "it's", "you're", "that", "that's", "those", "these", "this", "my", "our", "his", "her", "their", "so", "because", "since", "too", "sorry", "thanks", "nobody", "everyone", "people");

    /// <summary>Words of "they are just so much noise".</summary>
    private const int WordsOfVerdict = 6;

    private static readonly FrozenSet<string> Verdicts = Set("noise", "junk", "clutter", "rubbish", "garbage", "nonsense", "boring", "useless", "annoying", "distracting", "pointless");

    private static readonly FrozenSet<string> Reasons = Set("because", "since", "cause");

    /// <summary>Words that could be meant: a condition, or what is to be done.</summary>
    private static readonly FrozenSet<string> Significant = Set(
        "unless", "except", "if", "when", "whenever", "only", "otherwise", "else", "until", "but", "then", "before", "after", "want", "wants", "need", "needs", "should", "must", "please", "like", "would", "instead", "also", "every", "each", "all", "ignore",
        "skip", "or", "wish", "keep", "leave", "excluding", "without", "subject", "sender", "label", "unread", "attachment",
        // "So I answer it tomorrow": when, which may be when it is to be done.
        "tomorrow", "today", "tonight", "noon", "midday", "midnight", "morning", "afternoon", "evening", "hour", "hours", "minute", "minutes", "week", "weeks", "month", "months", "weekend", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private static readonly FrozenSet<string> Negations = Set("not", "no", "never", "don't", "doesn't", "isn't", "aren't", "wasn't", "weren't", "didn't", "won't", "can't", "cannot", "nobody", "none", "nothing");

    private static readonly SearchValues<char> Values = SearchValues.Create("0123456789@\"“”«»{}:/");

    public override bool Parse(ParseContext context, ref ParseResult<TextSpan> result)
    {
        var start = context.Scanner.Cursor.Offset;
        var length = Length((PromptContext)context, start);
        if (length == 0)
        {
            return false;
        }

        context.Scanner.Cursor.Advance(length);
        result.Set(start, start + length, new TextSpan(context.Scanner.Buffer, start, length));
        return true;
    }

    /// <summary>The length of the aside at a place of the prompt; 0 if there is none.</summary>
    public static int Length(PromptContext context, int start)
    {
        var text = context.Prompt.AsSpan(start);
        var begin = text.Length - text.TrimStart().Length;
        var isMarked = false;
        while (begin < text.Length && (Marks.Contains(text[begin]) || char.IsWhiteSpace(text[begin])))
        {
            isMarked |= Marks.Contains(text[begin]);
            begin++;
        }

        var first = Word(text, begin);
        var second = Word(text, begin + first.Length + 1);
        var isPurpose = first == "so" && second is "i" or "we" or "it" or "it's" or "they" or "they're" or "that" or "nobody" or "nothing" or "he" or "she" or "everyone" or "people" or "my" or "our";
        var isReason = Reasons.Contains(first);
        var isPersonal = (Persons.Contains(first) || (first is "nobody" or "no" && Word(text, begin + first.Length + 1) is not "email" and not "more")) && isMarked;
        isPersonal |= isMarked && ((first is "she's" or "he's" or "she" or "he") || (first is "they're" or "those" or "these" or "they" or "that's" && Word(text, begin + first.Length + 1 + (second is "are" ? "are ".Length : 0)) is "just" or "nothing" or "only" or "always" or "all" or "so" or "too" && Rejects(text, begin)));
        var isBracketed = begin > 0 && text[begin - 1] == '(' && (Remarks.Contains(first) || (first == "just" && second is "testing" or "trying" or "checking" or "kidding" or "curious"));
        var isOfSelf = Persons.Contains(second) || (second == "it" && Word(text, begin + first.Length + 1 + second.Length + 1) == "wasn't");
        var length = isPurpose || isReason || isPersonal || isBracketed ? Rest(context, start, begin, mayDeny: isPurpose || isPersonal || (isReason && isOfSelf)) : 0;
        return isBracketed && length > 0 && text[length - 1] != ')' ? 0 : length;
    }

    /// <summary>"They're just noise" says why; "they're just newsletters" could say which.</summary>
    private static bool Rejects(ReadOnlySpan<char> text, int begin)
    {
        for (var (words, position) = (0, begin); words < WordsOfVerdict && position < text.Length; words++)
        {
            var word = Word(text, position);
            if (Verdicts.Contains(word))
            {
                return true;
            }

            position += word.Length + 1;
        }

        return false;
    }

    /// <summary>Up to the end of the sentence.</summary>
    private static int Rest(PromptContext context, int start, int begin, bool mayDeny)
    {
        var text = context.Prompt.AsSpan(start);
        var position = begin;
        while (position < text.Length)
        {
            if (text[position] is '.' or '!' or '?' or ')' or '\n')
            {
                return text[position] == ')' ? position + 1 : position;
            }

            var length = PromptWord.Length(text[position..]);
            if (length == 0)
            {
                if (Values.Contains(text[position]))
                {
                    return 0;
                }

                position++;
                continue;
            }

            var word = Word(text, position);
            var isName = position > begin && char.IsUpper(text[position]) && !Persons.Contains(word);
            if (isName || position - begin > MaxLength || text.Slice(position, length).ContainsAny(Values) || Significant.Contains(word) || (Negations.Contains(word) && !mayDeny)
                || (position > begin && context.GoesOnAt(start + position)))
            {
                return 0;
            }

            position += length;
        }

        return position;
    }

    private static string Word(ReadOnlySpan<char> text, int start) => start < text.Length ? PromptWord.Lower(text.Slice(start, PromptWord.Length(text[start..]))) : "";

    private static FrozenSet<string> Set(params ReadOnlySpan<string> words) => FrozenSet.Create(StringComparer.Ordinal, words);
}
