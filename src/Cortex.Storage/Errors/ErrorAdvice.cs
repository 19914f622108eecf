namespace Cortex.Storage.Errors;

/// <summary>What is to be done about an error.</summary>
/// <param name="IsRetryable">Whether the same may succeed later, without a change to the automation.</param>
/// <param name="Fix">What its user does: <c>retry</c>, <c>reconnect</c> the account, <c>edit</c> the automation, <c>wait</c>, or <c>contact</c> whoever looks after the account or Cortex.</param>
public sealed record ErrorAdvice(bool IsRetryable, string Fix)
{
    /// <summary>The advice for a code; null for none.</summary>
    public static ErrorAdvice? Of(string? code) => code switch
    {
        null => null,
        ErrorCodes.AccountNeedsReauth or ErrorCodes.AccountNotConnected => new(true, "reconnect"),
        ErrorCodes.RateLimited => new(true, "wait"),
        ErrorCodes.ProviderUnavailable or ErrorCodes.TimedOut or ErrorCodes.MayHaveHappened or ErrorCodes.Canceled => new(true, "retry"),
        ErrorCodes.PermissionDenied or ErrorCodes.Internal or ErrorCodes.Interrupted => new(true, "contact"),
        ErrorCodes.NotConfigured => new(false, "contact"),
        _ => new(false, "edit"),
    };
}
