using System.Globalization;
using Cortex.Cli.Cluster;
using Cortex.Cli.Instances;
using Cortex.Cli.Local;
using Cortex.Hosting;

namespace Cortex.Cli.Bench;

/// <summary>A copy of Cortex of the benchmark's own, started by the same command that users start, with nothing of the environment's.</summary>
internal sealed class BenchInstance : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(60);

    /// <summary>Outer settings that would make it another system than the one that is measured.</summary>
    public static readonly IReadOnlyList<string> Ignored = ["DATABASE_URL", "REDIS_URL", "NANGO_SECRET_KEY", "NANGO_BASE_URL", "NANGO_CONNECT_URL", "FIREBASE_PROJECT_ID", "FIREBASE_AUTHORITY", "GROQ_API_KEY", "ASPNETCORE_ENVIRONMENT", "NODE_ENV"];

    private readonly int _port = FreePort.Find();
    private readonly int _sandboxPort = FreePort.Find();
    private readonly Instance _owner;
    private readonly string _home;
    private ChildProcess? _process;

    private BenchInstance(Instance owner) => (_owner, _home) = (owner, owner.File("home"));

    /// <summary>The key that its webhooks must be signed with.</summary>
    public string SigningKey { get; } = Guid.NewGuid().ToString();

    public Uri Api => new($"http://localhost:{_port}");

    public Uri Sandbox => new($"http://localhost:{_sandboxPort}");

    /// <summary>A copy without any data yet.</summary>
    public static BenchInstance Fresh(Instance owner)
    {
        var instance = new BenchInstance(owner);
        if (Directory.Exists(instance._home))
        {
            Directory.Delete(instance._home, recursive: true);
        }

        return instance;
    }

    /// <summary>Starts it.</summary>
    /// <returns>How long it took from the command to the first healthy answer.</returns>
    public async Task<TimeSpan> StartAsync(CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        _process = await ChildProcess.StartAsync(new("cortex run", Path.Combine(Checkout.Root, "cortex"), ["run"]) { Environment = Environment(), WorkingDirectory = Checkout.Root });
        var healthy = Poll.UntilAsync(token => Health.IsHealthyAsync($"{Api}health", token), StartLimit, cancellationToken);
        await _process.WaitUntilReadyAsync(healthy, StartLimit, cancellationToken);
        return TimeProvider.System.GetElapsedTime(started);
    }

    public async Task StopAsync()
    {
        if (_process is not null)
        {
            await _process.StopAsync((Signal.Terminate, StopGrace));
            await _process.DisposeAsync();
            _process = null;
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private Dictionary<string, string?> Environment()
    {
        var environment = Ignored.ToDictionary(name => name, _ => (string?)null);
        environment["CORTEX_HOME"] = _home;
        environment["PORT"] = Text(_port);
        environment["SANDBOX_PORT"] = Text(_sandboxPort);

        // What is measured is what the bench sends; the mails that its runs send must not come back as more of it.
        environment["SANDBOX_SYNC_SECONDS"] = "0";
        environment["MANAGEMENT_PORT"] = Text(FreePort.Find());
        environment["NANGO_WEBHOOK_SIGNING_KEY"] = SigningKey;
        environment["LOG_LEVEL"] = "warn";
        environment[Instance.Variable] = _owner.Directory;
        return environment;
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
