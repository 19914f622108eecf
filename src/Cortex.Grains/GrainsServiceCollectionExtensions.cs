using Cortex.Recovery;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cortex;

/// <summary>Registers what grains need.</summary>
public static class GrainsServiceCollectionExtensions
{
    /// <summary>Registers the compiler, the tools, Nango's client and the grains' settings.</summary>
    public static IServiceCollection AddCortexGrains(this IServiceCollection services, GrainSettings settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(settings);
        services.AddSingleton(settings.ProviderConfigKeys);
        return services;
    }

    /// <summary>Registers the heartbeat that keeps recovery going. Hosted services start in order: call it after the silo is registered.</summary>
    public static IServiceCollection AddRecovery(this IServiceCollection services) => services.AddHostedService<RecoveryHeartbeat>();
}
