using Cortex.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cortex.Api.Config;

/// <summary>What a front end must know before anybody has signed in; one build of it serves every deployment.</summary>
internal static class ConfigEndpoints
{
    public static void MapConfig(this IEndpointRouteBuilder routes)
    {
        var config = routes.MapGroup("/api/cortex/config").AllowAnonymous().WithTags("Config");
        config.MapGet("", Get).WithName("getConfig");
    }

    /// <summary>Says how to sign in, where Nango is, and which version this is. Nothing in it is secret.</summary>
    internal static Ok<ConfigAnswer> Get(CortexSettings settings) => TypedResults.Ok(ConfigAnswer.Of(settings));
}
