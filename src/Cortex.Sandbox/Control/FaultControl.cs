using Cortex.Sandbox.Faults;

namespace Cortex.Sandbox.Control;

internal static class FaultControl
{
    public static void MapFaultControl(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sandbox/faults", Add);
        routes.MapGet("/sandbox/faults", (FaultStore faults) => Results.Json(new { faults = faults.Waiting }));
        routes.MapDelete("/sandbox/faults", Clear);
    }

    private static IResult Add(Fault fault, FaultStore faults)
    {
        if (fault.Match.Length == 0 || fault.Times < 1)
        {
            return ControlResults.Invalid("match must not be empty, and times must be at least 1.");
        }

        if (fault.Status is < 100 or > 599 || fault.DelayMs is < 0 or > Fault.DelayMsMax)
        {
            return ControlResults.Invalid($"status must be an HTTP status, and delayMs 0 to {Fault.DelayMsMax}.");
        }

        return faults.TryAdd(fault)
            ? Results.Json(fault, statusCode: StatusCodes.Status201Created)
            : ControlResults.Full("Too many faults are waiting; DELETE /sandbox/faults clears them.");
    }

    private static IResult Clear(FaultStore faults)
    {
        faults.Clear();
        return Results.NoContent();
    }
}
