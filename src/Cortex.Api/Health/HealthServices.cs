using Cortex.Api.Diagnostics;
using Cortex.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Cortex.Api.Health;

internal static class HealthServices
{
    /// <summary>Marks the checks without which no webhook can be accepted.</summary>
    public const string AcceptingTag = "accepting";

    /// <summary>How long a part may take to answer before it counts as down.</summary>
    private static readonly TimeSpan CheckTimeout = TimeSpan.FromSeconds(2);

    public static IServiceCollection AddHealth(this IServiceCollection services, CortexSettings settings)
    {
        services.AddSingleton<HealthMonitor>();
        var checks = services.AddHealthChecks()
            .AddCheck<PostgresCheck>("postgres", HealthStatus.Unhealthy, [AcceptingTag], CheckTimeout)
            .AddCheck<InboxCheck>("inbox", HealthStatus.Unhealthy, [AcceptingTag], CheckTimeout)
            .AddCheck<ClusterCheck>("cluster", HealthStatus.Degraded, [], CheckTimeout);
        if (settings.GroqApiKey is not null)
        {
            checks.AddCheck<ModelCheck>("model", HealthStatus.Degraded, [], CheckTimeout);
        }

        if (settings.RedisUrl is { } redis)
        {
            services.AddSingleton(p => new RedisCheck(redis, p.GetRequiredService<DependencyInstruments>()));
            checks.Add(new("redis", p => p.GetRequiredService<RedisCheck>(), HealthStatus.Degraded, [], CheckTimeout));
        }

        return services;
    }
}
