using Cortex.Nango.Budget;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Cortex.Nango;

/// <summary>Registers the client of Nango's API.</summary>
public static class NangoServiceCollectionExtensions
{
    /// <summary>Adds <see cref="INangoClient"/>. Settings are checked when the host starts.</summary>
    public static IServiceCollection AddNango(this IServiceCollection services, Action<NangoOptions> configure)
    {
        services.AddOptions<NangoOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<NangoOptions>, NangoOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<NangoOptions>, NangoAddressValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.AddNangoHttp();
        services.TryAddSingleton<NangoInstruments>();
        services.TryAddSingleton<INangoBudget, UnlimitedBudget>();
        services.TryAddSingleton<NangoTransport>();
        services.TryAddSingleton<INangoClient, NangoClient>();
        return services;
    }

    /// <summary>Has the client share the account's limit with the other silos of the cluster.</summary>
    public static IServiceCollection AddNangoBudget(this IServiceCollection services) => services.AddSingleton<INangoBudget>(provider =>
        ActivatorUtilities.CreateInstance<NangoBudget>(provider, () => provider.GetRequiredService<IGrainFactory>().NangoBudget()));
}
