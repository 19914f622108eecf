using Cortex.Sandbox.Actions;
using Cortex.Sandbox.Faults;

namespace Cortex.Sandbox.Nango;

internal static class NangoEndpoints
{
    /// <summary>Nango's API: every route behind the guard; a fault of the proxy is the provider's, so the proxy sees to it itself.</summary>
    public static void MapNango(this IEndpointRouteBuilder routes)
    {
        var guarded = routes.MapGroup("").AddEndpointFilter<NangoGuard>();
        guarded.MapProxy();

        var faulty = guarded.MapGroup("").AddEndpointFilter(new FaultFilter(NangoResults.UsualError));
        faulty.MapRecords();
        faulty.MapConnectSessions();
        faulty.MapConnections();
        faulty.MapMetadata();
        faulty.MapSyncs();
        faulty.MapEnvironment();
        faulty.MapActions();
        routes.MapFallback(() => NangoResults.Error(StatusCodes.Status404NotFound, "not_found", "Not found"));
    }
}
