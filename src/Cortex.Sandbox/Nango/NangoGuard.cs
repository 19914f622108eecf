namespace Cortex.Sandbox.Nango;

/// <summary>What stands before every route of Nango's API: the rate limit, the API key and the content type.</summary>
internal sealed class NangoGuard(NangoRateLimit rateLimit, SandboxKeys keys) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        return rateLimit.Count(http)
            ?? ApiKey.Refusal(http.Request.Headers.Authorization, keys.NangoSecretKey)
            ?? ContentTypeRefusal(http.Request)
            ?? await next(context);
    }

    /// <summary>Only the proxy takes bodies that are not JSON.</summary>
    private static IResult? ContentTypeRefusal(HttpRequest request)
        => request.ContentType is { Length: > 0 } && !request.HasJsonContentType() && !request.Path.StartsWithSegments("/proxy")
            ? NangoResults.Error(StatusCodes.Status415UnsupportedMediaType, "invalid_content_type", "Content-Type must be application/json.")
            : null;
}
