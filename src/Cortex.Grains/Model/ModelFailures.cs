namespace Cortex.Model;

/// <summary>How failures are told to users.</summary>
internal static class ModelFailures
{
    /// <summary>Waits up to this are told in seconds.</summary>
    private static readonly TimeSpan SecondsMax = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan HoursMin = TimeSpan.FromMinutes(90);

    public static ModelReply.Failed TimedOut { get; } =
        new(ModelFailure.Unavailable, "The language model did not answer in time. Try again in a moment.");

    public static ModelReply.Failed Incomplete { get; } = new(
        ModelFailure.Incomplete, "The language model did not finish its answer, even when it was allowed a longer one. Write it more simply or in fewer steps.");

    public static ModelReply.Failed Of(ModelOutcome outcome) => outcome switch
    {
        ModelOutcome.TooLarge => new(
            ModelFailure.TooLarge, "The language model's account is too small for this question. Write it more briefly, or ask the operator of this Cortex to raise the account's limit of tokens a minute."),
        ModelOutcome.Rejected => new(ModelFailure.Rejected, "The language model did not take the question. Trying again will not help; tell whoever runs this Cortex."),
        _ => new(ModelFailure.Unavailable, "The language model cannot be reached at the moment. Try again in a moment."),
    };

    /// <summary>The wait that is told is the service's own where it gave one: it knows best.</summary>
    public static ModelReply.Failed RateLimited(ModelPriority priority, ModelVerdict verdict)
    {
        var wait = verdict.Told > TimeSpan.Zero ? verdict.Told : verdict.Wait;
        var seconds = TimeSpan.FromSeconds(Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)));
        var sentence = verdict.IsOfTheDay
            ? $"The language model's allowance for the day is used up. Try again in {Words(seconds)}."
                + (priority == ModelPriority.Person ? " Wordings that the built-in compiler understands work all the same." : string.Empty)
            : $"The language model is asked too much at the moment. Try again in {Words(seconds)}.";
        return new(ModelFailure.RateLimited, sentence, seconds);
    }

    private static string Words(TimeSpan wait) =>
        wait <= SecondsMax ? $"{wait.TotalSeconds:0} s"
        : wait < HoursMin ? $"{Math.Ceiling(wait.TotalMinutes):0} minutes"
        : $"{Math.Ceiling(wait.TotalHours):0} hours";
}
