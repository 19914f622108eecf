using System.Collections.Frozen;

namespace Cortex.Compilation.Suggestions;

/// <summary>Finds what could be written for the parts of a prompt.</summary>
internal sealed class PartFinder(Lexicon lexicon, Sentence sentence, Func<string, CompileResult.Compiled?> compile)
{
    private const int EventsMax = 8;
    private const int ActionsMax = 4;

    /// <summary>Forms that are looked at for each part.</summary>
    private const int FormsMax = 40;

    /// <summary>Pieces before a literal, and behind it, that tell what it is.</summary>
    private const int ContextBefore = 7;
    private const int ContextAfter = 3;

    /// <summary>What a slot that the prompt fills adds: a wording that keeps a literal is nearer than one that drops it.</summary>
    private const double OfFilled = 0.15;

    /// <summary>How much likelier a condition is when the same word stands before its literal: "from", "about", "called".</summary>
    private const double OfSameWord = 1.5;

    /// <summary>How many of a form's words must be there: one that only begins like the prompt is another wish.</summary>
    private const double SaidMin = 0.7;

    /// <summary>What the event is when nothing else is said: most automations are about mail.</summary>
    private const double OfDefault = 0.2;

    /// <summary>What is less like the prompt is not what it meant.</summary>
    private const double LikelyEvent = 0.15;
    private const double LikelyAction = 0.2;
    private const double LikelyCondition = 0.15;

    /// <summary>What must be judged is likely to be meant, and costs more to run.</summary>
    private const double OfJudged = 0.7;

    /// <summary>A single word is a name or a typing error rather than a meaning.</summary>
    private const int JudgedMin = 2;

    private const int ClosingWords = 4;

    private const string Judging = "that AI judges to match";

    /// <summary>What nobody writes an email about.</summary>
    private static readonly FrozenSet<string> Impersonal = FrozenSet.Create(
        StringComparer.Ordinal, "it", "it's", "its", "something", "anything", "everything", "nothing", "i", "we", "you", "this", "that", "there", "there's", "all", "things", "no", "not");

    /// <summary>What happens to something of a calendar or a list of records.</summary>
    private static readonly FrozenSet<string> Closings = FrozenSet.Create(
        StringComparer.Ordinal,
        "is added", "gets added", "is created", "gets created", "comes in", "arrives", "is booked", "gets booked", "is opened", "is cancelled", "gets cancelled", "is canceled", "gets canceled", "is called off",
        "gets called off", "is deleted", "is moved", "starts", "begins", "ends", "is over", "is scheduled", "is added to my calendar", "comes up", "changes", "is updated", "is closed", "is won", "is lost");

    private readonly Dictionary<(PartIndex Index, Range Range), IReadOnlyList<NearForm>> _near = [];

    /// <summary>The user's own words for an event, if they stand alone, then the nearest known ones.</summary>
    public IReadOnlyList<PartCandidate> Events(Range range, bool isMixed)
    {
        var found = new List<PartCandidate>();
        if (!isMixed && (Own(range, "{0}", "{0} then: do nothing") ?? (PromptParts.Opens(sentence.Pieces, range) ? null : Own(range, "when {0}", "when {0} then: do nothing"))) is { } own)
        {
            found.Add(own);
        }

        if (!isMixed)
        {
            found.AddRange(Judged(range));
        }

        found.AddRange(Nearest(lexicon.Events, range, _ => true, EventsMax, LikelyEvent).Where(candidate => candidate.Missing is null).Select(AsEvent));
        if (found.Count == 0)
        {
            found.AddRange(Defaults(range));
        }

        return found;
    }

    /// <summary>
    /// What was understood of the event, and the rest of it as a meaning to be judged, in the user's own words: "a lead about "sounds like they are in a hurry"".
    /// Where nothing was understood, and no kind of item is named, it is what an email is about.
    /// </summary>
    private IEnumerable<PartCandidate> Judged(Range range)
    {
        var (start, length) = range.GetOffsetAndLength(sentence.Pieces.Count);
        var end = start + length;
        var first = PromptParts.Opens(sentence.Pieces, range) ? start + 1 : start;
        while (first < end && sentence.Pieces[first].IsMark)
        {
            first++;
        }

        var stop = sentence.PieceAtStop is { } at && at > first && at < end ? at : first;
        var closing = ClosingStart(stop, end);
        var from = stop;
        while (from < closing && sentence.Pieces[from].Text is "that" or "which" or "who")
        {
            from++;
        }

        while (stop > first && sentence.Pieces[stop - 1].Text is "it" or "it's" or "its" or "they" or "he" or "she")
        {
            stop--;
        }

        if (closing - from < JudgedMin || (stop > first && sentence.Pieces[stop - 1].Text is "or" or "but") || sentence.Pieces[from].Text is "and" or "or" or "but" || Enumerable.Range(from, closing - from).Any(index => sentence.Pieces[index].IsLiteral))
        {
            yield break;
        }

        var isJoined = stop > first && sentence.Pieces[stop - 1].Text == "and";
        var about = $"{(isJoined ? Judging : LeadOf(sentence.Pieces[from].Text))} {Writing.Quoted(sentence.TextOf(from..closing))}";
        var ends = closing < end ? $" {sentence.TextOf(closing..end)}" : "";
        var used = Enumerable.Range(start, length).ToHashSet();
        string[] texts = stop > first ? [$"{sentence.TextOf(first..stop)} {about}{ends}", $"{sentence.TextOf(first..stop)}{ends} {about}"]
            : ends.Length > 0 ? [$"a calendar event {about}{ends}"]
            : Impersonal.Contains(sentence.Pieces[first].Text) || Enumerable.Range(start, length).Any(index => lexicon.IsNoun(WordStem.Of(sentence.Pieces[index].Text))) ? []
            : [$"an email arrives {about}"];
        foreach (var text in texts)
        {
            if (compile($"when {text} then: do nothing") is { } compiled)
            {
                yield return new($"when {text}", Wording: null, Similarity: OfJudged, used) { Item = lexicon.ItemOf(compiled.Program.Trigger) };
                yield break;
            }
        }
    }

    /// <summary>"About a refund", but "that AI judges to match "isn't meant for me"": what is so, and not what it is about.</summary>
    private string LeadOf(string first) =>
        first is "from" or "with" or "is" or "are" or "isn't" or "aren't" or "was" or "has" or "have" or "hasn't" or "only" or "where" || (first is [_, _, _, .., not 's', 's'] && !lexicon.IsNoun(WordStem.Of(first)) && lexicon.Verbs.Contains(WordStem.Of(first)))
            ? Judging
            : "about";

    /// <summary>Where the words begin that say what happened, at the end of an event: "is added".</summary>
    private int ClosingStart(int start, int end)
    {
        for (var index = end - 1; index > start && index >= end - ClosingWords; index--)
        {
            if (Closings.Contains(sentence.TextOf(index..end).ToLowerInvariant()))
            {
                return index;
            }
        }

        return end;
    }

    /// <summary>What an exception says, as a meaning to be judged.</summary>
    private PartCandidate? JudgedException(Range range)
    {
        var (start, length) = range.GetOffsetAndLength(sentence.Pieces.Count);
        var from = start + 1;
        while (from < start + length - 1 && sentence.Pieces[from].Text is "if" or "when" or "it" or "it's" or "its" or "for" or "is" or "the" or "that" or "those" or "they" or "are" or "they're")
        {
            from++;
        }

        var end = start + length;
        return length < 2 || Enumerable.Range(start, length).Any(index => sentence.Pieces[index].IsLiteral)
            ? null
            : new($"unless it is about {Writing.Quoted(sentence.TextOf(from..end))}", Wording: null, OfJudged, Enumerable.Range(start, length).ToHashSet());
    }

    /// <summary>What could be written for a step, whatever the event brings.</summary>
    public IReadOnlyList<PartCandidate> Actions(Range range, string item, bool isMixed)
    {
        var found = new List<PartCandidate>();
        if (!isMixed && lexicon.Samples.TryGetValue(item, out var sample) && Own(range, "{0}", $"when {sample} then: {{0}}") is { } own)
        {
            found.Add(own);
        }

        found.AddRange(Nearest(lexicon.Actions, range, wording => wording.GoesWith(item), ActionsMax, LikelyAction));
        return found;
    }

    /// <summary>Conditions for what a part says besides the event: one for each literal and each unknown word, as far as one is likely.</summary>
    public IReadOnlyList<PartCandidate> Conditions(Range range, string item)
    {
        var (start, length) = range.GetOffsetAndLength(sentence.Pieces.Count);
        var found = new List<PartCandidate>();
        var said = new HashSet<int>();
        var isJudged = false;
        var marked = Enumerable.Range(start, length).Where(index => sentence.Pieces[index].IsLiteral).Select(index => index..(index + 1)).Concat(sentence.UnknownRuns(range));
        foreach (var run in marked.OrderBy(run => run.Start.Value))
        {
            if (said.Contains(run.Start.Value))
            {
                continue;
            }

            var window = Window(start, start + length, run, said);
            var best = Near(lexicon.Conditions, window, LikelyCondition)
                .Where(near => near.Form.Wording.GoesWith(item) && near.Form.Wording.Slots.Count > 0)
                .Take(FormsMax)
                .Select(near => SlotFiller.Fill(sentence, window, near.Form, near.Similarity * (1 + near.Form.SaidBy(Stems(window))) * (near.Form.WordBefore.Values.Contains(sentence.Before(run.Start.Value)) ? OfSameWord : 1)))
                .OfType<PartCandidate>()
                .Where(candidate => MayHold(candidate.Wording!, run, isJudged))
                .Where(candidate => candidate.Missing is null && candidate.Used.Contains(run.Start.Value) && Weights.IsNegative(candidate.Wording!.Canonical) == IsNegated(window, run))
                .MaxBy(candidate => candidate.Similarity);
            if (best is not null)
            {
                found.Add(best);
                said.UnionWith(best.Used);
                isJudged |= IsJudged(best.Wording!);
            }
        }

        found.AddRange(Flags(start, length, item, said));
        return found;
    }

    /// <summary>The same for what is excepted: in the words of a condition, or else as what is to be judged.</summary>
    public IReadOnlyList<PartCandidate> Exceptions(Range range, string item)
    {
        var found = Conditions(range, item);
        return found.Count == 0 && lexicon.MeaningOf(item) is not null && JudgedException(range) is { } judged ? [judged] : found;
    }

    /// <summary>The words around a literal, up to the next literal that has its condition.</summary>
    private Range Window(int start, int end, Range run, HashSet<int> said)
    {
        var from = run.Start.Value;
        while (from > Math.Max(start, run.Start.Value - ContextBefore) && !said.Contains(from - 1))
        {
            from--;
        }

        var to = run.End.Value;
        while (to < Math.Min(end, run.End.Value + ContextAfter) && !sentence.Pieces[to].IsMark && !sentence.Pieces[to].Is("and"))
        {
            to++;
        }

        return from..to;
    }

    /// <summary>Several meanings of one item are mostly pieces of a single one.</summary>
    private bool MayHold(PartWording wording, Range run, bool isJudged) => sentence.Pieces[run.Start.Value].IsLiteral || !IsJudged(wording) || !isJudged;

    private static bool IsJudged(PartWording wording) => wording.Slots is [{ Takes: WordingSlot.Meaning }, ..];

    private bool IsNegated(Range window, Range run) => Enumerable.Range(window.Start.Value, run.Start.Value - window.Start.Value).Any(index => Weights.IsNegation(sentence, index));

    /// <summary>Conditions without a literal, all words of which are said: "with an attachment".</summary>
    private IEnumerable<PartCandidate> Flags(int start, int length, string item, HashSet<int> said)
    {
        var left = Enumerable.Range(start, length).Where(index => !said.Contains(index) && sentence.Pieces[index].Kind == PieceKind.Word).ToList();
        var stems = left.Select(index => WordStem.Of(sentence.Pieces[index].Text)).ToHashSet(StringComparer.Ordinal);
        return lexicon.Flags
            .Where(form => form.Content.Count > 0 && form.Wording.GoesWith(item) && form.Content.IsSubsetOf(stems))
            .OrderByDescending(form => form.Content.Count)
            .Take(1)
            .Select(form => SlotFiller.Fill(sentence, start..(start + length), form, similarity: 1))
            .OfType<PartCandidate>();
    }

    /// <summary>Where no event is said: that there is a new one of the kind that is named, or else that an email came.</summary>
    private IEnumerable<PartCandidate> Defaults(Range range)
    {
        var (start, length) = range.GetOffsetAndLength(sentence.Pieces.Count);
        var named = Enumerable.Range(start, length)
            .Where(index => sentence.Pieces[index].Kind == PieceKind.Word)
            .Select(index => (index, Event: lexicon.DefaultOf(WordStem.Of(sentence.Pieces[index].Text))))
            .Where(one => one.Event is not null)
            .GroupBy(one => one.Event!, one => one.index)
            .Select(group => new PartCandidate(group.Key.Canonical, group.Key, OfDefault, group.ToHashSet()))
            .ToList();
        return (named.Count > 0 ? named : [new(lexicon.Default.Canonical, lexicon.Default, OfDefault, new HashSet<int>())]).Select(AsEvent);
    }

    /// <summary>Whether an event may bring a kind of item: a part that names kinds is about one of these.</summary>
    public bool MayBring(Range range, string item)
    {
        var (start, length) = range.GetOffsetAndLength(sentence.Pieces.Count);
        var named = sentence.Pieces.Skip(start).Take(length).Where(piece => piece.Kind == PieceKind.Word).SelectMany(piece => lexicon.ItemsOf(WordStem.Of(piece.Text))).ToHashSet(StringComparer.Ordinal);
        return named.Count == 0 || named.Contains(item);
    }

    /// <summary>A form that names a kind of item is near only to words that name the same kind.</summary>
    private bool NamesItsKind(HeardForm form, HashSet<string> stems) =>
        form.Wording.Role != WordingRole.Event || form.Content.All(stem => !lexicon.IsNoun(stem) || stems.Contains(stem));

    private static PartCandidate AsEvent(PartCandidate candidate) => candidate with { Text = $"when {candidate.Text}" };

    private IEnumerable<PartCandidate> Nearest(PartIndex index, Range range, Func<PartWording, bool> suits, int most, double likely)
    {
        var stems = Stems(range);
        var (start, length) = range.GetOffsetAndLength(sentence.Pieces.Count);
        var kinds = sentence.Pieces.Skip(start).Take(length).Where(piece => piece.IsLiteral).Select(piece => piece.Kind).ToHashSet();
        return Near(index, range, likely)
            .Where(near => suits(near.Form.Wording))
            .Take(FormsMax)
            .Where(near => near.Form.Content.Count > 0)
            .Select(near => (near, Filled: near.Form.WordBefore.Keys.Count(takes => kinds.Overlaps(WordingSlot.KindsOf(takes)))))
            .Select(one => (one.near.Form, Said: one.near.Form.SaidBy(stems, one.Filled), Similarity: one.near.Similarity + (OfFilled * one.Filled)))
            .Where(near => near.Said >= SaidMin && NamesItsKind(near.Form, stems) && (!near.Form.Wording.NeedsMe || SaysMe(range)))
            .OrderByDescending(near => near.Said * near.Similarity)
            .DistinctBy(near => near.Form.Wording)
            .Take(most)
            .Select(near => SlotFiller.Fill(sentence, range, near.Form, Math.Min(1, near.Said * near.Similarity)))
            .OfType<PartCandidate>();
    }

    private bool SaysMe(Range range)
    {
        var (start, length) = range.GetOffsetAndLength(sentence.Pieces.Count);
        return sentence.Pieces.Skip(start).Take(length).Any(piece => piece.Text is "me" or "my" or "myself" or "us" or "i" or "we" or "our" or "outgoing" or "outbound");
    }

    /// <summary>The forms near to a part, whatever the item: the same part is looked up once.</summary>
    private IReadOnlyList<NearForm> Near(PartIndex index, Range range, double likely)
    {
        if (!_near.TryGetValue((index, range), out var near))
        {
            _near[(index, range)] = near = index.Nearest(Features(range), likely);
        }

        return near;
    }

    private HashSet<string> Stems(Range range)
    {
        var (start, length) = range.GetOffsetAndLength(sentence.Pieces.Count);
        return sentence.Pieces.Skip(start).Take(length).Where(piece => piece.Kind == PieceKind.Word).SelectMany(piece => lexicon.Alike(WordStem.Of(piece.Text))).ToHashSet(StringComparer.Ordinal);
    }

    private IEnumerable<string> Features(Range range)
    {
        var (start, length) = range.GetOffsetAndLength(sentence.Pieces.Count);
        return PieceFeatures.Of(sentence.Pieces.Skip(start).Take(length), sentence.IsUnknown);
    }

    /// <summary>The user's own words, if they are understood in the place of <c>{0}</c>.</summary>
    private PartCandidate? Own(Range range, string text, string prompt)
    {
        var (start, length) = range.GetOffsetAndLength(sentence.Pieces.Count);
        var words = sentence.TextOf(range);
        return length > 0 && !sentence.StopsIn(range) && compile(prompt.Replace("{0}", words, StringComparison.Ordinal)) is { } compiled
            ? new(text.Replace("{0}", words, StringComparison.Ordinal), Wording: null, Similarity: 1, Enumerable.Range(start, length).ToHashSet()) { Item = lexicon.ItemOf(compiled.Program.Trigger) }
            : null;
    }
}
