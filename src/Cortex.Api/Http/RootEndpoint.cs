using Cortex.Api.Config;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cortex.Api.Http;

/// <summary>Says where things are, to whoever opens the address in a browser.</summary>
internal static class RootEndpoint
{
    public static void MapRoot(this IEndpointRouteBuilder routes) => routes.MapGet("/", Get).AllowAnonymous().ExcludeFromDescription();

    private static Ok<RootAnswer> Get() => TypedResults.Ok(new RootAnswer("Cortex", ApiVersion.Text, "/docs", "/health", "There is no web console in this version."));
}
