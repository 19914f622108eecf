using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Providers.Calendar;

/// <summary>Errors as Google Calendar writes them: the older shape of Google's, without a status in words.</summary>
internal static class CalendarErrors
{
    public static ProviderResponse NotFound() => Error(404, "notFound", "Not Found");

    public static ProviderResponse Deleted() => Error(410, "deleted", "Resource has been deleted");

    public static ProviderResponse Duplicate() => Error(409, "duplicate", "The requested identifier already exists.");

    public static ProviderResponse Required(string message) => Error(400, "required", message);

    public static ProviderResponse Invalid(string message) => Error(400, "invalid", message);

    public static ProviderResponse EmptyTimeRange() => Error(400, "timeRangeEmpty", "The specified time range is empty.", "calendar");

    public static JsonNode Usual(int status) => (status switch
    {
        400 => Invalid("Bad Request"),
        401 => Error(401, "authError", "Invalid Credentials"),
        403 => Error(403, "rateLimitExceeded", "Rate Limit Exceeded", "usageLimits"),
        404 => NotFound(),
        409 => Duplicate(),
        410 => Deleted(),
        429 => Error(429, "rateLimitExceeded", "Rate Limit Exceeded", "usageLimits"),
        >= 500 => Error(status, "backendError", "Backend Error"),
        _ => Error(status, "failedPrecondition", "Precondition check failed."),
    }).Body!;

    private static ProviderResponse Error(int code, string reason, string message, string domain = "global")
    {
        var entry = new JsonObject { ["domain"] = domain, ["reason"] = reason, ["message"] = message };
        var error = new JsonObject { ["errors"] = new JsonArray(entry), ["code"] = code, ["message"] = message };
        return new ProviderResponse(code, new JsonObject { ["error"] = error });
    }
}
