using Cortex.Sandbox.Nango;

namespace Cortex.Sandbox.Control;

/// <summary>Nango's limit of calls, as if the account had changed its plan, or another of its programs had used the minute up.</summary>
internal static class RateLimitControl
{
    public static void MapRateLimitControl(this IEndpointRouteBuilder routes) => routes.MapPut("/sandbox/rate-limit", Set);

    private static IResult Set(RateLimitRequest request, NangoRateLimit limit)
    {
        if (request.PerMinute < 1)
        {
            return ControlResults.Invalid("perMinute must be at least 1.");
        }

        limit.PerMinute = request.PerMinute;
        return Results.Json(request);
    }
}
