using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Providers;

/// <summary>Errors as Google's APIs write them.</summary>
internal static class GoogleErrors
{
    public static ProviderResponse NotFound() => Error(404, "Requested entity was not found.", "NOT_FOUND", "notFound");

    public static ProviderResponse Invalid(string message) => Error(400, message, "INVALID_ARGUMENT", "invalidArgument");

    public static ProviderResponse Conflict(string message) => Error(409, message, "ABORTED", "aborted");

    public static ProviderResponse NoSuchMethod() => Error(404, "Not Found", "NOT_FOUND", "notFound");

    public static JsonNode Usual(int status) => (status switch
    {
        401 => Error(401, "Request had invalid authentication credentials.", "UNAUTHENTICATED", "authError"),
        403 => Error(403, "Request had insufficient authentication scopes.", "PERMISSION_DENIED", "insufficientPermissions"),
        404 => NotFound(),
        429 => Error(429, "Too many concurrent requests for user.", "RESOURCE_EXHAUSTED", "rateLimitExceeded"),
        503 => Error(503, "The service is currently unavailable.", "UNAVAILABLE", "backendError"),
        >= 500 => Error(status, "Internal error encountered.", "INTERNAL", "backendError"),
        _ => Error(status, "The request failed.", "FAILED_PRECONDITION", "failedPrecondition"),
    }).Body!;

    private static ProviderResponse Error(int code, string message, string status, string reason)
    {
        var entry = new JsonObject { ["message"] = message, ["domain"] = "global", ["reason"] = reason };
        var error = new JsonObject { ["code"] = code, ["message"] = message, ["errors"] = new JsonArray(entry), ["status"] = status };
        return new ProviderResponse(code, new JsonObject { ["error"] = error });
    }
}
