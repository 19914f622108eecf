using Cortex.Compilation;
using Cortex.Connections;
using Cortex.Dangers;
using Cortex.Diagnostics;
using Cortex.Jobs;
using Cortex.Model;
using Cortex.Nango;
using Cortex.Recovery;
using Cortex.Rehearsals;
using Cortex.Runs;
using Cortex.Tools;
using Cortex.Units;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cortex;

/// <summary>Registers what grains need.</summary>
public static class GrainsServiceCollectionExtensions
{
    /// <summary>Registers the compiler, the language model, the tools, Nango's client and the grains' settings.</summary>
    public static IServiceCollection AddCortexGrains(this IServiceCollection services, GrainSettings settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(settings);
        services.AddSingleton(settings.ProviderConfigKeys);
        services.AddCompilation();
        services.AddSharedModelGate();
        services.AddModel(settings.Groq ?? GroqSettings.None);
        services.AddTools();
        services.AddNangoBudget();
        services.AddNango(o => (o.BaseUrl, o.SecretKey) = (settings.NangoBaseUrl.ToString(), settings.NangoSecretKey));
        services.AddOptions<NangoOptions>().Configure<GrainSettings, CallTimes>((o, known, times) =>
            (o.ProviderCallTime, o.TotalTime) = (known.ProviderTimeout, times.Tool > o.TotalTime ? times.Tool : o.TotalTime));
        services.AddSingleton<Capabilities>();
        services.AddSingleton<Admission>();
        services.AddSingleton<IAccounts, Accounts>();
        services.AddSingleton(provider => new CallTimes(provider.GetRequiredService<GrainSettings>().ProviderTimeout));
        services.AddSingleton(provider => new RunOwner(provider.GetRequiredService<ILocalSiloDetails>().Name));
        services.AddSingleton<RunEngine>();
        services.AddSingleton<RunInstruments>();
        services.AddSingleton<Ownership>();
        services.AddSingleton<SyncPass>();
        services.AddSingleton<UnitOffers>();
        services.AddSingleton<Reconciliation>();
        services.AddSingleton<MeetingClock>();
        services.AddSingleton<AskedSync>();
        services.AddSingleton<FateBooks>();
        services.AddSingleton<WorkLanes>();
        services.AddSingleton<JobWork>();
        services.AddSingleton<DryRunner>();
        services.AddSingleton<Backtester>();
        services.AddSingleton<LookBackGate>();
        services.AddSingleton<DangerWords>();
        services.AddSingleton<Cautions>();
        services.AddSingleton<IIncomingGrainCallFilter, ExceptionFilter>();
        services.AddHostedService<MemoryBounds>();
        return services;
    }

    /// <summary>Registers the heartbeat that keeps recovery going. Hosted services start in order: call it after the silo is registered.</summary>
    public static IServiceCollection AddRecovery(this IServiceCollection services) => services.AddHostedService<RecoveryHeartbeat>();
}
