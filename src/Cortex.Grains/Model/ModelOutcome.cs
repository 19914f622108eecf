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
}
