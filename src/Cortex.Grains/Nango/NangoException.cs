namespace Cortex.Nango;

/// <summary>Nango itself (not the provider behind it) did not do what was asked.</summary>
/// <param name="kind">What kind of failure it is.</param>
/// <param name="message">For logs and, where it says what to do, for the user; holds no secret.</param>
/// <param name="retryAfter">The wait that Nango asked for, or null.</param>
/// <param name="inner">The cause, or null.</param>
public sealed class NangoException(NangoFailure kind, string message, TimeSpan? retryAfter = null, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What kind of failure it is.</summary>
    public NangoFailure Kind { get; } = kind;

    /// <summary>The wait that Nango asked for, or null.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
