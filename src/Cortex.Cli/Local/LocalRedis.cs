using System.Security.Cryptography;
using Cortex.Hosting;

namespace Cortex.Cli.Local;

/// <summary>A private, real Redis on loopback that keeps its data: a cluster's membership must not be forgotten.</summary>
public sealed class LocalRedis : IAsyncDisposable
{
    private const string ReadyLine = "Ready to accept connections";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(10);

    private readonly ChildProcess _process;

    private LocalRedis(ChildProcess process, string url) => (_process, Url) = (process, url);

    /// <summary>The value for <c>REDIS_URL</c>.</summary>
    public string Url { get; }

    /// <summary>Redis' process.</summary>
    public int ProcessId => _process.ProcessId;

    /// <summary>Completes with the exit code when Redis has ended, whoever ended it.</summary>
    public Task<int> Exited => _process.Exited;

    /// <summary>Starts Redis on the data in a directory, which is made if there is none, and waits until it answers.</summary>
    /// <param name="directory">Belongs to this Redis alone.</param>
    /// <param name="port">The port; 0 picks a free one.</param>
    /// <param name="environment">Set in its environment.</param>
    /// <param name="cancellationToken">Ends the wait, and Redis.</param>
    /// <param name="password">The password, of a Redis that takes another's place; a new one when missing.</param>
    public static async Task<LocalRedis> StartAsync(
        string directory, int port, IReadOnlyDictionary<string, string?> environment, CancellationToken cancellationToken, string? password = null)
    {
        var program = Programs.Find("redis-server") ?? throw new LocalException("Redis is not installed: install it (Debian, Ubuntu: apt-get install redis-server), or set REDIS_URL.");
        Directory.CreateDirectory(directory);
        port = FreePort.Or(port);
        password ??= RandomNumberGenerator.GetHexString(32, lowercase: true);
        var configuration = Path.Combine(directory, "redis.conf");
        await Posix.WritePrivateFileAsync(configuration, Configuration(directory, port, password), cancellationToken);

        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = await ChildProcess.StartAsync(new("Redis", program, [configuration])
        {
            Environment = environment,
            OnLine = line =>
            {
                if (line.Contains(ReadyLine, StringComparison.Ordinal))
                {
                    ready.TrySetResult();
                }
            },
        });
        try
        {
            await process.WaitUntilReadyAsync(ready.Task, StartLimit, cancellationToken);
            return new(process, $"redis://:{password}@127.0.0.1:{port}");
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops Redis; its data is on disk then.</summary>
    public async ValueTask DisposeAsync()
    {
        await _process.StopAsync((Signal.Terminate, StopGrace));
        await _process.DisposeAsync();
    }

    /// <summary>In a file and not in arguments: any user of this machine can read those.</summary>
    private static string Configuration(string directory, int port, string password) =>
        $"""
        bind 127.0.0.1
        port {port}
        requirepass {password}
        dir "{directory}"
        appendonly yes
        appendfsync everysec
        maxmemory-policy noeviction
        save ""
        daemonize no

        """;
}
