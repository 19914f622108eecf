using Cortex.Catalog;
using Cortex.Dangers;
using Cortex.Programs;

namespace Cortex.Cli.Bench.Compile.Scoring;

/// <summary>A labelled prompt with what came out, judged.</summary>
/// <param name="Score">The parts of the program; null where there is none, or the prompt is not valid.</param>
internal sealed record ScoredPrompt(LabelledPrompt Label, Prediction Prediction, Judgement Judgement, ProgramScore? Score)
{
    public bool IsValid => Label.Expected is Expectation.Compiles;

    public bool IsInvalid => Label.Expected is Expectation.IsRefused;

    /// <summary>Whether the prompt is one that must be asked about.</summary>
    public bool IsToBeAsked => Label.Expected is Expectation.IsAsked;

    /// <summary>Whether the user is asked something: what is missing, or to confirm what it could hurt.</summary>
    public bool IsAskedAbout => Prediction.Error is RefusalCode.NeedsClarification or RefusalCode.NeedsConfirmation || IsDangerous(Prediction);

    public bool IsAnswered => Prediction.Program is not null;

    /// <summary>Whether a valid prompt was refused.</summary>
    public bool IsRefusedThoughValid => IsValid && !IsAnswered && !IsRight;

    /// <summary>Whether it was, and one of the suggestions is what it means.</summary>
    public bool IsOneClick => IsRefusedThoughValid && Suggested.Any(one => one.Score.Faithful);

    /// <summary>Whether it was, and one of the suggestions has at least the event and the tools.</summary>
    public bool IsNear => IsRefusedThoughValid && Suggested.Any(one => one.Score is { Provider: true, Trigger: true, Tools: true });

    /// <summary>What was suggested for a valid prompt, with how right each is.</summary>
    public IEnumerable<(string Prompt, ProgramScore Score)> Suggested => Label.Expected is Expectation.Compiles valid
        ? Prediction.Suggested.Select(one => (one.Prompt, ProgramScore.Of(valid, new Prediction(Label.Id, one.Program, Error: null))))
        : [];

    public bool IsRight => Judgement is Judgement.Exact or Judgement.RefusedRightly or Judgement.Confirmed;

    public static ScoredPrompt Of(LabelledPrompt label, Prediction prediction)
    {
        var expected = label.Expected;
        if (prediction.Program is null)
        {
            return new(label, prediction, Accepts(expected, prediction.Error) ? Judgement.RefusedRightly : Judgement.RefusedOtherwise, Score: null);
        }

        if (expected is Expectation.IsAsked asked)
        {
            var isAsked = asked.Codes.Contains(RefusalCode.NeedsConfirmation) && IsDangerous(prediction);
            return new(label, prediction, isAsked ? Judgement.Confirmed : Judgement.Wrong, Score: null);
        }

        var program = expected as Expectation.Compiles ?? (expected as Expectation.IsRefused)?.OrProgram;
        var score = program is null ? null : ProgramScore.Of(program, prediction);
        return new(label, prediction, score is { Exact: true } ? Judgement.Exact : Judgement.Wrong, expected is Expectation.Compiles ? score : null);
    }

    private static bool Accepts(Expectation expected, string? error) => error is not null && expected switch
    {
        Expectation.Compiles valid => valid.Tolerance.Refusals.Contains(error),
        Expectation.IsRefused invalid => invalid.Codes.Contains(error),
        Expectation.IsAsked asked => asked.Codes.Contains(error),
        _ => false,
    };

    private static bool IsDangerous(Prediction prediction) => prediction.Typed is { } program && HarmfulSteps.In(program, CortexCatalog.Known).Count > 0;
}
