namespace Cortex.Compilation.Suggestions;

/// <summary>Which pieces of a prompt are likely to say the event and which the steps, told by its joints.</summary>
/// <param name="Event">The pieces about the event.</param>
/// <param name="Actions">The pieces of each step.</param>
/// <param name="IsMixed">Both stand among each other, and so both are all of the pieces: "archive mail from …".</param>
/// <param name="Exception">What the last step ends with that is a condition: "unless …", "except …"; empty mostly.</param>
/// <param name="Asides">What tells why, and neither when nor what: "so I don't have to".</param>
internal sealed record PromptParts(Range Event, IReadOnlyList<Range> Actions, bool IsMixed, Range Exception, IReadOnlyList<Range> Asides)
{
    private PromptParts(Range @event, IReadOnlyList<Range> actions, bool isMixed)
        : this(@event, actions, isMixed, 0..0, [])
    {
    }

    private const int ActionsMax = 4;

    /// <summary>Of so many words that may be the first of the steps each is tried.</summary>
    private const int VerbsMax = 3;

    private static readonly HashSet<string> Openers = new(StringComparer.Ordinal) { "when", "whenever", "if", "once", "anytime", "upon", "after", "every", "each", "any", "as" };

    /// <summary>Of these the event begins only where it comes first, or where they follow what is to be done.</summary>
    private static readonly HashSet<string> LateOpeners = new(StringComparer.Ordinal) { "when", "whenever", "if", "once", "anytime", "upon", "after", "before" };

    private static readonly HashSet<string> Joints = new(StringComparer.Ordinal) { "and", "then", "also", "+", "&", ",", ";", ".", "\n", ":", "→" };

    private static readonly HashSet<string> Strong = new(StringComparer.Ordinal) { "then", "→", "=" };

    private static readonly HashSet<string> Obligation = new(StringComparer.Ordinal) { "should", "must" };

    private static readonly HashSet<string> Weak = new(StringComparer.Ordinal) { ",", ":", ";", ".", "\n", "?" };

    /// <summary>After these a word is a noun, not an instruction.</summary>
    private static readonly HashSet<string> BeforeNouns = new(StringComparer.Ordinal)
    {
        "a", "an", "the", "my", "any", "every", "each", "all", "new", "this", "that", "of", "from", "to", "in", "on", "with", "by", "for", "get", "gets", "receive", "i", "or", "no", "some",
    };

    /// <summary>Who tells something of himself, or why: neither is done anything nor does it depend on anything.</summary>
    private static readonly HashSet<string> Tellers = new(StringComparer.Ordinal) { "i", "i'm", "i've", "we", "we're", "we've", "they", "they're", "he", "she", "those", "these", "there's" };

    private static readonly HashSet<string> Reasons = new(StringComparer.Ordinal) { "because", "cause", "cos", "since" };

    /// <summary>What is wished for is no aside: "I want it starred".</summary>
    private static readonly HashSet<string> Wishes = new(StringComparer.Ordinal) { "want", "wanna", "need", "would", "wish", "like", "should", "must", "may" };

    /// <summary>
    /// The likeliest way to take a prompt apart, then others: where no joint stands between the event and the steps, each word that may begin an instruction
    /// ("a couple cancels their wedding forward the mail").
    /// </summary>
    /// <param name="pieces">The prompt.</param>
    /// <param name="verbs">Words with which an instruction begins.</param>
    public static IReadOnlyList<PromptParts> Ways(IReadOnlyList<PromptPiece> pieces, IReadOnlySet<string> verbs)
    {
        var likeliest = Of(pieces, verbs);
        var first = FirstWord(pieces);
        var end = likeliest.Event.End.Value;
        return likeliest.IsMixed || likeliest.Event.Start.Value != first || end >= pieces.Count || !IsOpener(pieces, first, Openers) || !IsVerb(pieces, end, verbs)
            ? [likeliest]
            : [likeliest, .. Enumerable.Range(end + 1, pieces.Count - end - 1).Where(index => IsVerb(pieces, index, verbs)).Take(VerbsMax).Select(index => Whole(pieces, Divided(pieces, first, index, verbs)))];
    }

    /// <param name="pieces">The prompt.</param>
    /// <param name="verbs">Words with which an instruction begins.</param>
    public static PromptParts Of(IReadOnlyList<PromptPiece> pieces, IReadOnlySet<string> verbs) => Whole(pieces, Divide(pieces, verbs));

    /// <summary>Takes asides and an exception out of the steps.</summary>
    private static PromptParts Whole(IReadOnlyList<PromptPiece> pieces, PromptParts divided)
    {
        var asides = divided.Actions.Where(action => IsAside(pieces, action)).ToList();
        var parts = asides.Count > 0 && asides.Count < divided.Actions.Count ? divided with { Actions = [.. divided.Actions.Except(asides)], Asides = asides } : divided;
        if (parts is { IsMixed: true, Asides: [.., var ending] } && ending.End.Value >= parts.Actions[^1].End.Value)
        {
            parts = parts with { Event = parts.Event.Start..ending.Start };
        }

        if (parts.IsMixed || parts.Actions is not [.., var last])
        {
            return parts;
        }

        for (var index = last.Start.Value + 1; index < last.End.Value - 1; index++)
        {
            if (pieces[index].Is("unless") || pieces[index].Is("except"))
            {
                return parts with { Actions = [.. parts.Actions.SkipLast(1), last.Start.Value..index], Exception = index..last.End.Value };
            }
        }

        return parts;
    }

    /// <summary>Whether a part begins with a "when".</summary>
    public static bool Opens(IReadOnlyList<PromptPiece> pieces, Range part) => part.Start.Value < part.End.Value && IsOpener(pieces, part.Start.Value, LateOpeners);

    private static PromptParts Divide(IReadOnlyList<PromptPiece> pieces, IReadOnlySet<string> verbs)
    {
        var first = FirstWord(pieces);
        if (pieces[first].Is("then"))
        {
            return new(first..first, Split(pieces, first, pieces.Count, verbs), isMixed: true);
        }

        if (IsOpener(pieces, first, Openers))
        {
            var after = first + 1;
            while (after < pieces.Count - 1 && pieces[after].IsMark)
            {
                after++;
            }

            return Divided(pieces, first, EndOfEvent(pieces, after, verbs), verbs);
        }

        if ((Boundary(pieces, first, Strong, verbs: null) ?? Boundary(pieces, first + 1, Obligation, verbs: null)) is { } arrow)
        {
            return new(first..arrow, Split(pieces, arrow, pieces.Count, verbs), isMixed: false);
        }

        for (var index = first + 1; index < pieces.Count; index++)
        {
            if (IsOpener(pieces, index, LateOpeners) && index - first > 0)
            {
                var lead = pieces[index].Is("before") && pieces[index - 1].Kind == PieceKind.Duration ? index - 1 : index;
                var end = Boundary(pieces, index, Weak, verbs) ?? (lead == first ? FirstVerb(pieces, index + 1, verbs) : null) ?? pieces.Count;
                return lead == first
                    ? new(first..end, Split(pieces, end, pieces.Count, verbs), isMixed: false)
                    : new(lead..end, [.. Split(pieces, first, lead, verbs), .. Split(pieces, end, pieces.Count, verbs)], isMixed: false);
            }
        }

        if (!verbs.Contains(pieces[first].Text) && Split(pieces, first, pieces.Count, verbs) is [var begin, _, ..] several)
        {
            return new(begin, several[1..], isMixed: false);
        }

        return Boundary(pieces, first, Weak, verbs) is { } boundary
            && !(pieces[first].Kind == PieceKind.Word && verbs.Contains(pieces[first].Text) && !IsNoun(pieces, first))
            ? new(first..boundary, Split(pieces, boundary, pieces.Count, verbs), isMixed: false)
            : new(first..pieces.Count, Split(pieces, first, pieces.Count, verbs), isMixed: true);
    }

    private static PromptParts Divided(IReadOnlyList<PromptPiece> pieces, int first, int end, IReadOnlySet<string> verbs) =>
        new(first..end, Split(pieces, end, pieces.Count, verbs), isMixed: false);

    /// <summary>Whether some pieces tell why, and nothing that could be a condition.</summary>
    private static bool IsAside(IReadOnlyList<PromptPiece> pieces, Range range)
    {
        var (start, length) = range.GetOffsetAndLength(pieces.Count);
        return StartsAside(pieces, start) && Enumerable.Range(start, length).All(index => pieces[index] is { IsLiteral: false, Text: not ("if" or "when" or "unless" or "except" or "only" or "but") });
    }

    private static bool StartsAside(IReadOnlyList<PromptPiece> pieces, int index)
    {
        var teller = index + 1 < pieces.Count && pieces[index].Text is "so" or "as" ? index + 1 : index;
        return pieces[index].Kind == PieceKind.Word
            && (Reasons.Contains(pieces[index].Text) || (Tellers.Contains(pieces[teller].Text) && teller + 1 < pieces.Count && !Wishes.Contains(pieces[teller + 1].Text)));
    }

    private static int FirstWord(IReadOnlyList<PromptPiece> pieces)
    {
        var first = 0;
        while (first < pieces.Count - 1 && (pieces[first].IsMark || pieces[first].Text is "please" or "pls" or "hi" or "hey" or "hello"))
        {
            first++;
        }

        return first;
    }

    /// <summary>"mail from …: star it" begins with a noun, "mail ana@… : hello" with a verb.</summary>
    private static bool IsNoun(IReadOnlyList<PromptPiece> pieces, int index) =>
        index + 1 < pieces.Count && pieces[index + 1] is { Kind: PieceKind.Word, Text: "from" or "to" or "with" or "about" or "w" or "that" or "which" or "in" or "sent" or "by" };

    private static bool IsOpener(IReadOnlyList<PromptPiece> pieces, int index, HashSet<string> openers) =>
        pieces[index].Kind == PieceKind.Word && openers.Contains(pieces[index].Text);

    /// <summary>Where the event ends and the steps begin; the end of the prompt if nothing tells.</summary>
    private static int EndOfEvent(IReadOnlyList<PromptPiece> pieces, int start, IReadOnlySet<string> verbs) =>
        Boundary(pieces, start, Strong, verbs: null)
        ?? Earlier(Boundary(pieces, start, Weak, verbs), AsideIn(pieces, start))
        ?? Boundary(pieces, start + 1, Weak, verbs: null)
        ?? FirstVerb(pieces, start, verbs)
        ?? pieces.Count;

    private static int? Earlier(int? one, int? other) => one is { } first && other is { } second ? Math.Min(first, second) : one;

    /// <summary>The mark before an aside that stands between the event and the steps.</summary>
    private static int? AsideIn(IReadOnlyList<PromptPiece> pieces, int start) =>
        Enumerable.Range(start + 1, Math.Max(0, pieces.Count - start - 2)).Where(index => pieces[index].IsMark && Weak.Contains(pieces[index].Text) && StartsAside(pieces, index + 1)).Cast<int?>().FirstOrDefault();

    private static int? FirstVerb(IReadOnlyList<PromptPiece> pieces, int start, IReadOnlySet<string> verbs) =>
        Enumerable.Range(start + 1, Math.Max(0, pieces.Count - start - 1)).Where(index => IsVerb(pieces, index, verbs)).Cast<int?>().FirstOrDefault();

    /// <summary>The first of some marks, with what must follow it; null if there is none before the end.</summary>
    private static int? Boundary(IReadOnlyList<PromptPiece> pieces, int start, HashSet<string> marks, IReadOnlySet<string>? verbs)
    {
        for (var index = start + 1; index < pieces.Count - 1; index++)
        {
            if (!pieces[index].IsLiteral && marks.Contains(pieces[index].Text) && (verbs is null || StartsAction(pieces, index + 1, verbs)))
            {
                return index;
            }
        }

        return null;
    }

    private static bool StartsAction(IReadOnlyList<PromptPiece> pieces, int index, IReadOnlySet<string> verbs)
    {
        while (index < pieces.Count - 1 && pieces[index].Text is "please" or "just" or "and" or "then" or "so" or "automatically" or "also" or "it" or "should" or "to" or "\n" or "use" or "ai")
        {
            index++;
        }

        return pieces[index].Kind == PieceKind.Word && verbs.Contains(pieces[index].Text);
    }

    private static bool IsVerb(IReadOnlyList<PromptPiece> pieces, int index, IReadOnlySet<string> verbs) =>
        pieces[index].Kind == PieceKind.Word && verbs.Contains(pieces[index].Text) && !BeforeNouns.Contains(pieces[index - 1].Text);

    /// <summary>The steps between two places: one more wherever a joint is followed by a verb.</summary>
    private static List<Range> Split(IReadOnlyList<PromptPiece> pieces, int start, int end, IReadOnlySet<string> verbs)
    {
        var parts = new List<Range>();
        while (start < end && !pieces[start].IsLiteral && Joints.Contains(pieces[start].Text))
        {
            start++;
        }

        var from = start;
        for (var index = start + 1; index < end - 1 && parts.Count < ActionsMax - 1; index++)
        {
            if (pieces[index].IsLiteral || !Joints.Contains(pieces[index].Text))
            {
                continue;
            }

            var next = index;
            while (next < end - 1 && !pieces[next].IsLiteral && Joints.Contains(pieces[next].Text))
            {
                next++;
            }

            if (StartsAction(pieces, next, verbs) || StartsAside(pieces, next))
            {
                parts.Add(from..index);
                from = next;
            }

            index = next - 1 > index ? next - 1 : index;
        }

        while (end > from && pieces[end - 1].IsMark)
        {
            end--;
        }

        if (end > from)
        {
            parts.Add(from..end);
        }

        return parts;
    }
}
