namespace Cortex.Tools.Ai;

/// <summary>The limits of what a run asks the model. A model that thinks before it answers pays for that from the same budget of tokens.</summary>
internal static class AiLimits
{
    /// <summary>Characters of an item's or an input's text that the model is shown, about five thousand tokens; the rest is cut.</summary>
    public const int InputLengthMax = 20_000;

    /// <summary>Characters of the user's own words to the model: a task, a label, a field's name.</summary>
    public const int WordsLengthMax = 2_000;

    /// <summary>Fields that one step extracts, and labels that one step tells apart.</summary>
    public const int NamesMax = 30;

    /// <summary>Characters of a reason that is kept.</summary>
    public const int ReasonLengthMax = 300;

    /// <summary>Conditions that one question judges; a run with more asks again.</summary>
    public const int ConditionsMax = 20;

    public const int SummaryTokensMax = 1_500;

    public const int DraftTokensMax = 3_000;

    public const int ExtractTokensMax = 2_000;

    public const int ClassifyTokensMax = 1_000;

    public const int JudgementTokensMax = 3_000;

    /// <summary>One question. Two of them, the second after an answer of the wrong form, fit into one call of a tool.</summary>
    public static readonly TimeSpan QuestionTimeout = TimeSpan.FromSeconds(25);
}
