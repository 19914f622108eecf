using Cortex.Sandbox.Effects;

namespace Cortex.Sandbox.Control;

internal static class EffectControl
{
    public static void MapEffectControl(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/sandbox/effects", (string? connectionId, EffectReader effects) => Results.Json(new { effects = effects.Of(connectionId) }));
}
