namespace Cortex.Compilation.Suggestions;

/// <summary>Which pieces of a prompt are likely to say the event and which the steps, told by its joints.</summary>
/// <param name="Event">The pieces about the event.</param>
/// <param name="Actions">The pieces of each step.</param>
/// <param name="IsMixed">Both stand among each other, and so both are all of the pieces: "archive mail from …".</param>
/// <param name="Exception">What the last step ends with that is a condition: "unless …", "except …"; empty mostly.</param>
internal sealed record PromptParts(Range Event, IReadOnlyList<Range> Actions, bool IsMixed, Range Exception)
{
    private PromptParts(Range @event, IReadOnlyList<Range> actions, bool isMixed)
        : this(@event, actions, isMixed, 0..0)
    {
    }

    private const int ActionsMax = 4;

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

    /// <param name="pieces">The prompt.</param>
    /// <param name="verbs">Words with which an instruction begins.</param>
    public static PromptParts Of(IReadOnlyList<PromptPiece> pieces, IReadOnlySet<string> verbs)
    {
        var parts = Divide(pieces, verbs);
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

            var end = EndOfEvent(pieces, after, verbs);
            return new(first..end, Split(pieces, end, pieces.Count, verbs), isMixed: false);
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
        ?? Boundary(pieces, start, Weak, verbs)
        ?? Boundary(pieces, start + 1, Weak, verbs: null)
        ?? FirstVerb(pieces, start, verbs)
        ?? pieces.Count;

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
        while (index < pieces.Count - 1 && pieces[index].Text is "please" or "just" or "and" or "then" or "automatically" or "also" or "it" or "should" or "to" or "\n" or "use" or "ai")
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

            if (StartsAction(pieces, next, verbs))
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
