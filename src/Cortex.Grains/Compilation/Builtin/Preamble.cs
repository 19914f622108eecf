using System.Collections.Frozen;
using Cortex.Compilation.Grammar;

namespace Cortex.Compilation.Builtin;

/// <summary>What people say before they come to the point: "I travel a lot for work. When …". It holds no value, no denial and no instruction, so leaving it out changes nothing.</summary>
internal static class Preamble
{
    private const string Marks = ".!;:-–—,";

    /// <summary>Words that could be meant: what is to happen, when, and to what not.</summary>
    private static readonly FrozenSet<string> Significant = Vocabulary.Verbs.Union(
        ["when", "whenever", "if", "unless", "except", "not", "no", "never", "don't", "without", "only", "once", "every", "each", "until", "otherwise", "then", "before", "after", "ignore", "skip", "or"]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words that begin a phrase of time, place or purpose, or of which items are meant; such a phrase is not a preamble: "in the evening, …", "for Acme: …", "apart from invoices, …".</summary>
    private static readonly FrozenSet<string> Prepositions = FrozenSet.Create(
        StringComparer.Ordinal, "in", "on", "at", "for", "with", "during", "from", "to", "of", "by", "under", "over", "within", "about", "regarding", "per", "upon", "between", "outside", "inside", "among", "near", "behind", "since", "through", "throughout", "via", "towards", "against", "into", "off",
        "apart", "aside", "other", "besides", "along", "assuming", "supposing", "presuming", "granted", "given", "depending", "considering", "marked", "flagged", "containing", "mentioning", "touching", "concerning", "having", "including", "excluding", "save", "thru", "based", "just", "some", "most", "all", "these", "those");

    /// <summary>Words that limit the time in which an automation is to run: "for the next month", "from Monday on".</summary>
    private static readonly FrozenSet<string> Limits = FrozenSet.Create(
        StringComparer.Ordinal, "next", "until", "till", "starting", "beginning", "tomorrow", "tonight", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mondays", "weekend", "weekends", "month", "months", "week", "weeks", "days", "hours",
        "january", "february", "april", "june", "july", "august", "september", "october", "november", "december", "christmas", "easter", "during", "while", "temporarily");

    /// <summary>Words that before a comma could say when: "sometimes, …".</summary>
    private static readonly FrozenSet<string> Times = FrozenSet.Create(
        StringComparer.Ordinal, "today", "tonight", "sometimes", "often", "occasionally", "usually", "rarely", "night", "nights", "evening", "evenings", "morning", "mornings", "afternoon", "afternoons", "daytime", "noon", "midnight");

    /// <summary>Who tells of himself gives no instruction: "I copy orders by hand".</summary>
    private static readonly FrozenSet<string> Narrators = FrozenSet.Create(StringComparer.Ordinal, "i", "we", "i'm", "we're", "i've", "we've", "my", "our");

    /// <summary>As long as he does not say what he would like.</summary>
    private static readonly FrozenSet<string> Wishes = FrozenSet.Create(StringComparer.Ordinal, "want", "need", "like", "wish", "love", "should", "must", "please", "get", "receive", "would", "could", "can");

    /// <summary>What may begin the event itself, as long as its sentence goes on: "as soon as a case is escalated, …".</summary>
    private static readonly FrozenSet<string> Openers = FrozenSet.Create(StringComparer.Ordinal, "as", "upon", "should", "provided", "anytime", "everytime", "any");

    /// <summary>The first of two words that may begin it: "<c>in</c> case", "<c>for</c> any", "<c>the</c> moment".</summary>
    private static readonly FrozenSet<string> FirstOfTwo = FrozenSet.Create(StringComparer.Ordinal, "in", "on", "for", "the", "at");

    /// <summary>The second of them.</summary>
    private static readonly FrozenSet<string> SecondOfTwo = FrozenSet.Create(StringComparer.Ordinal, "case", "event", "any", "all", "a", "an", "new", "moment", "second", "minute", "instant", "time");

    /// <summary>Verbs of what somebody wants to come about by the automation, behind "to".</summary>
    private static readonly FrozenSet<string> Purposes = FrozenSet.Create(StringComparer.Ordinal, "keep", "avoid", "help", "stay", "reduce", "prevent", "clean", "tidy", "organize", "organise", "simplify", "declutter");

    /// <summary>Whether a prompt begins with somebody who tells of himself.</summary>
    public static bool Narrates(string prompt) => Narrators.Contains(PromptWord.Lower(prompt.AsSpan(0, PromptWord.Length(prompt))));

    /// <summary>Where the prompt comes to the point, for every sentence that can be left out; in the order of the prompt.</summary>
    public static IEnumerable<int> Of(string prompt)
    {
        var outside = QuotedText.Outside(prompt);
        var follows = "";
        var (isFirst, isSecond, narrates, opens, places, times) = (true, false, false, false, false, false);
        for (var start = 0; start < prompt.Length; start++)
        {
            if (outside[start] != prompt[start] || char.IsDigit(prompt[start]) || prompt[start] == '@')
            {
                yield break;
            }

            var length = start == 0 || !PromptWord.IsPart(prompt[start - 1]) ? PromptWord.Length(outside.AsSpan(start)) : 0;
            if (length > 0)
            {
                var word = PromptWord.Lower(outside.AsSpan(start, length));
                opens = isFirst ? Openers.Contains(word) : opens || (isSecond && SecondOfTwo.Contains(word));
                if (isSecond || (follows is "as" or "since" or "to"))
                {
                    // "As I'm away, …", "to keep my inbox tidy, …": a reason, and no time or place.
                    var isReason = follows is "as" or "since" ? Narrators.Contains(word) : follows is "to" && Purposes.Contains(word);
                    (opens, places, narrates) = (opens && !isReason, places && !isReason, narrates || (isReason && follows is not "to"));
                }

                follows = isFirst ? word : "";
                isSecond = isFirst && FirstOfTwo.Contains(word);
                places = isFirst ? Prepositions.Contains(word) : places;
                times = Times.Contains(word) || (times && !isFirst);
                narrates = isFirst ? Narrators.Contains(word) : narrates && !Wishes.Contains(word);
                if ((Significant.Contains(word) && !(narrates && Vocabulary.Verbs.Contains(word))) || Limits.Contains(word))
                {
                    yield break;
                }

                isFirst = false;
            }

            if (Marks.Contains(prompt[start]) && start + 1 < prompt.Length && char.IsWhiteSpace(prompt[start + 1]))
            {
                isFirst |= prompt[start] is '.' or '!';
                if (isFirst || !(opens || places || times))
                {
                    yield return start + 1;
                }
            }
        }
    }
}
