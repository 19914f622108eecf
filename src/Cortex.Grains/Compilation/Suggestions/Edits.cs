using Cortex.Compilation.Grammar;

namespace Cortex.Compilation.Suggestions;

/// <summary>Edits of a prompt that no table can hold: what is told before the point, what stands in brackets, a comma that is missing before the instruction.</summary>
internal static class Edits
{
    /// <summary>Words between "from" and the brackets that hold the address.</summary>
    private const int WordsBeforeAddress = 6;

    private const string OneOf = "one ";

    private const int DurationMax = 20;

    private static readonly string[] Whens = ["whenever", "when", "if"];

    private static readonly string[] Befores = ["before", "beforehand", "ahead", "in advance", "earlier"];

    private static readonly string[] Tails = ["", "it starts", "it begins", "it", "that", "the start", "of time"];

    private static readonly string[] Starts = ["is about to start", "is coming up", "starts", "begins", "is scheduled", "is booked"];

    private static readonly string[] Prepositions = ["from", "to", "by", "with", "of"];

    private static readonly string[] Openers = ["when", "whenever", "if", "once", "every", "each", "the moment", "as soon as", "anything", "everything", "all", "any"];

    private static readonly string[] ExampleStarts = ["e.g", "eg", "for example", "for instance", "such as"];

    private static readonly string[] ExampleEnds = ["you name it", "etc", "etc.", "and so on", "and the like"];

    private static readonly string[] Courtesies = ["please", "could you", "can you", "would you", "so", "i want", "i'd like", "i'd love"];

    /// <summary>All of them, in the order of the prompt.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <param name="verbs">Words with which an instruction begins.</param>
    /// <param name="understood">Where what was understood ends.</param>
    public static IEnumerable<Edit> In(string prompt, IReadOnlySet<string> verbs, int understood)
    {
        var outside = QuotedText.Outside(prompt);
        if (Story(outside, verbs) is { } story && story.End > understood + 1)
        {
            yield return story;
        }

        for (var open = outside.IndexOf('(', StringComparison.Ordinal); open >= 0; open = outside.IndexOf('(', open + 1))
        {
            var close = outside.IndexOf(')', open);
            if (close < 0)
            {
                yield break;
            }

            yield return Brackets(prompt, open, close);
        }

        foreach (var edit in Ahead(prompt, outside))
        {
            yield return edit;
        }

        if (Repeated(prompt, outside) is { } repeated)
        {
            yield return repeated;
        }
    }

    /// <summary>"I run a small studio. Whenever …": what comes before the sentence that begins with an event or an instruction.</summary>
    private static Edit? Story(string outside, IReadOnlySet<string> verbs)
    {
        for (var index = 0; index < outside.Length - 2; index++)
        {
            if (outside[index] is not ('.' or '!' or '?' or ':' or '\n' or ',') || !char.IsWhiteSpace(outside[index + 1]))
            {
                continue;
            }

            var start = index + 1 + (outside.Length - index - 1 - outside.AsSpan(index + 1).TrimStart().Length);
            var rest = outside.AsSpan(start);
            var word = PromptWord.Lower(rest[..PromptWord.Length(rest)]);
            if (StartsWith(rest, Openers) || (outside[index] is '.' or '!' or '\n' && (StartsWith(rest, Courtesies) || verbs.Contains(word))))
            {
                return OpensBefore(outside, index, verbs) ? null : new Edit(new TextRange(0, start), "");
            }
        }

        return null;
    }

    /// <summary>Whether the event or an instruction is said before a place, so that it is no mere story.</summary>
    private static bool OpensBefore(string outside, int end, IReadOnlySet<string> verbs)
    {
        var before = outside.AsSpan(0, end).TrimStart();
        return StartsWith(before, Openers) || verbs.Contains(PromptWord.Lower(before[..PromptWord.Length(before)])) || before.Contains('→') || before.Contains("=>", StringComparison.Ordinal) || before.Contains('@');
    }

    /// <summary>Addresses in brackets say who was meant before them; of anything else nothing is left.</summary>
    private static Edit Brackets(string prompt, int open, int close)
    {
        var inner = prompt[(open + 1)..close];
        var parts = inner.Split([", ", " or ", " and ", " / "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (!parts.All(part => AddressText.Length(part, domains: true) == part.Length))
        {
            return new Edit(new TextRange(open, close + 1 - open), "") { IsSame = AreExamples(inner) };
        }

        var (start, words) = (open, 0);
        for (var index = open - 1; index >= 0 && words <= WordsBeforeAddress; index--)
        {
            if ((index > 0 && !char.IsWhiteSpace(prompt[index - 1])) || char.IsWhiteSpace(prompt[index]))
            {
                continue;
            }

            words++;
            if (StartsWith(prompt.AsSpan(index), Prepositions) || StartsWith(prompt.AsSpan(index), Openers))
            {
                start = index + PromptWord.Length(prompt.AsSpan(index)) + 1;
                start = prompt.AsSpan(0, index).EndsWith(OneOf, StringComparison.OrdinalIgnoreCase) && prompt.AsSpan(index).StartsWith("of ", StringComparison.Ordinal) ? index - OneOf.Length : start;
                break;
            }
        }

        return new Edit(new TextRange(start, close + 1 - start), string.Join(" or ", parts));
    }

    /// <summary>"(tickets, camps, you name it)".</summary>
    private static bool AreExamples(string inner) => StartsWith(inner, ExampleStarts) || ExampleEnds.Any(end => inner.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    /// <summary>"when a meeting is booked, remind me an hour before": what is to be done before an event says so in front of it.</summary>
    private static IEnumerable<Edit> Ahead(string prompt, string outside)
    {
        foreach (var opener in Whens)
        {
            if (PromptWord.Match(outside, opener) is not (> 0 and var length))
            {
                continue;
            }

            foreach (var before in Befores)
            {
                var at = outside.LastIndexOf($" {before}", StringComparison.OrdinalIgnoreCase);
                var start = at < 0 ? -1 : DurationBefore(prompt, at);
                if (start < 0 || Tails.All(tail => !outside.AsSpan(at + 1 + before.Length).Trim(" .!").Equals(tail, StringComparison.OrdinalIgnoreCase)))
                {
                    continue;
                }

                yield return new Edit(new TextRange(0, length + (outside[length..] is [':', ..] ? 1 : 0)), $"{prompt[start..at]} before");
                foreach (var closing in Starts)
                {
                    if (outside.IndexOf($" {closing}", StringComparison.OrdinalIgnoreCase) is > 0 and var closes && closes < start)
                    {
                        yield return new Edit(new TextRange(closes, closing.Length + 1), "");
                        break;
                    }
                }

                yield return new Edit(new TextRange(start, prompt.Length - start), "");
                yield break;
            }
        }
    }

    /// <summary>Where the length of time begins that ends at a place; -1 if there is none.</summary>
    private static int DurationBefore(string prompt, int end)
    {
        for (var start = end - 1; start > 0; start--)
        {
            if (prompt[start - 1] == ' ' && Durations.Length(prompt.AsSpan(start)) == end - start)
            {
                return start;
            }

            if (prompt[start] is ',' or ':' or ';' || end - start > DurationMax)
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>"assign it to Ana, else to Ben": the instruction is said again.</summary>
    private static Edit? Repeated(string prompt, string outside)
    {
        foreach (var other in (ReadOnlySpan<string>)["else to ", "otherwise to "])
        {
            var at = outside.IndexOf(other, StringComparison.OrdinalIgnoreCase);
            var to = at > 0 ? outside.LastIndexOf(" to ", at, StringComparison.OrdinalIgnoreCase) : -1;
            if (to <= 0)
            {
                continue;
            }

            var start = to;
            while (start > 0 && outside[start - 1] is not (',' or ':' or ';' or '.' or '\n') && (start < 6 || !outside.AsSpan(0, start).EndsWith(" then ", StringComparison.OrdinalIgnoreCase)))
            {
                start--;
            }

            var verb = FirstVerb(prompt[start..to].Trim());
            return new Edit(new TextRange(at, other.Length), $"otherwise {verb} to ");
        }

        return null;
    }

    /// <summary>Of "if its country is Norway assign it" the instruction: its last two or three words.</summary>
    private static string FirstVerb(string words)
    {
        var all = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', all.Length > 1 && all[^1] is not ("it" or "them") && all.Length > 2 ? all[^3..] : all[^Math.Min(2, all.Length)..]);
    }

    private static bool StartsWith(ReadOnlySpan<char> text, IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            if (PromptWord.Match(text, word) > 0)
            {
                return true;
            }
        }

        return false;
    }
}
