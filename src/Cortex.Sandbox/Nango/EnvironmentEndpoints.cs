using System.Text.Json.Nodes;
using Cortex.Sandbox.Webhooks;

namespace Cortex.Sandbox.Nango;

internal static class EnvironmentEndpoints
{
    public static void MapEnvironment(this IEndpointRouteBuilder routes) => routes.MapPost("/environment/webhook-signing-key/rotate", Rotate);

    /// <summary>Webhooks keep the old key's signature as long as they may at Nango.</summary>
    private static IResult Rotate(SigningKeys keys)
    {
        var data = new JsonObject { ["webhook_signing_key"] = keys.Rotate(null, SigningKeys.LingerMax) };
        return NangoResults.Json(new JsonObject { ["data"] = data });
    }
}
