namespace Cortex.Sandbox.Model;

/// <summary>Any key will do, but there must be one; and the rate-limit headers that Groq puts on every answer.</summary>
internal sealed class GroqGuard : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers["x-ratelimit-limit-requests"] = "14400";
        headers["x-ratelimit-limit-tokens"] = "18000";
        headers["x-ratelimit-remaining-requests"] = "14399";
        headers["x-ratelimit-remaining-tokens"] = "17900";
        headers["x-ratelimit-reset-requests"] = "6s";
        headers["x-ratelimit-reset-tokens"] = "333ms";
        var authorization = context.HttpContext.Request.Headers.Authorization.ToString();
        return authorization.StartsWith("Bearer ", StringComparison.Ordinal)
            ? await next(context)
            : Results.Json(
                GroqJson.Error("Invalid API Key", "invalid_request_error", "invalid_api_key"),
                statusCode: StatusCodes.Status401Unauthorized);
    }
}
