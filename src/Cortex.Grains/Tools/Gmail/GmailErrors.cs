using System.Text.Json;
using Cortex.Items;

namespace Cortex.Tools.Gmail;

/// <summary>
/// Turns Gmail's errors (<c>{"error":{"code":404,"message":…,"status":…,"errors":[{"reason":…}]}}</c>) into sentences that say what to do.
/// </summary>
internal static class GmailErrors
{
    private const int MessageLengthMax = 300;

    /// <summary>Reasons of a 403 that pass by themselves. (Gmail API, "Resolve errors".)</summary>
    private static readonly HashSet<string> PassingReasons = new(StringComparer.Ordinal) { "rateLimitExceeded", "userRateLimitExceeded", "backendError" };

    public static ToolResult Of(int status, JsonElement body, TimeSpan? retryAfter)
    {
        var error = body.ObjectAt("error");
        var said = Said(error);
        return status switch
        {
            429 => new ToolResult.Retry($"Gmail limits how much is sent and read, and the limit is reached{said}", retryAfter),
            403 when IsPassing(error) => new ToolResult.Retry($"Gmail limits how much is sent and read, and the limit is reached{said}", retryAfter),
            408 or >= 500 => new ToolResult.Retry($"Gmail has a failure of its own (HTTP {status}){said}", retryAfter),
            401 => new ToolResult.Failed("Gmail needs to be reconnected: Google no longer accepts its authorisation. Reconnect Gmail, then retry this run."),
            403 => new ToolResult.Failed($"Gmail does not allow this. Reconnect Gmail and grant all permissions that are asked for{said}"),
            404 => new ToolResult.Failed("The email is no longer there: it was deleted at Gmail, so nothing can be done with it."),
            _ => new ToolResult.Failed($"Gmail refused the request (HTTP {status}){said}"),
        };
    }

    private static bool IsPassing(JsonElement? error) =>
        error?.Text("status") == "RESOURCE_EXHAUSTED"
        || (error?.Elements("errors") ?? []).Any(detail => detail.Text("reason") is { } reason && PassingReasons.Contains(reason));

    private static string Said(JsonElement? error) =>
        ItemText.CleanLine(error?.Text("message"), MessageLengthMax) is { Length: > 0 } message ? $": {message.TrimEnd('.')}." : ".";
}
