namespace Cortex.Sandbox.Webhooks;

/// <summary>Nango's rules of delivery.</summary>
internal static class WebhookPolicy
{
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    /// <summary>The waits before the second and the third attempt; there is no fourth.</summary>
    public static readonly IReadOnlyList<TimeSpan> Waits = [TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(6)];

    public const int RedirectsMax = 5;

    /// <summary>More failures than this within the window open the circuit of an address.</summary>
    public const int FailuresTolerated = 5;

    public static readonly TimeSpan FailureWindow = TimeSpan.FromSeconds(10);

    public static readonly TimeSpan OpenFor = TimeSpan.FromSeconds(60);

    /// <summary>What is read of an answer, for the person who sends a webhook by hand.</summary>
    public const int ResponseCharsMax = 65_536;
}
