using Cortex.Api.Diagnostics;
using Cortex.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using StackExchange.Redis;

namespace Cortex.Api.Health;

/// <summary>Redis holds the cluster's membership: while it is away the silos go on, but none can join or be declared dead.</summary>
internal sealed class RedisCheck(string url, DependencyInstruments instruments) : IHealthCheck, IAsyncDisposable
{
    private readonly Lazy<Task<ConnectionMultiplexer>> _redis = new(() => ConnectAsync(url, instruments));

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var redis = await _redis.Value.WaitAsync(cancellationToken);
            await redis.GetDatabase().PingAsync().WaitAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (e is RedisException or TimeoutException or OperationCanceledException)
        {
            instruments.OnRedisError();
            return new(context.Registration.FailureStatus, "Redis does not answer.", e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_redis.IsValueCreated)
        {
            await (await _redis.Value).DisposeAsync();
        }
    }

    private static async Task<ConnectionMultiplexer> ConnectAsync(string url, DependencyInstruments instruments)
    {
        var options = RedisUrl.Parse(url);
        options.BacklogPolicy = BacklogPolicy.FailFast; // a ping is about now
        var redis = await ConnectionMultiplexer.ConnectAsync(options);
        redis.ConnectionFailed += (_, _) => instruments.OnRedisError();
        return redis;
    }
}
