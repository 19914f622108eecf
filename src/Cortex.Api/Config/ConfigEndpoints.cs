using Cortex.Api.Model;
using Cortex.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cortex.Api.Config;

/// <summary>What a front end must know before anybody has signed in; one build of it serves every deployment.</summary>
internal static class ConfigEndpoints
{
    public static void MapConfig(this IEndpointRouteBuilder routes)
    {
        var config = routes.MapGroup("/api/cortex/config").AllowAnonymous().WithTags("Config");
        config.MapGet("", GetAsync).WithName("getConfig");
    }

    /// <summary>Says how to sign in, where Nango is, which version this is, and how the language model is. Nothing in it is secret.</summary>
    internal static async Task<Ok<ConfigAnswer>> GetAsync(CortexSettings settings, ModelMonitor model, CancellationToken cancellationToken) =>
        TypedResults.Ok(ConfigAnswer.Of(settings, await model.ReadAsync(cancellationToken)));
}
