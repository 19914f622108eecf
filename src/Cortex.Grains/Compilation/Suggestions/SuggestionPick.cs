using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Compilation.Suggestions;

/// <summary>The suggestions so far: each compiles, no two are the same program, the one that keeps most comes first.</summary>
/// <param name="budget">Compiles them.</param>
/// <param name="catalog">Says which tools do harm.</param>
/// <param name="prompt">The prompt, typing errors corrected.</param>
/// <param name="corrections">What was corrected in every one of them.</param>
/// <param name="looseness">What every one of them leaves out.</param>
internal sealed class SuggestionPick(CompileBudget budget, CortexCatalog catalog, string prompt, IReadOnlyList<string> corrections, Looseness looseness = Looseness.None)
{
    private const int ChangesMax = 4;

    /// <summary>What keeps so much less than the best only distracts from it.</summary>
    private const double BehindMax = 0.15;

    private readonly int _denials = Denials.CountIn(prompt);
    private readonly List<(PromptSuggestion Suggestion, string Hash, double Score)> _taken = [];

    /// <summary>How much the best keeps; 0 when there is none.</summary>
    public double Best => _taken.Count == 0 ? 0 : _taken.Max(one => one.Score);

    public bool Take(SuggestionDraft draft)
    {
        if (Denials.CountIn(draft.Prompt) < _denials || budget.Compile(draft.Prompt) is not { } compiled || IsTooLoose(compiled.Program, (Looseness)Math.Max((int)draft.Looseness, (int)looseness)) || DoesUnaskedHarm(compiled.Program))
        {
            return false;
        }

        if (_taken.TrueForAll(one => one.Hash != compiled.ProgramHash))
        {
            _taken.Add((new(draft.Prompt, compiled.ProgramJson, compiled.Explanation, corrections.Concat(draft.Changes).Take(ChangesMax).ToList()), compiled.ProgramHash, draft.Score));
        }

        return true;
    }

    /// <summary>Whether a program would do harm to what the prompt leaves alone.</summary>
    private bool IsTooLoose(CortexProgram program, Looseness loose) => loose switch
    {
        Looseness.None => false,
        Looseness.Condition => program.Steps.Any(step => catalog.FindTool(step.Tool) is { Harm: { IsToOthers: false } }),
        _ => program.Steps.Any(step => catalog.FindTool(step.Tool) is { Harm: not null }),
    };

    /// <summary>Whether a step would do harm that the prompt has no word for.</summary>
    private bool DoesUnaskedHarm(CortexProgram program) => program.Steps.Any(step =>
        catalog.FindTool(step.Tool)?.Harm is { Words: { Count: > 0 } words } && !words.Any(word => prompt.Contains(word, StringComparison.OrdinalIgnoreCase)));

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
