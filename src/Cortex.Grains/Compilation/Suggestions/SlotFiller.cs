namespace Cortex.Compilation.Suggestions;

/// <summary>Fills the slots of a wording with what a part of a prompt says. Nothing else ever comes into one.</summary>
internal static class SlotFiller
{
    /// <summary>The wording filled; null when more than one slot stays empty.</summary>
    /// <param name="sentence">The prompt.</param>
    /// <param name="range">The part.</param>
    /// <param name="form">The form that is nearest: the words before its slots tell which literal is which.</param>
    /// <param name="similarity">How near.</param>
    public static PartCandidate? Fill(Sentence sentence, Range range, HeardForm form, double similarity)
    {
        var (start, length) = range.GetOffsetAndLength(sentence.Pieces.Count);
        var wording = form.Wording;
        var used = new HashSet<int>();
        var values = new List<string>();
        WordingSlot? missing = null;
        foreach (var slot in wording.Slots)
        {
            var before = form.WordBefore.GetValueOrDefault(slot.Takes, "");
            if (Literal(sentence, start, length, slot, before, used) is { } found)
            {
                used.Add(found.Index);
                values.Add(found.Text);
            }
            else if (slot.TakesWords && (slot.Takes != WordingSlot.Person || wording.Slots.Count == 1) && Words(sentence, range, slot, before, used) is { } run)
            {
                var (from, count) = run.GetOffsetAndLength(sentence.Pieces.Count);
                used.UnionWith(Enumerable.Range(from, count));
                values.Add(Writing.Of(sentence.TextOf(run), slot, wording.Canonical));
            }
            else if (missing is null)
            {
                missing = slot;
                values.Add(slot.Takes == WordingSlot.Text ? $"\"{PromptQuestion.Gap}\"" : PromptQuestion.Gap);
            }
            else
            {
                return null;
            }
        }

        used.UnionWith(Enumerable.Range(start, length).Where(index => sentence.Pieces[index].Kind == PieceKind.Word && wording.Words.Contains(WordStem.Of(sentence.Pieces[index].Text))));
        if (!Weights.IsNegative(wording.Canonical))
        {
            used.RemoveWhere(index => Weights.IsNegation(sentence, index));
        }
        else if (Negation(sentence, start, used.Where(index => sentence.Pieces[index].IsLiteral).DefaultIfEmpty(start + length).Min()) is { } negation)
        {
            used.Add(negation);
        }
        else
        {
            // A "not" that nobody said would turn the wish round.
            return null;
        }

        return new(wording.Fill(values), wording, similarity, used, missing);
    }

    /// <summary>The last "not" before a place.</summary>
    private static int? Negation(Sentence sentence, int start, int end)
    {
        for (var index = end - 1; index >= start; index--)
        {
            if (Weights.IsNegation(sentence, index))
            {
                return index;
            }
        }

        return null;
    }

    private static (int Index, string Text)? Literal(Sentence sentence, int start, int length, WordingSlot slot, string before, HashSet<int> used)
    {
        var fitting = Enumerable.Range(start, length)
            .Where(index => sentence.Pieces[index].IsLiteral && !used.Contains(index) && MayBe(slot, sentence.Pieces[index], sentence.Before(index), before))
            .Select(index => (Index: index, Text: Writing.Of(sentence.Pieces[index], slot)!))
            .Where(found => found.Text is not null)
            .ToList();
        return fitting.Count == 0 ? null : fitting.MaxBy(found => (sentence.Before(found.Index) == before ? 1 : 0, -Order(slot, sentence.Pieces[found.Index].Kind), -found.Index));
    }

    /// <summary>Whether the word before a literal lets it be what a slot takes: a person follows "from", and words that are not quoted are a meaning only after "about".</summary>
    private static bool MayBe(WordingSlot slot, PromptPiece piece, string there, string before) => slot.Takes switch
    {
        WordingSlot.Text or WordingSlot.Address => there is not ("from" or "by" or "for" or "to" or "with") || there == before,
        WordingSlot.Meaning => piece.Kind == PieceKind.Text || there is "about" or "regarding" or "concerning" or "mentioning",
        _ => true,
    };

    /// <summary>Of several kinds that a slot takes the likelier first.</summary>
    private static int Order(WordingSlot slot, PieceKind kind) => slot.Accepts.IndexOf(kind);

    private static int IndexOf(this IReadOnlyList<PieceKind> kinds, PieceKind kind)
    {
        for (var index = 0; index < kinds.Count; index++)
        {
            if (kinds[index] == kind)
            {
                return index;
            }
        }

        return -1;
    }

    private static Range? Words(Sentence sentence, Range range, WordingSlot slot, string before, HashSet<int> used)
    {
        foreach (var run in sentence.UnknownRuns(range))
        {
            var first = run.Start.Value;
            var fits = slot.Takes switch
            {
                WordingSlot.Meaning => first > 0,
                WordingSlot.Person => sentence.Before(first) is "from" or "by",
                _ => sentence.Before(first) == before,
            };
            if (!used.Contains(first) && fits)
            {
                return run;
            }
        }

        return null;
    }
}
