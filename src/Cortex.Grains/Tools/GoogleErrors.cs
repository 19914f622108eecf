using System.Text.Json;
using Cortex.Items;
using Cortex.Storage.Errors;

namespace Cortex.Tools;

/// <summary>
/// Turns Google's errors (<c>{"error":{"code":404,"message":…,"status":…,"errors":[{"reason":…}]}}</c>) into sentences that say what to do.
/// </summary>
internal static class GoogleErrors
{
    private const int MessageLengthMax = 300;

    /// <summary>Reasons of a 403 that pass by themselves. (Gmail API and Calendar API, "Resolve errors".)</summary>
    private static readonly HashSet<string> PassingReasons = new(StringComparer.Ordinal) { "rateLimitExceeded", "userRateLimitExceeded", "quotaExceeded", "backendError" };

    /// <param name="account">The account as users call it.</param>
    /// <param name="thing">What a 404 is about, with its article and a capital: <c>The email</c>.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The answer's body.</param>
    /// <param name="retryAfter">The wait asked for, or null.</param>
    public static ToolResult Of(string account, string thing, int status, JsonElement body, TimeSpan? retryAfter)
    {
        var error = body.ObjectAt("error");
        var said = Said(error);
        return status switch
        {
            429 => new ToolResult.NotDone($"{account} limits how much is sent and read, and the limit is reached{said}", retryAfter, ErrorCodes.RateLimited),
            403 when IsPassing(error) => new ToolResult.NotDone($"{account} limits how much is sent and read, and the limit is reached{said}", retryAfter, ErrorCodes.RateLimited),
            408 or >= 500 => ProviderFailures.OfStatus(status, $"{account} has a failure of its own (HTTP {status}){said}", retryAfter),
            401 => ProviderFailures.NeedsReauth(account),
            403 => new ToolResult.Failed($"{account} does not allow this. Reconnect {account} and grant all permissions that are asked for{said}", ErrorCodes.PermissionDenied),
            404 => new ToolResult.Failed($"{thing} is no longer there: it was deleted at {account}, so nothing can be done with it.", ErrorCodes.NotFound),
            _ => new ToolResult.Failed($"{account} refused the request (HTTP {status}){said} {ProviderFailures.AfterRefusal}", ErrorCodes.ProviderRejected),
        };
    }

    private static bool IsPassing(JsonElement? error) =>
        error?.Text("status") == "RESOURCE_EXHAUSTED"
        || (error?.Elements("errors") ?? []).Any(detail => detail.Text("reason") is { } reason && PassingReasons.Contains(reason));

    private static string Said(JsonElement? error) =>
        ItemText.CleanLine(error?.Text("message"), MessageLengthMax) is { Length: > 0 } message ? $": {message.TrimEnd('.')}." : ".";
}
