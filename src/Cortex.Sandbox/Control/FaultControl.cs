using Cortex.Sandbox.Faults;
using Cortex.Sandbox.Records;
using Cortex.Sandbox.Webhooks;

namespace Cortex.Sandbox.Control;

internal static class FaultControl
{
    public static void MapFaultControl(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sandbox/faults", Add);
        routes.MapGet("/sandbox/faults", (FaultStore faults) => Results.Json(new { faults = faults.Waiting }));
        routes.MapDelete("/sandbox/faults", Clear);
    }

    private static IResult Add(Fault fault, FaultStore faults, RecordStore records)
    {
        if (fault.Flaw is { } flaw)
        {
            return ControlResults.Invalid(flaw);
        }

        return faults.TryAdd(fault with { LatestRecord = records.LatestStamp })
            ? Results.Json(fault, statusCode: StatusCodes.Status201Created)
            : ControlResults.Full("Too many faults are waiting; DELETE /sandbox/faults clears them.");
    }

    /// <summary>Held webhooks go out now: what held them is gone.</summary>
    private static IResult Clear(FaultStore faults, HeldWebhooks held)
    {
        faults.Clear();
        held.ReleaseAll();
        return Results.NoContent();
    }
}
