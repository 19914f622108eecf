using Microsoft.AspNetCore.Builder;
using Npgsql;
using StackExchange.Redis;

namespace Cortex.Hosting;

/// <summary>The life of a Cortex process: settings, host, run, stop. What stops it from starting is one sentence on stderr and exit code 1.</summary>
public static class CortexHost
{
    /// <summary>Reads the settings, builds the host and runs it until it is told to stop.</summary>
    /// <returns>The process' exit code.</returns>
    public static async Task<int> RunAsync(Func<CortexSettings, CancellationToken, Task<WebApplication>> build)
    {
        try
        {
            await using var app = await build(SettingsReader.Read(Environment.GetEnvironmentVariable), CancellationToken.None);
            await app.RunAsync();
            return 0;
        }
        catch (Exception e) when (e is SettingsException or NpgsqlException or RedisException or IOException)
        {
            await Console.Error.WriteLineAsync($"Cortex cannot start: {e.Message}");
            return 1;
        }
    }
}
