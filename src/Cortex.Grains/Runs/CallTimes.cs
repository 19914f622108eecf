namespace Cortex.Runs;

/// <summary>How long the call of a step's tool, and whatever comes of it, may take. All of it follows from how long a provider may take to answer.</summary>
/// <param name="Answer">How long one request to a provider may take until its answer begins (<c>PROVIDER_TIMEOUT_SECONDS</c>).</param>
internal sealed record CallTimes(TimeSpan Answer)
{
    /// <summary>One call of a tool, all of its requests together; from a mark that it keeps, all that follow.</summary>
    public TimeSpan Tool => Answer * 4 / 3;

    /// <summary>
    /// For how long after it was given up a request is still expected to take effect. It covers that Nango goes on waiting for the provider, that a process may stand still
    /// between its last check and the request, and that the clocks of silos differ.
    /// </summary>
    public TimeSpan Margin => Answer * 2 / 3;

    /// <summary>A request is sent only while so much is left of its lease; otherwise the lease is renewed first.</summary>
    public TimeSpan EffectMax => Answer + Margin;

    /// <summary>What a lease lasts: a request, and a fifth for what comes before it.</summary>
    public TimeSpan Lease => EffectMax * 6 / 5;
}
