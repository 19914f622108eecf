using Cortex.Cli.Bench.Compile.Scoring;

namespace Cortex.Cli.Bench.Compile;

/// <summary>The figures of one class of prompts.</summary>
/// <param name="Kind">What divides the prompts: provider, difficulty, error, form.</param>
/// <param name="Name">Which of those.</param>
/// <param name="Prompts">How many there are.</param>
/// <param name="Answered">How many got a program.</param>
/// <param name="Right">How many came out as labelled: a program, a refusal or a question.</param>
/// <param name="Exact">Programs as labelled.</param>
/// <param name="Behaves">Programs that do with the label's items as labelled.</param>
/// <param name="Wrong">Programs that are not.</param>
/// <param name="RefusedRightly">Refusals with a reason that the label accepts.</param>
/// <param name="RefusedOtherwise">Refusals of what is valid, or for another reason.</param>
/// <param name="Asked">Prompts that are asked about: refused with a question, or a program that must be confirmed.</param>
/// <param name="Suggesting">Refusals with at least one suggestion.</param>
/// <param name="OneClick">Refusals of what is valid that suggest the right program.</param>
/// <param name="Near">Refusals of what is valid that suggest at least the right event and tools.</param>
internal sealed record CompileRow(
    string Kind, string Name, int Prompts, int Answered, int Right, int Exact, int Behaves, int Wrong, int RefusedRightly, int RefusedOtherwise, int Asked, int Suggesting, int OneClick, int Near)
{
    /// <summary>The table: the whole, then by provider and difficulty, by error class, by form.</summary>
    public static IReadOnlyList<CompileRow> Table(IReadOnlyList<ScoredPrompt> prompts)
    {
        var valid = prompts.Where(p => p.IsValid).ToList();
        var invalid = prompts.Where(p => p.IsInvalid).ToList();
        return
        [
            .. By("all", prompts, p => p.IsValid ? "valid" : p.IsInvalid ? "invalid" : "to be asked about"),
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
        prompts.Count(p => p.IsRight),
        prompts.Count(p => p.Judgement == Judgement.Exact),
        prompts.Count(p => p.Score is { Behaves: true }),
        prompts.Count(p => p.Judgement == Judgement.Wrong),
        prompts.Count(p => p.Judgement == Judgement.RefusedRightly),
        prompts.Count(p => p.Judgement == Judgement.RefusedOtherwise),
        prompts.Count(p => p.IsAskedAbout),
        prompts.Count(p => p.Prediction.Suggested.Count > 0),
        prompts.Count(p => p.IsOneClick),
        prompts.Count(p => p.IsNear));
}
