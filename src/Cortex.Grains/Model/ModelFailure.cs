namespace Cortex.Model;

/// <summary>Why there is no answer.</summary>
internal enum ModelFailure
{
    /// <summary>There is no key.</summary>
    NotConfigured,

    /// <summary>Too many questions; later it may answer.</summary>
    RateLimited,

    /// <summary>It did not answer in time, was not reachable, or failed; later it may answer.</summary>
    Unavailable,

    /// <summary>It refused the question; asking again would not help.</summary>
    Rejected,
}
