using Cortex.Catalog;
using Cortex.Compilation.Builtin;
using Cortex.Compilation.Grammar;
using Cortex.Programs;

namespace Cortex.Compilation.Suggestions;

/// <summary>
/// Finds, for a prompt that was refused, wordings that compile and are likely to mean the same: the prompt with its typing errors corrected; with a few words less;
/// its parts each in the nearest known wording, filled with the user's own literals. Nothing is assumed: each says how it differs, and the user picks.
/// </summary>
internal sealed class Suggester(CortexCatalog catalog, BuiltinReader reader, CandidateCompiler compiler)
{
    /// <summary>Longer prompts are stories, of which a suggestion would keep too little.</summary>
    private const int PromptMax = 500;

    private const int PiecesMax = 90;

    /// <summary>With more literals it cannot be told which is which.</summary>
    private const int LiteralsMax = 12;

    /// <summary>How many of the composed wordings are compiled.</summary>
    private const int ComposedMax = 14;

    /// <summary>A trimmed prompt keeps at least so much.</summary>
    private const double TrimmedMin = 0.8;

    /// <summary>A typing error costs a suggestion this much, so that the prompt with fewer comes first.</summary>
    private const double OfCorrection = 0.01;

    /// <summary>A prompt that must be changed at more places is a story.</summary>
    private const int EditsMax = 6;

    /// <summary>How much better a suggestion must be than the question that would keep everything.</summary>
    private const double QuestionLead = 0.05;

    /// <summary>A question about less than this would be about another wish.</summary>
    private const double QuestionMin = 0.6;

    /// <summary>What does not look like an automation at all must be very like one to be taken for it.</summary>
    private const double NoAutomationMin = 0.7;

    private readonly Lexicon _lexicon = new(catalog);
    private readonly Rephrasings _rephrasings = new(catalog);

    public Repair Suggest(string prompt, CompileResult.Refused refused)
    {
        var code = refused.Code;
        if (prompt.Length > PromptMax || !Gate.IsOpen(prompt, code))
        {
            return Repair.None;
        }

        var budget = new CompileBudget(compiler);
        var text = refused.Farthest?.Plain?.Text ?? PlainPrompt.Of(prompt)?.Text ?? prompt;
        var written = _lexicon.Read(text);
        if (written.Pieces.Count > PiecesMax || written.Pieces.Count(piece => piece.IsLiteral) > LiteralsMax)
        {
            return Repair.None;
        }

        var (corrected, corrections) = _lexicon.Spelling.Correct(text, written.Pieces);
        var essentials = new Essentials(_lexicon, corrected);
        var picked = new SuggestionPick(budget, catalog, essentials, corrected, Departure.Of(corrections));
        if (refused.Ending is { } ending && picked.Take(new($"{corrected.TrimEnd(' ', '.', '!')} {ending}", 1, Departure.Of([ChangeText.Added(ending)]))))
        {
            return picked.Repair(question: null);
        }

        var isOther = corrections.Count > 0 || (text != prompt && refused.Farthest is null);
        if (isOther && picked.Take(new(corrected, 1 - (OfCorrection * corrections.Count), Departure.None)))
        {
            return picked.Repair(question: null);
        }

        var stopped = isOther ? budget.Refusal(corrected) ?? refused : refused;
        var edits = EditsOf(corrected, isOther && stopped == refused ? 0 : stopped.Farthest?.Trail?.End ?? 0, stopped.Farthest?.Item);
        var edited = Edit.Apply(corrected, edits);
        if (edits.Count > 0)
        {
            essentials = new Essentials(_lexicon, Edit.Apply(corrected, edits.Where(edit => edit.IsSame)));
            picked = new SuggestionPick(budget, catalog, essentials, corrected, edits.Select(edit => edit.In(corrected)).Aggregate(Departure.Of(corrections), (all, one) => all.And(one)));
            if (picked.Take(new(edited, 1 - (OfCorrection * (corrections.Count + edits.Count)), Departure.None)))
            {
                return picked.Repair(question: null);
            }

            stopped = budget.Refusal(edited);
        }

        var sentence = _lexicon.Read(edited).StoppedBy(stopped);
        if (refused.Repair?.Question is not null)
        {
            // All else was understood: besides the answer there is only to do without it.
            picked.TakeAll(Trimming.Of(sentence, _lexicon).Where(draft => draft.Score >= TrimmedMin), most: 1);
            return picked.Repair(question: null);
        }

        var separated = Separation.Of(sentence);
        if ((code == RefusalCode.MultipleAutomations && separated.Count > 0 && Separation.IsSeveral(sentence)) || (separated.Count > 1 && separated.All(draft => budget.Compiles(draft.Prompt))))
        {
            picked.TakeAll(separated, Repair.SuggestionsMax);
            return picked.Repair(question: null);
        }

        var ways = PromptParts.Ways(sentence.Pieces, _lexicon.Verbs);
        var parts = ways[0];
        if ((parts.Actions.Count == 0 || (parts.IsMixed && !sentence.NamesWhatComes())) && Questions.OfHalf(prompt, code, budget.Compiles) is { } half)
        {
            return Repair.None with { Question = half };
        }

        var finder = new PartFinder(_lexicon, sentence, budget.Compile);
        var composed = parts.IsMixed && !sentence.NamesWhatComes() ? [] : new Composer(_lexicon, sentence, finder).Compose(ways)
            .Where(draft => Gate.Keeps(prompt, code, draft.Prompt) && (code != RefusalCode.NotAnAutomation || draft.Score >= NoAutomationMin))
            .ToList();
        picked.TakeAll(composed.Where(draft => draft.Missing is null).Take(ComposedMax), Repair.SuggestionsMax);
        picked.TakeAll(Trimming.Of(sentence, _lexicon).Where(draft => draft.Score >= TrimmedMin), most: 1);
        var asked = composed.Where(draft => draft.Missing is not null).Take(Repair.SuggestionsMax)
            .Where(draft => draft.Score >= QuestionMin && draft.Score + QuestionLead > picked.Best && !draft.Departure.IsLoose && picked.Keeps(draft))
            .Select(draft => Questions.OfSlot(draft, budget.Compiles))
            .FirstOrDefault(question => question is not null);
        return picked.Repair(asked);
    }

    /// <summary>What may be said otherwise, none of it within what was understood, and none overlapping another.</summary>
    private List<Edit> EditsOf(string prompt, int understood, ItemKind? item)
    {
        var context = new PromptContext(prompt, reader.Grammar.Actions.Complete);
        var read = Math.Min(understood, prompt.Length);
        var behind = context.TryAt(reader.Grammar.End, read, out _) >= 0 ? 0 : read;
        var edits = new List<Edit>();
        foreach (var edit in Edits.In(prompt, _lexicon.Verbs, behind).Where(edit => edit.At.Start == 0 || edit.End > behind).Concat(_rephrasings.In(prompt, context, behind, item)))
        {
            if (edits.Count < EditsMax && prompt.AsSpan(edit.At.Start, edit.At.Length) is var written && !written.SequenceEqual(edit.Text) && edits.TrueForAll(other => other.End <= edit.At.Start || edit.End <= other.At.Start))
            {
                edits.Add(edit);
            }
        }

        return edits;
    }
}
