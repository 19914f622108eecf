namespace Cortex.Storage.Errors;

/// <summary>The closed list of what can be wrong with a run, a step or a delivery; the words of the tables and the API.</summary>
public static class ErrorCodes
{
    /// <summary>The account is not connected, or is another's by now.</summary>
    public const string AccountNotConnected = "account_not_connected";

    /// <summary>The account's authorisation no longer works.</summary>
    public const string AccountNeedsReauth = "account_needs_reauth";

    /// <summary>The run was canceled in the middle of it.</summary>
    public const string Canceled = "canceled";

    /// <summary>An error of Cortex's own.</summary>
    public const string Internal = "internal";

    /// <summary>It was interrupted too often, each time together with its server.</summary>
    public const string Interrupted = "interrupted";

    /// <summary>What the automation asks for cannot be done so: an address that is none, a time that cannot be read, nothing to do it to.</summary>
    public const string InvalidInput = "invalid_input";

    /// <summary>More than Cortex or the provider does at a time or looks through.</summary>
    public const string Limit = "limit";

    /// <summary>It may have taken effect, and nobody can tell.</summary>
    public const string MayHaveHappened = "may_have_happened";

    /// <summary>What it is about is no longer at the provider.</summary>
    public const string NotFound = "not_found";

    /// <summary>Whoever runs Cortex has not set up what it needs.</summary>
    public const string NotConfigured = "not_configured";

    /// <summary>The account may not do this.</summary>
    public const string PermissionDenied = "permission_denied";

    /// <summary>The provider refused what was asked for.</summary>
    public const string ProviderRejected = "provider_rejected";

    /// <summary>The provider, Nango or the model's service does not answer, or has a failure of its own.</summary>
    public const string ProviderUnavailable = "provider_unavailable";

    /// <summary>Too many calls: of the provider's, Nango's or the model's limit nothing is left.</summary>
    public const string RateLimited = "rate_limited";

    /// <summary>There was no answer within the time that is waited for one.</summary>
    public const string TimedOut = "timed_out";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        AccountNeedsReauth, AccountNotConnected, Canceled, Internal, Interrupted, InvalidInput, Limit, MayHaveHappened, NotConfigured, NotFound, PermissionDenied, ProviderRejected,
        ProviderUnavailable, RateLimited, TimedOut,
    ];
}
