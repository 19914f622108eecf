using System.Collections.Frozen;
using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Compilation.Grammar;

/// <summary>On which days and at what times of day something comes again and again: <c>on weekends</c>, <c>after 6pm</c>, <c>outside 9 to 5</c>.</summary>
internal static class WhenWords
{
    private const string Hours = "hours";

    private static readonly string[] OfDays = ["on", "at", "over", "during"];

    private static readonly string[] From = ["after", "later than", "past", "any time after"];

    private static readonly string[] Since = ["from", "since"];

    private static readonly string[] Until = ["before", "earlier than", "prior to", "any time before"];

    private static readonly string[] Between = ["between", "in between", "anytime between", "during", "within", "from", "in the hours from", "in the hours between"];

    private static readonly string[] Outside = ["outside of", "outside", "not between", "not within", "not during", "except between", "other than between"];

    private static readonly string[] OfWork = ["my", "our", "the", "normal", "regular", "usual", "work", "working", "office", "business", "opening"];

    private static readonly FrozenSet<string> Beginnings = First([.. OfDays, .. From, .. Until, .. Since, .. Between, .. Outside]);

    private static readonly string[] Joints = ["and", "to", "until", "till", "-", "–"];

    private static readonly string[] Onwards = ["on", "onwards", "onward", "or later"];

    /// <summary>The words with which one can begin.</summary>
    /// <param name="leads">Words before a weekday besides the usual ones.</param>
    /// <param name="isPlain">Whether a weekday stands without a word before it.</param>
    public static IReadOnlySet<string> BeginningsOf(IReadOnlyList<string> leads, bool isPlain) =>
        isPlain ? First([.. Beginnings, .. leads, .. WeekdayWords.Beginnings]) : First([.. Beginnings, .. leads]);

    /// <summary>The length of the words at the start of a text; 0 if they say no such time without a doubt.</summary>
    /// <param name="text">The text.</param>
    /// <param name="leads">Words before a weekday besides the usual ones.</param>
    /// <param name="isPlain">Whether a weekday stands without a word before it, as in "it's a Sunday".</param>
    public static int Length(ReadOnlySpan<char> text, IReadOnlyList<string> leads, bool isPlain) => Read(text, leads, isPlain).Length;

    /// <summary>What they ask of a time.</summary>
    public static Condition? ConditionOf(string text, ItemField time, IReadOnlyList<string> leads, bool isPlain)
    {
        var (length, days, span, isOutside) = Read(text, leads, isPlain);
        if (length != text.Length)
        {
            return null;
        }

        var parts = time.Parts!.FieldsOf(time).ToArray();
        Condition condition = days.Count > 0 ? Any([.. days.Select(day => new Comparison(parts[0].Name, Operator.Equals, Literal.Of(day)))]) : Of(span, parts[1].Name);
        return isOutside ? new NotOf(condition) : condition;
    }

    /// <summary>The days and times of day at the start of a text, as programs spell them.</summary>
    public static IEnumerable<string> LiteralsOf(ReadOnlySpan<char> text)
    {
        var (_, days, span, _) = Read(text, [], isPlain: false);
        return [.. days, .. new[] { span.From, span.Until }.OfType<TimeOnly>().Select(ClockText.Write)];
    }

    /// <summary>The span that a text begins with: "9 to 5", "6pm".</summary>
    public static ClockSpan? SpanAt(ReadOnlySpan<char> text) => Span(text) is { Length: > 0 } span ? span.Span : ClockWords.Read(text) is { IsCertain: true } one ? new(one.Time, null) : null;

    private static (int Length, IReadOnlyList<string> Days, ClockSpan Span, bool IsOutside) Read(ReadOnlySpan<char> text, IReadOnlyList<string> leads, bool isPlain)
    {
        if (!isPlain && leads.Count == 0 && !Beginnings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text[..PromptWord.Length(text)]))
        {
            return (0, [], default, false);
        }

        if (Days(text, leads, isPlain) is { Length: > 0 } days)
        {
            return (days.Length, days.Days, default, false);
        }

        if (After(text, From) is > 0 and var from && ClockWords.Read(text[from..]) is { IsCertain: true } first && first.Time > TimeOnly.MinValue)
        {
            return (from + first.Length, [], new(first.Time, null), false);
        }

        if (After(text, Until) is > 0 and var until && ClockWords.Read(text[until..]) is { IsCertain: true } last && last.Time > TimeOnly.MinValue)
        {
            return (until + last.Length, [], new(null, last.Time), false);
        }

        if (After(text, Since) is > 0 and var since && ClockWords.Read(text[since..]) is { IsCertain: true } start && start.Time > TimeOnly.MinValue
            && After(text[(since + start.Length)..], Onwards, ends: true) is > 0 and var onwards)
        {
            return (since + start.Length + onwards, [], new(start.Time, null), false);
        }

        foreach (var isOutside in (ReadOnlySpan<bool>)[true, false])
        {
            if (After(text, isOutside ? Outside : Between) is > 0 and var lead && Span(text[lead..]) is { Length: > 0 } span)
            {
                return (lead + span.Length, [], span.Span, isOutside);
            }
        }

        return (0, [], default, false);
    }

    private static (int Length, IReadOnlyList<string> Days) Days(ReadOnlySpan<char> text, IReadOnlyList<string> leads, bool isPlain)
    {
        var lead = isPlain ? 0 : After(text, [.. OfDays, .. leads]);
        if (lead == 0 && !isPlain)
        {
            return default;
        }

        var (length, days) = WeekdayWords.Read(text[lead..]);
        return length == 0 ? default : (lead + length, days);
    }

    /// <summary>"9 to 5", "work hours (9-17)", "office hours, 9am to 5pm".</summary>
    private static (int Length, ClockSpan Span) Span(ReadOnlySpan<char> text)
    {
        var lead = 0;
        while (After(text[lead..], OfWork) is > 0 and var word)
        {
            lead += word;
        }

        var isBracketed = false;
        if (PromptWord.Match(text[lead..], Hours) is > 0 and var hours)
        {
            lead += hours;
            while (lead < text.Length && text[lead] is ' ' or ',' or ':' or '(')
            {
                isBracketed |= text[lead] == '(';
                lead++;
            }

            lead += After(text[lead..], ["from", "between", "of"]);
        }
        else if (lead > 0)
        {
            return default;
        }

        if (ClockWords.Read(text[lead..]) is not { Length: > 0 } from)
        {
            return default;
        }

        var at = lead + from.Length;
        var gap = at < text.Length && text[at] == ' ' ? 1 : 0;
        foreach (var joint in Joints)
        {
            if (!text[(at + gap)..].StartsWith(joint, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var behind = at + gap + joint.Length;
            behind += behind < text.Length && text[behind] == ' ' ? 1 : 0;
            if (ClockWords.Read(text[behind..]) is { Length: > 0 } until && ClockSpan.Between(from, until) is { } span)
            {
                var end = behind + until.Length;
                return !isBracketed ? (end, span) : end < text.Length && text[end] == ')' ? (end + 1, span) : default;
            }
        }

        return default;
    }

    private static Condition Of(ClockSpan span, string field)
    {
        Condition? after = span.From is { } from ? new Comparison(field, Operator.GreaterThan, Literal.Of(ClockText.Write(from))) : null;
        Condition? before = span.Until is { } until ? new Comparison(field, Operator.LessThan, Literal.Of(ClockText.Write(until))) : null;
        return (after, before) switch
        {
            (not null, not null) => span.From < span.Until ? new AllOf([after, before]) : new AnyOf([after, before]),
            _ => after ?? before!,
        };
    }

    private static FrozenSet<string> First(IEnumerable<string> words) => words.Select(word => word.Split(' ')[0]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static Condition Any(IReadOnlyList<Condition> parts) => parts is [var one] ? one : new AnyOf(parts);

    /// <summary>The length of one of these at the start, with the blank behind it; 0 if there is none, or nothing behind it.</summary>
    private static int After(ReadOnlySpan<char> text, IReadOnlyList<string> words, bool ends = false)
    {
        var blank = ends && text is [' ', ..] ? 1 : 0;
        foreach (var one in words)
        {
            if (PromptWord.Match(text[blank..], one) is > 0 and var length && (ends || (text.Length > length && text[length] == ' ')))
            {
                return blank + length + (ends ? 0 : 1);
            }
        }

        return 0;
    }
}
