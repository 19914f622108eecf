using Cortex.Cli.Local;
using Serilog.Core;
using Serilog.Extensions.Logging;

namespace Cortex.Cli.Instances;

/// <summary>The parts of the outside world that run on this machine for this copy of Cortex alone. They stop in the reverse order.</summary>
internal sealed class LocalParts : IAsyncDisposable
{
    private readonly Instance _instance;
    private readonly List<Logger> _logs = [];

    private LocalParts(Instance instance) => _instance = instance;

    public LocalPostgres? Postgres { get; private set; }

    public LocalRedis? Redis { get; private set; }

    public LocalSandbox? Sandbox { get; private set; }

    /// <summary>Starts what the environment does not name, and puts it there.</summary>
    public static async Task<LocalParts> StartAsync(Instance instance, LocalEnvironment environment, bool withRedis, CancellationToken cancellationToken)
    {
        var parts = new LocalParts(instance);
        try
        {
            await Task.WhenAll(
                parts.StartPostgresAsync(environment, cancellationToken),
                withRedis ? parts.StartRedisAsync(environment, cancellationToken) : Task.CompletedTask,
                parts.StartSandboxAsync(environment, cancellationToken));
            return parts;
        }
        catch
        {
            await parts.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var part in (IAsyncDisposable?[])[Sandbox, Redis, Postgres])
        {
            if (part is not null)
            {
                await part.DisposeAsync();
            }
        }

        _logs.ForEach(log => log.Dispose());
    }

    private async Task StartPostgresAsync(LocalEnvironment environment, CancellationToken cancellationToken)
    {
        if (environment.StandIns.Database)
        {
            using var loggers = new SerilogLoggerFactory(Log("postgresql"));
            Postgres = await LocalPostgres.StartAsync(_instance.File("postgres"), port: 0, durable: true, loggers.CreateLogger("postgresql"), cancellationToken);
            environment.Set("DATABASE_URL", Postgres.Url);
        }
    }

    private async Task StartRedisAsync(LocalEnvironment environment, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(environment["REDIS_URL"]))
        {
            Redis = await LocalRedis.StartAsync(_instance.File("redis"), port: 0, Marked([]), cancellationToken);
            environment.Set("REDIS_URL", Redis.Url);
        }
    }

    private async Task StartSandboxAsync(LocalEnvironment environment, CancellationToken cancellationToken)
    {
        if (environment.StandIns.Sandbox)
        {
            var log = Log("sandbox");
            Sandbox = await LocalSandbox.StartAsync(Marked(environment.ForSandbox(_instance.File("sandbox"))), line => log.Information("{Line:l}", line), cancellationToken);
        }
    }

    private Dictionary<string, string?> Marked(IEnumerable<KeyValuePair<string, string?>> environment) => new(environment) { [Instance.Variable] = _instance.Directory };

    private Logger Log(string name)
    {
        var log = ChildLog.Open(_instance.File("logs", $"{name}.log"));
        lock (_logs)
        {
            _logs.Add(log);
        }

        return log;
    }
}
