namespace Cortex.Model;

/// <summary>How a question ended: <see cref="Answered"/>, <see cref="Malformed"/> or <see cref="Failed"/>.</summary>
internal abstract record ModelReply
{
    private ModelReply()
    {
    }

    /// <summary>There is an answer.</summary>
    /// <param name="Json">What the model said. It was asked for JSON; whether it is that, whoever asked must check.</param>
    /// <param name="Usage">What it cost.</param>
    public sealed record Answered(string Json, ModelUsage Usage) : ModelReply;

    /// <summary>The model answered in another form than the schema's, and its service withheld the answer. Asked again, it may do better.</summary>
    /// <param name="Generation">What the model said, as far as the service tells; may be empty. Data like any answer.</param>
    public sealed record Malformed(string Generation) : ModelReply;

    /// <summary>There is none.</summary>
    /// <param name="Kind">Why.</param>
    /// <param name="Sentence">For the user: what happened and what to do.</param>
    /// <param name="RetryAfter">The wait that the other side asked for, or null.</param>
    public sealed record Failed(ModelFailure Kind, string Sentence, TimeSpan? RetryAfter = null) : ModelReply
    {
        /// <summary>Whether nothing was sent: the question was held back because the account's limits leave no room for it now.</summary>
        public bool IsHeldBack { get; init; }

        /// <summary>What was paid all the same: for an answer that was cut.</summary>
        public ModelUsage? Usage { get; init; }
    }
}
