using System.Net;
using Cortex.Compilation;
using Cortex.Hosting;
using Cortex.Model;
using Cortex.Storage;
using Microsoft.Extensions.Options;
using Npgsql;
using Orleans.Configuration;
using Orleans.Storage;

namespace Cortex.Silo;

/// <summary>Puts a silo with all of Cortex's grains into a host.</summary>
public static class SiloHosting
{
    /// <summary>Requests that may wait for one grain; one more is refused, and what it asked for is found again by recovery.</summary>
    private const int GrainQueueLengthMax = 5_000;

    /// <summary>Adds the silo. Call it after everything that must outlive the grains, and before what calls them.</summary>
    public static IHostApplicationBuilder AddCortexSilo(this IHostApplicationBuilder builder, CortexSettings settings)
    {
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = ClusterTimings.ShutdownTimeout);
        builder.Services.AddGrainServices(settings);
        builder.UseOrleans(silo =>
        {
            silo.AddCluster(settings);
            silo.AddPersistence();
            silo.AddActivityPropagation();
        });
        builder.Services.AddRecovery();
        builder.Services.AddCompilerPreparation();
        builder.Services.AddModelCheck();
        return builder;
    }

    /// <summary>Registers everything that grains are made of, for silos of any host.</summary>
    public static IServiceCollection AddGrainServices(this IServiceCollection services, CortexSettings settings)
    {
        services.AddStorage(settings.DatabaseUrl);
        services.AddGrainStores();
        if (settings.RedisUrl is { } redis)
        {
            // What the model made of a prompt, for all silos. Entries expire, so the cluster's Redis does not fill up.
            services.AddStackExchangeRedisCache(o => o.ConfigurationOptions = RedisUrl.Parse(redis));
        }

        return services.AddCortexGrains(settings.ToGrainSettings());
    }

    /// <summary>Keeps grain state in PostgreSQL.</summary>
    public static ISiloBuilder AddPersistence(this ISiloBuilder silo)
    {
        silo.AddAdoNetGrainStorageAsDefault((OptionsBuilder<AdoNetGrainStorageOptions> options) => options.Configure<IServiceProvider>((o, services) =>
        {
            o.Invariant = "Npgsql";
            o.DataSource = services.GetRequiredService<NpgsqlDataSource>();
            o.DeleteStateOnClear = true;
            o.GrainStorageSerializer = ActivatorUtilities.CreateInstance<SystemTextJsonGrainStorageSerializer>(services);
        }));
        return silo;
    }

    private static GrainSettings ToGrainSettings(this CortexSettings settings) => new(
        settings.ProviderConfigKeys, settings.NangoBaseUrl, settings.NangoSecretKey, settings.RetentionDays,
        new GroqSettings(settings.GroqApiKey, settings.GroqBaseUrl, settings.GroqModel, settings.GroqInputPrice, settings.GroqOutputPrice))
    {
        ReconciliationGrace = TimeSpan.FromSeconds(settings.ReconcileAfterSeconds),
        ProviderTimeout = TimeSpan.FromSeconds(settings.ProviderTimeoutSeconds),
    };

    private static void AddCluster(this ISiloBuilder silo, CortexSettings settings)
    {
        var siloPort = FreePort.Or(settings.SiloPort);
        var gatewayPort = FreePort.Or(settings.GatewayPort);
        silo.Configure<ClusterMembershipOptions>(o =>
        {
            o.ProbeTimeout = ClusterTimings.ProbeTimeout;
            o.MaxProbeTimeout = ClusterTimings.ProbeTimeoutMax;
            o.NumMissedProbesLimit = ClusterTimings.MissedProbesLimit;
            o.IAmAliveTablePublishTimeout = ClusterTimings.IAmAlivePeriod;
            o.TableRefreshTimeout = ClusterTimings.TableRefreshPeriod;
        });
        silo.Configure<SiloMessagingOptions>(o =>
        {
            o.ResponseTimeout = ClusterTimings.ResponseTimeout;
            o.MaxEnqueuedRequestsHardLimit = GrainQueueLengthMax;
        });
        if (settings.RedisUrl is { } redis)
        {
            silo.Configure<ClusterOptions>(o => (o.ServiceId, o.ClusterId) = (ClusterIdentity.ServiceId, ClusterIdentity.ClusterId));
            silo.UseRedisClustering(o => o.ConfigurationOptions = RedisUrl.Parse(redis));
            silo.Configure<EndpointOptions>(o =>
            {
                (o.SiloPort, o.GatewayPort) = (siloPort, gatewayPort);
                o.AdvertisedIPAddress = settings.AdvertisedAddress ?? o.AdvertisedIPAddress;
            });
        }
        else
        {
            silo.UseLocalhostClustering(siloPort, gatewayPort, new IPEndPoint(IPAddress.Loopback, siloPort), ClusterIdentity.ServiceId, ClusterIdentity.ClusterId);
        }
    }

}
