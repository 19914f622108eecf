using System.Diagnostics.Metrics;
using Cortex.Hosting;

namespace Cortex.Api.Diagnostics;

/// <summary>Counts what this process' neighbours failed to do.</summary>
internal sealed class DependencyInstruments(IMeterFactory meters)
{
    private readonly Counter<long> _databaseErrors =
        meters.Create(ManagementEndpoint.MeterName).CreateCounter<long>("cortex_db_errors", description: "Commands that PostgreSQL did not carry out.");

    private readonly Counter<long> _redisErrors =
        meters.Create(ManagementEndpoint.MeterName).CreateCounter<long>("cortex_redis_errors", description: "Connections to Redis lost and commands that it did not answer.");

    public void OnDatabaseError() => _databaseErrors.Add(1);

    public void OnRedisError() => _redisErrors.Add(1);
}
