using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace Cortex.Hosting;

/// <summary>Makes a process a client of the cluster: an API process without grains of its own.</summary>
public static class ClientClustering
{
    private static readonly TimeSpan ConnectRetryDelay = TimeSpan.FromSeconds(1);

    /// <summary>Joins the cluster as a client. A cluster that is down is waited for; the process serves what it can without it.</summary>
    public static IHostApplicationBuilder AddClusterClient(this IHostApplicationBuilder builder, CortexSettings settings)
    {
        // Orleans' client is a hosted service that starts when a silo answers. Nothing else may wait for that.
        builder.Services.Configure<HostOptions>(o => o.ServicesStartConcurrently = true);
        builder.UseOrleansClient(client =>
        {
            client.Configure<ClusterOptions>(o => (o.ServiceId, o.ClusterId) = (ClusterIdentity.ServiceId, ClusterIdentity.ClusterId));
            client.Configure<ClientMessagingOptions>(o => o.ResponseTimeout = ClusterTimings.ResponseTimeout);
            client.Configure<GatewayOptions>(o => o.GatewayListRefreshPeriod = ClusterTimings.GatewayListRefreshPeriod);
            client.UseConnectionRetryFilter(async (_, cancellationToken) =>
            {
                await Task.Delay(ConnectRetryDelay, TimeProvider.System, cancellationToken);
                return true;
            });
            if (settings.RedisUrl is { } redis)
            {
                client.UseRedisClustering(o => o.ConfigurationOptions = RedisUrl.Parse(redis));
            }
            else
            {
                client.UseStaticClustering(new IPEndPoint(IPAddress.Loopback, settings.GatewayPort));
            }
        });
        return builder;
    }
}
