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

    /// <summary>Whether the call was held back for the account's limit. Unlike others that are <see cref="NangoFailure.Unavailable"/>, it has had no effect.</summary>
    public bool IsHeldBack { get; private init; }

    /// <summary>The failure of a call that was held back.</summary>
    /// <param name="wait">How long until it may go out.</param>
    internal static NangoException HeldBack(TimeSpan wait) => new(
        NangoFailure.Unavailable,
        $"The calls that Nango allows this account in a minute are used up, or kept for what is more urgent; try again in {Math.Ceiling(wait.TotalSeconds)} s. If this lasts, choose a larger plan at Nango.",
        wait)
    {
        IsHeldBack = true,
    };
}
