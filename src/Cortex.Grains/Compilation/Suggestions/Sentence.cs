using Cortex.Compilation.Builtin;

namespace Cortex.Compilation.Suggestions;

/// <summary>A prompt taken apart.</summary>
/// <param name="Prompt">The words.</param>
/// <param name="Pieces">Its pieces.</param>
/// <param name="Vocabulary">The words of the language.</param>
internal sealed record Sentence(string Prompt, IReadOnlyList<PromptPiece> Pieces, IReadOnlySet<string> Vocabulary)
{
    /// <summary>What is said of things that are already there.</summary>
    public static readonly HashSet<string> OfOnce = new(StringComparer.Ordinal) { "last", "latest", "first", "week", "today", "yesterday", "this", "past", "month", "tonight", "ago" };

    private static readonly HashSet<string> Coming = new(StringComparer.Ordinal) { "every", "each", "any", "new", "incoming", "future" };

    private static readonly HashSet<string> Mail = new(StringComparer.Ordinal) { "emails", "mails", "messages", "mail", "everything", "anything", "gmails" };

    /// <summary>Where the compiler could not read on, as a place in the prompt; null when it read to the end, or when what it points at is something else.</summary>
    public int? Stop { get; private init; }

    /// <summary>The same with the place where a refusal says that reading stopped; the name of another service is no such place.</summary>
    public Sentence StoppedBy(CompileResult.Refused? refused) =>
        this with { Stop = refused?.At is { } at && at != new PromptWords(Prompt).ServiceAt ? at.Start : null };

    /// <summary>The piece at which reading stopped; null when it is not known.</summary>
    public int? PieceAtStop => Stop is { } stop ? Pieces.TakeWhile(piece => piece.At.Start < stop).Count() : null;

    /// <summary>Whether the compiler could not read on within some pieces: they are not understood as they stand.</summary>
    public bool StopsIn(Range range)
    {
        var (start, length) = range.GetOffsetAndLength(Pieces.Count);
        return length > 0 && Stop >= Pieces[start].At.Start && Stop < Pieces[start + length - 1].At.Start + Pieces[start + length - 1].At.Length;
    }

    /// <summary>Whether a word is neither of the language nor another form of one that is.</summary>
    public bool IsUnknown(string word) => !Vocabulary.Contains(word) && !Vocabulary.Contains(word.TrimEnd('s')) && !Vocabulary.Contains($"{word}s");

    public bool IsUnknown(int index) => Pieces[index].Kind == PieceKind.Word && IsUnknown(Pieces[index].Text);

    /// <summary>The words from the first of some pieces to the last.</summary>
    public string TextOf(Range range)
    {
        var (start, length) = range.GetOffsetAndLength(Pieces.Count);
        if (length == 0)
        {
            return "";
        }

        var last = Pieces[start + length - 1].At;
        return Prompt[Pieces[start].At.Start..(last.Start + last.Length)];
    }

    /// <summary>Words in a row that are not of the language, as ranges of pieces.</summary>
    public IEnumerable<Range> UnknownRuns(Range range)
    {
        var (start, length) = range.GetOffsetAndLength(Pieces.Count);
        for (var index = start; index < start + length; index++)
        {
            if (!IsUnknown(index))
            {
                continue;
            }

            var from = index;
            while (index + 1 < start + length && IsUnknown(index + 1))
            {
                index++;
            }

            yield return from..(index + 1);
        }
    }

    /// <summary>
    /// Whether a prompt without a "when" is about what will come, and not about what is there: "every email", "for new leads", "mail from …"; not "my last mail",
    /// "this week's meetings".
    /// </summary>
    public bool NamesWhatComes()
    {
        for (var index = 0; index < Pieces.Count; index++)
        {
            if (Pieces[index].Kind == PieceKind.Word && OfOnce.Contains(Pieces[index].Text))
            {
                return false;
            }
        }

        return Enumerable.Range(0, Pieces.Count).Any(index =>
            Pieces[index].Kind == PieceKind.Word
            && ((Coming.Contains(Pieces[index].Text) && Before(index) is not ("a" or "an" or "as" or "the")) || Mail.Contains(Pieces[index].Text) || (index > 0 && Pieces[index].Text.EndsWith('s') && IsUnknown(index))));
    }

    /// <summary>The word before a piece, articles left out; nothing at the beginning.</summary>
    public string Before(int index)
    {
        var before = index - 1;
        while (before > 0 && IsArticle(Pieces[before].Text))
        {
            before--;
        }

        return before >= 0 ? Pieces[before].Text : "";
    }

    public static bool IsArticle(string word) => word is "the" or "a" or "an" or "my" or "our";
}
