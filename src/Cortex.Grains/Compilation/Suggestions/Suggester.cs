using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Compilation.Suggestions;

/// <summary>
/// Finds, for a prompt that was refused, wordings that compile and are likely to mean the same: the prompt with its typing errors corrected; with a few words less;
/// its parts each in the nearest known wording, filled with the user's own literals. Nothing is assumed: each says how it differs, and the user picks.
/// </summary>
internal sealed class Suggester(CortexCatalog catalog, CandidateCompiler compiler, TimeProvider clock)
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

    /// <summary>How much better a suggestion must be than the question that would keep everything.</summary>
    private const double QuestionLead = 0.05;

    /// <summary>A question about less than this would be about another wish.</summary>
    private const double QuestionMin = 0.6;

    /// <summary>What does not look like an automation at all must be very like one to be taken for it.</summary>
    private const double NoAutomationMin = 0.7;

    private readonly Lexicon _lexicon = new(catalog);

    public Repair Suggest(string prompt, CompileResult.Refused refused)
    {
        var code = refused.Code;
        if (prompt.Length > PromptMax || !Gate.IsOpen(prompt, code))
        {
            return Repair.None;
        }

        var budget = new CompileBudget(compiler, clock);
        var written = _lexicon.Read(prompt);
        if (written.Pieces.Count > PiecesMax || written.Pieces.Count(piece => piece.IsLiteral) > LiteralsMax)
        {
            return Repair.None;
        }

        var (corrected, corrections) = _lexicon.Spelling.Correct(prompt, written.Pieces);
        var picked = new SuggestionPick(budget, corrections);
        if (corrections.Count > 0 && picked.Take(new(corrected, 1 - (OfCorrection * corrections.Count), [])))
        {
            return picked.Repair(question: null);
        }

        var sentence = (corrections.Count > 0 ? _lexicon.Read(corrected) : written).StoppedBy(corrections.Count > 0 ? budget.Refusal(corrected) : refused);
        if (refused.Repair?.Question is not null)
        {
            // All else was understood: besides the answer there is only to do without it.
            picked.TakeAll(Trimming.Of(sentence, _lexicon.Verbs).Where(draft => draft.Score >= TrimmedMin), most: 1);
            return picked.Repair(question: null);
        }

        var separated = Separation.Of(sentence);
        if ((code == RefusalCode.MultipleAutomations && Separation.IsSeveral(sentence)) || (separated.Count > 1 && separated.All(draft => budget.Compiles(draft.Prompt))))
        {
            picked.TakeAll(separated, Repair.SuggestionsMax);
            return picked.Repair(question: null);
        }

        var parts = PromptParts.Of(sentence.Pieces, _lexicon.Verbs);
        if ((parts.Actions.Count == 0 || (parts.IsMixed && !sentence.NamesWhatComes())) && Questions.OfHalf(prompt, code, budget.Compiles) is { } half)
        {
            return Repair.None with { Question = half };
        }

        picked.TakeAll(Trimming.Of(sentence, _lexicon.Verbs).Where(draft => draft.Score >= TrimmedMin), most: 1);
        var finder = new PartFinder(_lexicon, sentence, budget.Compile);
        var composed = parts.IsMixed && !sentence.NamesWhatComes() ? [] : new Composer(_lexicon, sentence, finder).Compose(parts)
            .Where(draft => Gate.Keeps(prompt, code, draft.Prompt) && (code != RefusalCode.NotAnAutomation || draft.Score >= NoAutomationMin))
            .ToList();
        picked.TakeAll(composed.Where(draft => draft.Missing is null).Take(ComposedMax), Repair.SuggestionsMax);
        var asked = composed.Where(draft => draft.Missing is not null).Take(Repair.SuggestionsMax)
            .Where(draft => draft.Score >= QuestionMin && draft.Score + QuestionLead > picked.Best)
            .Select(draft => Questions.OfSlot(draft, budget.Compiles))
            .FirstOrDefault(question => question is not null);
        return picked.Repair(asked);
    }
}
