using System.Globalization;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Json;

namespace Cortex.Sandbox.Nango;

/// <summary>Answers in Nango's forms.</summary>
internal static class NangoResults
{
    public static IResult Error(int status, string code, string? message = null, IReadOnlyList<NangoFault>? errors = null)
        => Json(Envelope(code, message, errors), status);

    public static IResult InvalidQuery(IReadOnlyList<NangoFault> errors) => Invalid("invalid_query_params", errors);

    public static IResult InvalidHeaders(IReadOnlyList<NangoFault> errors) => Invalid("invalid_headers", errors);

    public static IResult InvalidBody(IReadOnlyList<NangoFault> errors) => Invalid("invalid_body", errors);

    public static IResult UnknownConnection()
        => Error(StatusCodes.Status400BadRequest, "unknown_connection", "No connection matching the provided params.");

    public static IResult ServerError(string message) => Error(StatusCodes.Status500InternalServerError, "server_error", message);

    public static IResult Success() => Json(new JsonObject { ["success"] = true });

    public static IResult Json(JsonNode? body, int status = StatusCodes.Status200OK)
        => Results.Text(SandboxJson.Text(body), "application/json", System.Text.Encoding.UTF8, status);

    /// <summary>What Nango itself would say with a status that a fault asks for.</summary>
    public static JsonNode UsualError(HttpContext http, int status) => status switch
    {
        StatusCodes.Status429TooManyRequests => TooManyRequests(http, TimeSpan.Zero),
        StatusCodes.Status424FailedDependency => Envelope(
            "connection_refresh_backoff", "A recent refresh attempt failed. Backing off before retrying.", null),
        >= 500 => Envelope("server_error", "An internal error occurred.", null),
        _ => Envelope("sandbox_fault", "A prepared fault.", null),
    };

    /// <summary>The same in place of a provider: the proxy says nothing about its own internal errors.</summary>
    public static JsonNode? UsualProxyError(HttpContext http, int status)
        => status == StatusCodes.Status500InternalServerError ? null : UsualError(http, status);

    /// <summary>The rate limit's refusal; the wait is told in whole seconds, rounded down, so it can be none.</summary>
    public static JsonObject TooManyRequests(HttpContext http, TimeSpan wait)
    {
        http.Response.Headers.RetryAfter = ((long)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var error = new JsonObject { ["code"] = "too_many_request", ["method"] = http.Request.Method, ["path"] = http.Request.Path.Value };
        return new JsonObject { ["error"] = error };
    }

    private static IResult Invalid(string code, IReadOnlyList<NangoFault> errors)
        => Error(StatusCodes.Status400BadRequest, code, errors: errors);

    public static JsonObject Envelope(string code, string? message, IReadOnlyList<NangoFault>? errors = null)
    {
        var error = new JsonObject { ["code"] = code };
        if (message is not null)
        {
            error["message"] = message;
        }

        if (errors is not null)
        {
            error["errors"] = new JsonArray([.. errors.Select(Entry)]);
        }

        return new JsonObject { ["error"] = error };
    }

    private static JsonObject Entry(NangoFault fault) => new()
    {
        ["code"] = fault.Code,
        ["message"] = fault.Message,
        ["path"] = new JsonArray([.. fault.Path.Select(segment => JsonValue.Create(segment))]),
    };
}
