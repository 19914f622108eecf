using Cortex.Sandbox.Calls;

namespace Cortex.Sandbox.Control;

internal static class CallControl
{
    public static void MapCallControl(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sandbox/calls", (string? connectionId, CallLog calls) => Results.Json(new { calls = calls.Of(connectionId) }));
        routes.MapDelete("/sandbox/calls", Clear);
    }

    private static IResult Clear(CallLog calls)
    {
        calls.Clear();
        return Results.NoContent();
    }
}
