using Microsoft.Extensions.Logging;
using Npgsql;
using StackExchange.Redis;

namespace Cortex.Hosting;

/// <summary>
/// Waits, at a process' start, for what it cannot start without. A process that ended because PostgreSQL or Redis is away would be started again at once, and end again, until its orchestrator leaves it alone for minutes
/// although all is well by then.
/// </summary>
public static partial class Dependency
{
    /// <summary>How long a process waits before it ends and says why: longer than a database's change to its standby, or a restart of the machine that it runs on, takes.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan TryPeriod = TimeSpan.FromSeconds(1);

    /// <summary>How often it says that it waits.</summary>
    private static readonly TimeSpan TellPeriod = TimeSpan.FromSeconds(10);

    /// <summary>Waits until Redis answers; at once where there is none to wait for.</summary>
    /// <exception cref="RedisException">It did not answer in time.</exception>
    public static Task RedisAsync(string? url, ILogger logger, TimeProvider time, CancellationToken cancellationToken) => url is null ? Task.CompletedTask : UseAsync(
        "Redis",
        async () =>
        {
            var options = RedisUrl.Parse(url);
            options.AbortOnConnectFail = true;
            await using var connection = await ConnectionMultiplexer.ConnectAsync(options);
            await connection.GetDatabase().PingAsync();
        },
        logger,
        time,
        cancellationToken);

    /// <summary>Does something with a dependency as soon as that can be reached.</summary>
    /// <param name="name">What users call it.</param>
    /// <param name="use">Is done again from the beginning while it fails because the dependency is away; every other failure is the caller's.</param>
    /// <param name="logger">Is told that the process waits.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task UseAsync(string name, Func<Task> use, ILogger logger, TimeProvider time, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var toldAt = -TellPeriod;
        while (true)
        {
            try
            {
                await use();
                return;
            }
            catch (Exception e) when (IsAway(e) && time.GetElapsedTime(started) < Patience)
            {
                if (time.GetElapsedTime(started) - toldAt >= TellPeriod)
                {
                    toldAt = time.GetElapsedTime(started);
                    LogWaiting(logger, name, e.Message);
                }
            }

            await Task.Delay(TryPeriod, time, cancellationToken);
        }
    }

    /// <summary>No answer, or that of a PostgreSQL that starts, stops or is full. A wrong password or database is a mistake, and waiting does not help.</summary>
    private static bool IsAway(Exception exception) => exception switch
    {
        PostgresException e => e.SqlState is PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.TooManyConnections,
        NpgsqlException or RedisConnectionException or RedisTimeoutException => true,
        // A migration that PostgreSQL went away from.
        InvalidOperationException { InnerException: { } inner } => IsAway(inner),
        _ => false,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "The start waits for {Dependency}: {Error}")]
    private static partial void LogWaiting(ILogger logger, string dependency, string error);
}
