namespace Cortex.Model;

/// <summary>How one request to the model ended.</summary>
internal enum ModelOutcome
{
    Ok,
    RateLimited,
    TimedOut,

    /// <summary>It failed in a way that may pass: not reachable, 498, 5xx, or an answer that is no completion.</summary>
    Failed,

    /// <summary>A 4xx: the same request would fail again.</summary>
    Rejected,

    /// <summary>413: the question and the answer that it reserves are more than the account may use in a minute.</summary>
    TooLarge,

    /// <summary>400 <c>json_validate_failed</c>: the model did not keep to the schema, and its service noticed.</summary>
    Malformed,

    /// <summary>The answer is empty, or ends where its tokens did.</summary>
    Cut,
}
