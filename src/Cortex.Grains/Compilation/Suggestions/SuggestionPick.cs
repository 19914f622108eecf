using Cortex.Catalog;
using Cortex.Compilation.Grammar;
using Cortex.Dangers;
using Cortex.Programs;

namespace Cortex.Compilation.Suggestions;

/// <summary>The suggestions so far: each compiles and keeps what the prompt is about, no two are the same program, the one that keeps most comes first.</summary>
/// <param name="budget">Compiles them.</param>
/// <param name="catalog">Says which tools do harm.</param>
/// <param name="essentials">What each must keep of the prompt.</param>
/// <param name="prompt">The prompt, typing errors corrected.</param>
/// <param name="common">How every one of them differs from it.</param>
internal sealed class SuggestionPick(CompileBudget budget, CortexCatalog catalog, Essentials essentials, string prompt, Departure common)
{
    private const int ChangesMax = 8;

    /// <summary>What keeps so much less than the best only distracts from it.</summary>
    private const double BehindMax = 0.15;

    private readonly List<(PromptSuggestion Suggestion, string Hash, double Score)> _taken = [];

    /// <summary>How much the best keeps; 0 when there is none.</summary>
    public double Best => _taken.Count == 0 ? 0 : _taken.Max(one => one.Score);

    public bool Take(SuggestionDraft draft)
    {
        var departure = common.And(draft.Departure);
        if (departure.Changes.Count > ChangesMax || (!draft.IsPart && !Keeps(draft)) || budget.Compile(draft.Prompt) is not { } compiled || IsTooLoose(compiled.Program, departure) || JudgesChange(draft, compiled.Program) || LosesService(compiled.Program) || DoesUnaskedHarm(compiled.Program))
        {
            return false;
        }

        if (_taken.TrueForAll(one => one.Hash != compiled.ProgramHash))
        {
            _taken.Add((new(draft.Prompt, compiled.ProgramJson, compiled.Explanation, Told(departure.Changes)), compiled.ProgramHash, draft.Score));
        }

        return true;
    }

    /// <summary>That something is in other words is said only where nothing else is.</summary>
    private static List<string> Told(IReadOnlyList<string> changes) => changes.Where(change => change != ChangeText.Reworded).DefaultIfEmpty(ChangeText.Reworded).ToList();

    /// <summary>Whether a draft has what must be kept, and says what it does without.</summary>
    public bool Keeps(SuggestionDraft draft)
    {
        var departure = common.And(draft.Departure);
        return essentials.AreKeptBy(draft.Prompt, departure.Asides) && essentials.AreTold(draft.Prompt, departure.Changes);
    }

    /// <summary>Whether a program would act on every email though something was said of these, or would do harm, to anything or to others, and lacks words that could keep it to what is meant.</summary>
    private bool IsTooLoose(CortexProgram program, Departure departure) =>
        (departure.IsLoose && program.Trigger is { Event: "email.received", Where: AllOf { Parts.Count: 0 } })
        || (departure.IsLoose || essentials.HasLiteral(departure.Asides)) && program.Steps.Any(step => HarmfulSteps.DoesHarm(step, catalog));

    /// <summary>"A Salesforce event" is no event of the calendar.</summary>
    private bool LosesService(CortexProgram program) => catalog.Providers.Any(provider =>
        provider.Name is { } name
        && QuotedText.Outside(prompt).Contains(name, StringComparison.OrdinalIgnoreCase)
        && program.Trigger.Provider != name
        && !program.Steps.Any(step => step.Tool.StartsWith($"{name}.", StringComparison.Ordinal)));

    private bool JudgesChange(SuggestionDraft draft, CortexProgram program) =>
        catalog.FindTrigger(program.Trigger.Provider, program.Trigger.Event)?.Item.Name != "email" && essentials.JudgesChange(draft.Prompt);

    /// <summary>Whether a step would do harm that the prompt has no word for.</summary>
    private bool DoesUnaskedHarm(CortexProgram program) => program.Steps.Any(step =>
        catalog.FindTool(step.Tool)?.Harm is { Words: { Count: > 0 } words } && !words.Any(word => QuotedText.Outside(prompt).Contains(word, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Takes those that compile, the best first, until there are so many more or the rest keeps too little.</summary>
    public void TakeAll(IEnumerable<SuggestionDraft> drafts, int most)
    {
        var before = _taken.Count;
        foreach (var draft in drafts)
        {
            if (_taken.Count - before >= most || draft.Score < Best - BehindMax)
            {
                return;
            }

            Take(draft);
        }
    }

    public Repair Repair(PromptQuestion? question) => Cortex.Repair.None with
    {
        Suggestions = _taken.Where(one => one.Score >= Best - BehindMax).OrderByDescending(one => one.Score).Take(Cortex.Repair.SuggestionsMax).Select(one => one.Suggestion).ToList(),
        Question = question,
    };
}
