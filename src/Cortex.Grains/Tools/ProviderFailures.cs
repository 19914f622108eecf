using Cortex.Nango;

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
        _ when failure.IsHeldBack => new ToolResult.Retry(failure.Message, failure.RetryAfter) { IsAttempt = false },
        NangoFailure.Unavailable => new ToolResult.Retry($"{account} could not be reached: {failure.Message}", failure.RetryAfter),
        NangoFailure.NeedsReauth => NeedsReauth(account),
        NangoFailure.UnknownConnection => Failed($"{account} is no longer connected. Connect {account} again, then retry this run."),
        _ => Failed($"{account} could not be used: {failure.Message}"),
    };

    /// <summary>The account's authorisation no longer works, whoever says so.</summary>
    public static ToolResult.Held NeedsReauth(string account) =>
        new($"{account} needs to be reconnected: its authorisation no longer works. Reconnect {account}; this run then goes on by itself.");

    private static ToolResult.Failed Failed(string sentence) => new(sentence);
}
