using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Providers.Salesforce;

/// <summary>Errors as Salesforce's REST API writes them: a list, the object of each with its code.</summary>
internal static class SalesforceErrors
{
    public static ProviderResponse NotFound() => Error(404, "NOT_FOUND", "The requested resource does not exist");

    public static ProviderResponse NoExternalId(string field)
        => Error(404, "NOT_FOUND", $"Provided external ID field does not exist or is not accessible: {field}");

    public static ProviderResponse Deleted() => Error(404, "ENTITY_IS_DELETED", "entity is deleted");

    public static ProviderResponse MethodNotAllowed(string method) => Error(405, "METHOD_NOT_ALLOWED", $"HTTP Method '{method}' not allowed.");

    public static ProviderResponse Malformed(string code, string message) => Error(400, code, message);

    /// <summary>An error about fields of a record, which the answer lists.</summary>
    public static ProviderResponse Refused(string code, string message, params IEnumerable<string> fields)
        => new(StatusCodes.Status400BadRequest, List(code, message, fields));

    public static JsonNode Usual(int status) => status switch
    {
        401 => List("INVALID_SESSION_ID", "Session expired or invalid", null),
        403 => List("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.", null),
        404 => List("NOT_FOUND", "The requested resource does not exist", null),
        503 => List("SERVER_UNAVAILABLE", "The server is unavailable, try again later.", null),
        >= 500 => List("UNKNOWN_EXCEPTION", "An unexpected error occurred.", null),
        _ => List("UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access to this record", null),
    };

    private static ProviderResponse Error(int status, string code, string message) => new(status, List(code, message, null));

    private static JsonArray List(string code, string message, IEnumerable<string>? fields)
    {
        var error = new JsonObject { ["message"] = message, ["errorCode"] = code };
        if (fields is not null)
        {
            error["fields"] = new JsonArray([.. fields.Select(field => JsonValue.Create(field))]);
        }

        return [error];
    }
}
