using Cortex.Sandbox.Webhooks;

namespace Cortex.Sandbox.Control;

/// <summary>The switches that Nango's dashboard has under the webhooks of an environment.</summary>
internal static class EnvironmentControl
{
    public static void MapEnvironmentControl(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sandbox/environment", (EnvironmentSettings environment) => Results.Json(environment.Switches));
        routes.MapPut("/sandbox/environment", Set);
        routes.MapPost("/sandbox/signing-key", Rotate);
    }

    /// <summary>A switch that is not named goes back to its default.</summary>
    private static IResult Set(EnvironmentSwitches switches, EnvironmentSettings environment)
    {
        environment.Switches = switches;
        return Results.Json(switches);
    }

    private static IResult Rotate(KeyRotation request, SigningKeys keys)
    {
        if (request.Key is { Length: 0 } || request.LingerMs is < 0 or > KeyRotation.LingerMsMax)
        {
            return ControlResults.Invalid($"key must not be empty, and lingerMs must be 0 to {KeyRotation.LingerMsMax}.");
        }

        return Results.Json(new { key = keys.Rotate(request.Key, TimeSpan.FromMilliseconds(request.LingerMs)) });
    }
}
