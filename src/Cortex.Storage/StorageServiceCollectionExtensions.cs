using Cortex.Storage.Changes;
using Cortex.Storage.Connections;
using Cortex.Storage.DeadLetters;
using Cortex.Storage.Deliveries;
using Cortex.Storage.Heartbeats;
using Cortex.Storage.Items;
using Cortex.Storage.Jobs;
using Cortex.Storage.Model;
using Cortex.Storage.Notifications;
using Cortex.Storage.Runs;
using Cortex.Storage.Units;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Cortex.Storage;

/// <summary>Registers the tables.</summary>
public static class StorageServiceCollectionExtensions
{
    /// <summary>Registers the pool and every store that reads. May be called by each host of a process; the first call counts.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, string databaseUrl)
    {
        services.TryAddSingleton<NpgsqlDataSource>(_ => Database.Open(databaseUrl));
        services.TryAddSingleton<ChangeStore>();
        services.TryAddSingleton<ConnectionStore>();
        services.TryAddSingleton<DatabaseProbe>();
        services.TryAddSingleton<DeadLetterStore>();
        services.TryAddSingleton<DeliveryStore>();
        services.TryAddSingleton<HeartbeatStore>();
        services.TryAddSingleton<JobStore>();
        services.TryAddSingleton<NotificationStore>();
        services.TryAddSingleton<RedriveStore>();
        services.TryAddSingleton<RunStore>();
        services.TryAddSingleton<UnitStore>();
        return services;
    }

    /// <summary>Registers the inbox of deliveries and the heartbeat beside it, with a pool of their own, for processes that receive webhooks.</summary>
    public static IServiceCollection AddReceipt(this IServiceCollection services, string databaseUrl)
    {
        services.AddKeyedSingleton<NpgsqlDataSource>(Database.Receipt, (_, _) => Database.OpenReceipt(databaseUrl));
        services.AddKeyedSingleton<HeartbeatStore>(Database.Receipt, (p, key) => new(p.GetRequiredKeyedService<NpgsqlDataSource>(key)));
        services.AddSingleton<DeliveryInbox>(p => new(p.GetRequiredKeyedService<NpgsqlDataSource>(Database.Receipt)));
        services.AddHostedService(p => p.GetRequiredService<DeliveryInbox>());
        return services;
    }

    /// <summary>Registers what only grains write with.</summary>
    public static IServiceCollection AddGrainStores(this IServiceCollection services)
    {
        services.AddSingleton<ItemStore>();
        services.AddSingleton<JobSelection>();
        services.AddSingleton<ModelUsageStore>();
        services.AddSingleton<PartitionStore>();
        services.AddSingleton<ProgressStore>();
        services.AddSingleton<RunWriter>();
        services.AddHostedService(p => p.GetRequiredService<RunWriter>());
        return services;
    }
}
