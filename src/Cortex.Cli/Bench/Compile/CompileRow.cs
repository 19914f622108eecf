using Cortex.Cli.Bench.Compile.Scoring;

namespace Cortex.Cli.Bench.Compile;

/// <summary>The figures of one class of prompts.</summary>
/// <param name="Kind">What divides the prompts: provider, difficulty, error, form.</param>
/// <param name="Name">Which of those.</param>
/// <param name="Prompts">How many there are.</param>
/// <param name="Answered">How many got a program.</param>
/// <param name="Exact">Programs as labelled.</param>
/// <param name="Wrong">Programs that are not.</param>
/// <param name="RefusedRightly">Refusals with a reason that the label accepts.</param>
/// <param name="RefusedOtherwise">Refusals of what is valid, or for another reason.</param>
/// <param name="Suggesting">Refusals with at least one suggestion.</param>
/// <param name="OneClick">Refusals of what is valid that suggest the right program.</param>
/// <param name="Near">Refusals of what is valid that suggest at least the right event and tools.</param>
internal sealed record CompileRow(
    string Kind, string Name, int Prompts, int Answered, int Exact, int Wrong, int RefusedRightly, int RefusedOtherwise, int Suggesting, int OneClick, int Near)
{
    /// <summary>The table: the whole, then by provider and difficulty, by error class, by form.</summary>
    public static IReadOnlyList<CompileRow> Table(IReadOnlyList<ScoredPrompt> prompts)
    {
        var valid = prompts.Where(p => p.IsValid).ToList();
        var invalid = prompts.Where(p => !p.IsValid).ToList();
        return
        [
            Of("all", "valid", valid),
            Of("all", "invalid", invalid),
            .. By("difficulty", valid, p => p.Label.Difficulty),
            .. By("provider", valid, p => ((Expectation.Compiles)p.Label.Expected).Program.Provider ?? "none"),
            .. By("error", invalid, p => ((Expectation.IsRefused)p.Label.Expected).Code),
            .. By("form, valid", valid, p => p.Label.Form),
            .. By("form, invalid", invalid, p => p.Label.Form),
        ];
    }

    private static IEnumerable<CompileRow> By(string kind, IEnumerable<ScoredPrompt> prompts, Func<ScoredPrompt, string> name) =>
        prompts.GroupBy(name).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Of(kind, group.Key, [.. group]));

    private static CompileRow Of(string kind, string name, List<ScoredPrompt> prompts) => new(
        kind,
        name,
        prompts.Count,
        prompts.Count(p => p.IsAnswered),
        prompts.Count(p => p.Judgement == Judgement.Exact),
        prompts.Count(p => p.Judgement == Judgement.Wrong),
        prompts.Count(p => p.Judgement == Judgement.RefusedRightly),
        prompts.Count(p => p.Judgement == Judgement.RefusedOtherwise),
        prompts.Count(p => p.Prediction.Suggested.Count > 0),
        prompts.Count(p => p.IsOneClick),
        prompts.Count(p => p.IsNear));
}
