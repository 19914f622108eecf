namespace Cortex.Compilation.Suggestions;

/// <summary>Puts parts together to whole prompts and says how much of the user's words each keeps.</summary>
internal sealed class Composer(Lexicon lexicon, Sentence sentence, PartFinder finder)
{
    private const double OfCoverage = 0.7;

    /// <summary>A prompt that keeps less is another one.</summary>
    private const double CoverageMin = 0.5;

    /// <summary>What an open question costs.</summary>
    private const double OfGap = 0.05;

    /// <summary>What it costs to leave out a word that tells events apart: the event is likely to be another one.</summary>
    private const double OfEventWord = 0.15;

    private readonly double[] _weights = [.. Enumerable.Range(0, sentence.Pieces.Count).Select(index => Weights.Of(sentence, index, lexicon.Verbs))];

    /// <summary>All that the parts make, however the prompt is taken apart, the best first.</summary>
    public IReadOnlyList<SuggestionDraft> Compose(IReadOnlyList<PromptParts> ways) => [.. ways.SelectMany(DraftsOf).OrderByDescending(draft => draft.Score).DistinctBy(draft => draft.Prompt)];

    private List<SuggestionDraft> DraftsOf(PromptParts parts)
    {
        var drafts = new List<SuggestionDraft>();
        var conditionsOf = new Dictionary<string, IReadOnlyList<PartCandidate>>(StringComparer.Ordinal);
        var actionsOf = new Dictionary<string, IReadOnlyList<IReadOnlyList<PartCandidate>>>(StringComparer.Ordinal);
        foreach (var found in finder.Events(parts.Event, parts.IsMixed))
        {
            foreach (var item in found.Wording?.Items ?? (found.Item is { } own ? [own] : []))
            {
                if (found.Wording is not null && !finder.MayBring(parts.Event, item))
                {
                    continue;
                }

                if (!conditionsOf.TryGetValue(item, out var conditions))
                {
                    conditionsOf[item] = conditions = [.. finder.Conditions(parts.Event, item), .. finder.Exceptions(parts.Exception, item)];
                }

                if (!actionsOf.TryGetValue(item, out var actions))
                {
                    actionsOf[item] = actions = [.. parts.Actions.Select(range => finder.Actions(range, item, parts.IsMixed))];
                }

                drafts.AddRange(Sequences(actions).Select(sequence => Write(found, item, conditions, [.. sequence.DistinctBy(action => action.Text)], parts)).OfType<SuggestionDraft>());
            }
        }

        return drafts;
    }

    /// <summary>The best of every step; then each step's next best, and each step left out.</summary>
    private static IEnumerable<IReadOnlyList<PartCandidate>> Sequences(IReadOnlyList<IReadOnlyList<PartCandidate>> actions)
    {
        var best = actions.Select(candidates => candidates.Count > 0 ? candidates[0] : null).ToList();
        var whole = best.OfType<PartCandidate>().ToList();
        if (whole.Count == 0)
        {
            yield break;
        }

        yield return whole;
        for (var step = 0; step < actions.Count; step++)
        {
            foreach (var other in actions[step].Skip(1))
            {
                yield return [.. best.Select((candidate, index) => index == step ? other : candidate).OfType<PartCandidate>()];
            }

            if (whole.Count > 1)
            {
                yield return [.. best.Where((_, index) => index != step).OfType<PartCandidate>()];
            }
        }
    }

    private SuggestionDraft? Write(PartCandidate found, string item, IReadOnlyList<PartCandidate> conditions, IReadOnlyList<PartCandidate> actions, PromptParts parts)
    {
        var used = new HashSet<int>(found.Used);
        var missing = found.Missing;
        foreach (var action in actions)
        {
            if (Shares(used, action) || (parts.IsMixed && (SharesVerb(found.Used, action) || IsNounOnly(action))) || (action.Missing is not null && missing is not null))
            {
                return null;
            }

            used.UnionWith(action.Used);
            missing ??= action.Missing;
        }

        var clauses = new List<PartCandidate>();
        foreach (var condition in conditions.Where(condition => !Shares(used, condition) && condition.Used.Any(index => !used.Contains(index) && _weights[index] >= Weights.Named)))
        {
            if (condition.Missing is not null && missing is not null)
            {
                continue;
            }

            missing ??= condition.Missing;
            clauses.Add(condition);
            used.UnionWith(condition.Used);
        }

        var isNamed = found.Wording is null || found.Used.Count > 0;
        if (!isNamed && !parts.IsMixed && clauses.Count == 0)
        {
            // Of what was said of the event nothing would be left.
            return null;
        }

        if (isNamed && found.Wording is not null && !parts.IsMixed && Rest(parts.Event, used) is { } rest && lexicon.MeaningOf(item) is { } meaning)
        {
            clauses.Add(rest with { Text = meaning.Fill([rest.Text]), Wording = meaning });
            used.UnionWith(rest.Used);
        }

        var coverage = Share(Enumerable.Range(0, _weights.Length).Where(index => !IsAside(parts, index)), used);
        if (found.Wording is not null && item != lexicon.Default.Items[0] && !parts.IsMixed && Indexes(parts.Event).Any(index => index > 0 && !used.Contains(index) && _weights[index] >= Weights.Named))
        {
            // What is left of an event in other words is another event: "a guest leaves a meeting" is not "a meeting".
            return null;
        }

        if (coverage < CoverageMin || TurnsRound(used, parts) || (clauses.Count == 0 && !parts.IsMixed && Share(Indexes(parts.Event), used) < CoverageMin))
        {
            return null;
        }

        var similarity = (found.Similarity + actions.Average(action => action.Similarity)) / 2;
        var text = clauses.Count == 0 ? found.Text : $"{found.Text} {(found.Wording is null ? "and " : "")}{string.Join(" and ", clauses.Select(clause => clause.Text))}";
        var prompt = $"{text} then: {string.Join(" and ", actions.Select(action => action.Text))}";
        var score = (OfCoverage * coverage) + ((1 - OfCoverage) * similarity) - (missing is null ? 0 : OfGap) - (LosesEvent(found, parts, used) ? OfEventWord : 0);
        return new(prompt, score, DepartureOf(found, clauses, text, actions, parts, used), missing);
    }

    /// <summary>What is left of the event's words, to be judged as it stands: "somebody wants to cancel their plan".</summary>
    private PartCandidate? Rest(Range range, HashSet<int> used)
    {
        var (start, length) = range.GetOffsetAndLength(sentence.Pieces.Count);
        var left = Enumerable.Range(start, length).Where(index => index > 0 && !used.Contains(index) && _weights[index] >= Weights.Named).ToList();
        if (left.Count == 0 || (left.Count == 1 && !sentence.IsUnknown(left[0])))
        {
            return null;
        }

        if (sentence.Pieces[left[0]].Text is "about" or "regarding" && left.Count > 1)
        {
            left.RemoveAt(0);
        }

        var run = left[0]..(left[^1] + 1);
        var pieces = Enumerable.Range(left[0], left[^1] + 1 - left[0]).ToHashSet();
        return pieces.Any(index => sentence.Pieces[index].Kind != PieceKind.Word || Weights.IsNegation(sentence, index) || lexicon.IsNoun(WordStem.Of(sentence.Pieces[index].Text)))
            ? null
            : new(Writing.Quoted(sentence.TextOf(run)), Wording: null, Similarity: 0, pieces);
    }

    /// <summary>Whether it would keep what the prompt says "not" of, and not the "not".</summary>
    private bool TurnsRound(HashSet<int> used, PromptParts parts)
    {
        for (var index = 0; index < _weights.Length; index++)
        {
            if (used.Contains(index) || IsAside(parts, index) || !Weights.IsNegation(sentence, index))
            {
                continue;
            }

            for (var next = index + 1; next < _weights.Length && !sentence.Pieces[next].IsMark && !sentence.Pieces[next].Is("then"); next++)
            {
                if (used.Contains(next) && _weights[next] >= Weights.Named)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool Holds(Range range, int index)
    {
        var (start, length) = range.GetOffsetAndLength(sentence.Pieces.Count);
        return index >= start && index < start + length && index > 0;
    }

    private bool LosesEvent(PartCandidate found, PromptParts parts, HashSet<int> used)
    {
        var (start, length) = parts.Event.GetOffsetAndLength(sentence.Pieces.Count);
        return found.Wording is not null && !parts.IsMixed && Enumerable.Range(start, length).Any(index =>
            sentence.Pieces[index].Kind == PieceKind.Word
            && WordStem.Of(sentence.Pieces[index].Text) is var stem
            && lexicon.EventWords.Contains(stem)
            && (!used.Contains(index) || (sentence.Before(index) is "i" or "we" && !HeardForm.Stems(found.Wording.Canonical).Contains(stem))));
    }

    /// <summary>How much of what matters in some pieces is kept.</summary>
    private double Share(IEnumerable<int> pieces, HashSet<int> used)
    {
        var all = pieces.ToList();
        var sum = all.Sum(index => _weights[index]);
        return sum == 0 ? 0 : all.Where(used.Contains).Sum(index => _weights[index]) / sum;
    }

    private IEnumerable<int> Indexes(Range range)
    {
        var (start, length) = range.GetOffsetAndLength(sentence.Pieces.Count);
        return Enumerable.Range(start, length);
    }

    private bool IsAside(PromptParts parts, int index) => parts.Asides.Any(aside => Holds(aside, index));

    /// <summary>Whether a literal would be said twice.</summary>
    private bool Shares(HashSet<int> used, PartCandidate candidate) => candidate.Used.Any(index => used.Contains(index) && (sentence.Pieces[index].IsLiteral || sentence.IsUnknown(index)));

    /// <summary>Whether one word would be both the event and what to do: "star emails from …".</summary>
    private bool SharesVerb(IReadOnlySet<int> used, PartCandidate action) =>
        action.Used.Any(index => used.Contains(index) && lexicon.Verbs.Contains(sentence.Pieces[index].Text) && !lexicon.IsNoun(WordStem.Of(sentence.Pieces[index].Text)));

    /// <summary>"Label all messages" does not say "message me".</summary>
    private bool IsNounOnly(PartCandidate action) => action.Used.Where(index => _weights[index] >= Weights.Named).All(index => sentence.Pieces[index].IsLiteral || lexicon.IsNoun(WordStem.Of(sentence.Pieces[index].Text)));

    private Departure DepartureOf(PartCandidate found, IReadOnlyList<PartCandidate> clauses, string text, IReadOnlyList<PartCandidate> actions, PromptParts parts, HashSet<int> used)
    {
        var asides = parts.Asides.Where(aside => !Indexes(aside).Any(used.Contains)).ToList();
        var lost = LeftOut([.. used, .. asides.SelectMany(Indexes)]).ToList();
        var changes = lost.Concat(asides.Select(sentence.TextOf)).Select(ChangeText.LeftOut).ToList();
        if (parts.IsMixed || actions.Count != parts.Actions.Count)
        {
            changes.AddRange(clauses.Concat(actions).Prepend(found).Where(part => part.Wording is not null && Otherwise(part).Count > 0).Select(part => ChangeText.Replaced(string.Join(' ', Otherwise(part)), part.Text)));
        }
        else
        {
            changes.AddRange(found.Wording is null ? [] : [ChangeText.Replaced(sentence.TextOf(parts.Event), text)]);
            changes.AddRange(actions.Zip(parts.Actions).Where(pair => pair.First.Wording is not null).Select(pair => ChangeText.Replaced(sentence.TextOf(pair.Second), pair.First.Text)));
        }

        return new(changes.Count > 0 ? changes : [ChangeText.Reworded], IsLoose: lost.Count > 0 || LosesCondition(parts, used), [.. asides.Select(sentence.TextOf)]);
    }

    /// <summary>The words that mean something for which a part has others.</summary>
    private List<string> Otherwise(PartCandidate part)
    {
        var stems = lexicon.Read(part.Text).Pieces.Where(piece => piece.Kind == PieceKind.Word).SelectMany(piece => lexicon.Alike(WordStem.Of(piece.Text))).ToHashSet(StringComparer.Ordinal);
        return [.. part.Used.Order().Where(index => sentence.Pieces[index].Kind == PieceKind.Word && _weights[index] >= Weights.Named && !stems.Contains(WordStem.Of(sentence.Pieces[index].Text))).Select(index => sentence.Pieces[index].Text)];
    }

    /// <summary>Whether an "if" or "only" is not kept.</summary>
    private bool LosesCondition(PromptParts parts, HashSet<int> used) =>
        Enumerable.Range(0, _weights.Length).Any(index => !used.Contains(index) && !IsAside(parts, index) && Weights.IsConditional(sentence.Pieces[index]));

    /// <summary>The words that matter and that no part says.</summary>
    private IEnumerable<string> LeftOut(HashSet<int> used)
    {
        for (var index = 0; index < _weights.Length; index++)
        {
            if (used.Contains(index) || _weights[index] < Weights.Named)
            {
                continue;
            }

            var (from, last) = (index, index);
            var clause = Weights.IsNegation(sentence, index);
            while (index + 1 < _weights.Length && (clause || !used.Contains(index + 1)) && !sentence.Pieces[index + 1].IsMark && !sentence.Pieces[index + 1].Is("then"))
            {
                index++;
                last = clause || _weights[index] >= Weights.Named ? index : last;
            }

            yield return sentence.TextOf(from..(last + 1));
        }
    }
}
