using Cortex.Sandbox.Nango;

namespace Cortex.Sandbox.Sessions;

/// <summary>Stands before a route that applications call with their key and connect dialogs with their session's token.</summary>
internal sealed class KeyOrSessionGuard(NangoRateLimit rateLimit, ConnectSessionStore sessions, SandboxKeys keys) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var authorization = http.Request.Headers.Authorization.ToString();
        return rateLimit.Count(http)
            ?? (authorization.Contains(SessionToken.Prefix, StringComparison.Ordinal)
                ? SessionGuard.Refusal(http, sessions)
                : ApiKey.Refusal(authorization, keys.NangoSecretKey))
            ?? await next(context);
    }
}
