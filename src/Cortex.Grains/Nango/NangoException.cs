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

    /// <summary>Whether the call was held back on this side, for the account's limit or because too many are under way.</summary>
    public bool IsHeldBack { get; private init; }

    /// <summary>Whether the call may have reached the provider, and so may have an effect there, or still get one. Not one that was never sent, or that Nango refused.</summary>
    public bool MayHaveReached { get; init; } = kind is NangoFailure.Unavailable;

    /// <summary>The failure of a call that was held back.</summary>
    /// <param name="wait">How long until it may go out.</param>
    internal static NangoException HeldBack(TimeSpan wait) => new(
        NangoFailure.Unavailable,
        $"The calls that Nango allows this account in a minute are used up, or kept for what is more urgent; try again in {Math.Ceiling(wait.TotalSeconds)} s. If this lasts, choose a larger plan at Nango.",
        wait)
    {
        IsHeldBack = true,
        MayHaveReached = false,
    };

    /// <summary>The failure of a call that found no connection to be sent over.</summary>
    /// <param name="wait">How long it waited for one.</param>
    internal static NangoException Crowded(TimeSpan wait) => new(NangoFailure.Unavailable, "Too many calls to providers are under way; try again shortly.", wait)
    {
        IsHeldBack = true,
        MayHaveReached = false,
    };
}
