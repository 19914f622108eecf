using Cortex.Nango;
using Cortex.Storage.Errors;

namespace Cortex.Tools;

/// <summary>What a failure between Cortex and a provider means for a step, whichever provider it is.</summary>
internal static class ProviderFailures
{
    /// <summary>What is left to do about a refusal that no other sentence explains.</summary>
    public const string AfterRefusal = "Correct the automation if what it asks for is wrong, or retry this run.";

    /// <param name="failure">What Nango's client threw.</param>
    /// <param name="account">The account as the user calls it, e.g. <c>Gmail</c>.</param>
    public static ToolResult From(NangoException failure, string account) => failure.Kind switch
    {
        _ when failure.IsHeldBack => new ToolResult.NotDone(failure.Message, failure.RetryAfter, ErrorCodes.RateLimited) { IsAttempt = false },
        NangoFailure.Unavailable when !failure.MayHaveReached => new ToolResult.NotDone(Unreached(failure, account), failure.RetryAfter),
        NangoFailure.Unavailable => new ToolResult.Unknown(Unreached(failure, account), failure.RetryAfter) { MayStillHappen = true },
        NangoFailure.NeedsReauth => NeedsReauth(account),
        NangoFailure.UnknownConnection => new ToolResult.Failed($"{account} is no longer connected. Connect {account} again, then retry this run.", ErrorCodes.AccountNotConnected),
        NangoFailure.Unauthorized => new ToolResult.Failed($"{account} could not be used: {failure.Message}", ErrorCodes.NotConfigured),
        _ => new ToolResult.Failed($"{account} could not be used: {failure.Message}", ErrorCodes.ProviderRejected),
    };

    /// <summary>A failure of the provider's own, which may come before, in the middle of, or after what was asked; of 408 and 504 it may still go on.</summary>
    public static ToolResult.Unknown OfStatus(int status, string sentence, TimeSpan? retryAfter) => new(sentence, retryAfter) { MayStillHappen = status is 408 or 504 };

    /// <summary>The account's authorisation no longer works, whoever says so.</summary>
    public static ToolResult.Held NeedsReauth(string account) =>
        new($"{account} needs to be reconnected: its authorisation no longer works. Reconnect {account}; this run then goes on by itself.");

    private static string Unreached(NangoException failure, string account) => $"{account} could not be reached: {failure.Message}";
}
