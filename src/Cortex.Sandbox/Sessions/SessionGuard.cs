using Cortex.Sandbox.Nango;

namespace Cortex.Sandbox.Sessions;

/// <summary>Stands before the routes that a connect dialog calls with its session's token as bearer.</summary>
internal sealed class SessionGuard(NangoRateLimit rateLimit, ConnectSessionStore sessions) : IEndpointFilter
{
    private static readonly object Key = new();

    public static ConnectSession Session(HttpContext http) => Found(http)!;

    /// <summary>Null when the caller came with another key.</summary>
    public static ConnectSession? Found(HttpContext http) => http.Items[Key] as ConnectSession;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        return rateLimit.Count(http) ?? Refusal(http, sessions) ?? await next(context);
    }

    /// <summary>Null when the call carries the token of an open session, which is then found by it.</summary>
    public static IResult? Refusal(HttpContext http, ConnectSessionStore sessions)
    {
        if (ApiKey.Bearer(http.Request.Headers.Authorization, out var token) is { } refusal)
        {
            return refusal;
        }

        if (!SessionToken.IsValid(token))
        {
            return NangoResults.Error(
                StatusCodes.Status401Unauthorized, "invalid_connect_session_token_format", "Authentication failed. The connect session token is malformed.");
        }

        if (sessions.Find(token) is not { } session)
        {
            return NangoResults.Error(
                StatusCodes.Status401Unauthorized, "unknown_connect_session_token", "Authentication failed. The connect session token is unknown or has expired.");
        }

        http.Items[Key] = session;
        return null;
    }
}
