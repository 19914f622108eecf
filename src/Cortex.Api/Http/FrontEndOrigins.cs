using Cortex.Hosting;
using Microsoft.Net.Http.Headers;

namespace Cortex.Api.Http;

/// <summary>Lets the front ends of the settings call from their own origins; others only from this one.</summary>
internal static class FrontEndOrigins
{
    /// <summary>How long a browser may remember that it asked.</summary>
    private static readonly TimeSpan PreflightLife = TimeSpan.FromMinutes(10);

    public static IServiceCollection AddFrontEndOrigins(this IServiceCollection services, CortexSettings settings) => services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
        .WithOrigins([.. settings.CorsOrigins])
        .WithMethods(HttpMethods.Get, HttpMethods.Post, HttpMethods.Patch, HttpMethods.Delete)
        .WithHeaders(HeaderNames.Authorization, HeaderNames.ContentType, "Idempotency-Key", "Last-Event-ID", HeaderNames.IfNoneMatch)
        .WithExposedHeaders(HeaderNames.Location, HeaderNames.RetryAfter, HeaderNames.WWWAuthenticate, HeaderNames.ETag)
        .SetPreflightMaxAge(PreflightLife)));
}
