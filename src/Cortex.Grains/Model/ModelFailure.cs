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

    /// <summary>The account may not use as many tokens in a minute as the question needs; asking again would not help.</summary>
    TooLarge,

    /// <summary>Its answer did not fit into the tokens that it may have, nor into the raised limit; asking again would not help.</summary>
    Incomplete,
}
