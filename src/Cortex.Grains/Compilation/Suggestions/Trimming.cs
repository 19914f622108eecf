namespace Cortex.Compilation.Suggestions;

/// <summary>The prompt with a few words less: fillers first, never a literal or a "not".</summary>
internal static class Trimming
{
    private const int WordsMax = 3;

    /// <summary>At most one word that means something, and none that the language does not have: these are mostly what the wish is about.</summary>
    private const double LostMax = Weights.Named + 0.3;

    /// <summary>Only near the place where reading stopped words are left out: those long before it were understood, and without those behind it would stop there again.</summary>
    private const int WordsBeforeStop = 4;
    private const int WordsBehindStop = 3;

    private const int TriesMax = 4;

    private static readonly string[] Prepositions = ["to", "from", "with", "as", "in", "on", "at", "by", "for", "of", "and", "or", "a", "an", "the"];

    /// <summary>A pronoun is what its verb is done to.</summary>
    private static readonly string[] Pronouns = ["it", "them", "him", "her", "me", "us"];

    /// <summary>Shorter prompts, those first that lose least.</summary>
    public static IEnumerable<SuggestionDraft> Of(Sentence sentence, Lexicon lexicon)
    {
        var verbs = lexicon.Verbs;
        var weights = Enumerable.Range(0, sentence.Pieces.Count).Select(index => Weights.Of(sentence, index, verbs)).ToArray();
        var all = weights.Sum();
        var tries = new List<(Range Range, double Lost)>();
        var (first, last) = sentence.PieceAtStop is { } stop ? (stop - WordsBeforeStop, stop + WordsBehindStop) : (0, weights.Length);
        for (var start = 0; start < weights.Length; start++)
        {
            if (start > 0 && Sentence.IsArticle(sentence.Pieces[start - 1].Text))
            {
                continue;
            }

            var lost = 0.0;
            for (var end = start; end < Math.Min(weights.Length, start + WordsMax) && MayGo(sentence.Pieces[end], lexicon) && !Weights.IsNegation(sentence, end); end++)
            {
                lost += weights[end];
                if (Prepositions.Contains(sentence.Pieces[end].Text)
                    || (start == 0 && end + 1 < weights.Length && sentence.Pieces[end + 1].Is("of"))
                    || (start > 0 && Prepositions.Contains(sentence.Pieces[start - 1].Text) && (end + 1 == weights.Length || sentence.Pieces[end + 1].IsMark || sentence.Pieces[end + 1].Is("then"))))
                {
                    // What follows would hang in the air.
                    continue;
                }

                tries.Add((start..(end + 1), lost));
            }
        }

        return tries
            .Where(one => one.Lost <= LostMax && one.Range.Start.Value >= first && one.Range.Start.Value <= last)
            .OrderBy(one => one.Lost)
            .Take(TriesMax)
            .Select(one => new SuggestionDraft(Without(sentence, one.Range), 1 - (one.Lost / all), Departure.Of([ChangeText.LeftOut(sentence.TextOf(one.Range))], isLoose: one.Lost >= Weights.Named)));
    }

    private static bool MayGo(PromptPiece piece, Lexicon lexicon) =>
        piece.Kind == PieceKind.Word && !Sentence.OfOnce.Contains(piece.Text) && !lexicon.Verbs.Contains(piece.Text) && (Weights.IsFiller(piece.Text) || !lexicon.EventWords.Contains(WordStem.Of(piece.Text))) && !Pronouns.Contains(piece.Text) && piece.Text is not ("then" or "when" or "if");

    private static string Without(Sentence sentence, Range range)
    {
        var (start, length) = range.GetOffsetAndLength(sentence.Pieces.Count);
        var from = sentence.Pieces[start].At.Start;
        var last = sentence.Pieces[start + length - 1].At;
        return $"{sentence.Prompt[..from].TrimEnd(' ')} {sentence.Prompt[(last.Start + last.Length)..].TrimStart(' ')}".Trim();
    }
}
