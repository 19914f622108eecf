using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Cortex.Hosting;

/// <summary>A sign of life, for orchestrators: the process answers, and nothing is said about its neighbours.</summary>
public static class Liveness
{
    /// <summary>Serves <c>/health/live</c>; once per process.</summary>
    public static void MapLiveness(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/health/live", Read).AllowAnonymous().WithName("live").WithSummary("Says that the process answers.").WithTags("Health");

    /// <summary>Says that the process answers.</summary>
    private static Ok<LivenessAnswer> Read() => TypedResults.Ok(new LivenessAnswer("healthy"));
}
