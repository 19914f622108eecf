namespace Cortex.Model;

/// <summary>How a question ended: <see cref="Answered"/> or <see cref="Failed"/>.</summary>
internal abstract record ModelReply
{
    private ModelReply()
    {
    }

    /// <summary>There is an answer.</summary>
    /// <param name="Json">What the model said. It was asked for JSON; whether it is that, whoever asked must check.</param>
    /// <param name="Usage">What it cost.</param>
    public sealed record Answered(string Json, ModelUsage Usage) : ModelReply;

    /// <summary>There is none.</summary>
    /// <param name="Kind">Why.</param>
    /// <param name="Sentence">For the user: what happened and what to do.</param>
    /// <param name="RetryAfter">The wait that the other side asked for, or null.</param>
    public sealed record Failed(ModelFailure Kind, string Sentence, TimeSpan? RetryAfter = null) : ModelReply;
}
