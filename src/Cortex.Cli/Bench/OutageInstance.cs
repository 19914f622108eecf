using Cortex.Cli.Cluster;
using Cortex.Cli.Instances;
using Cortex.Cli.Local;

namespace Cortex.Cli.Bench;

/// <summary>A copy of Cortex in one process that can be killed, beside a PostgreSQL and a sandbox that live on.</summary>
internal sealed class OutageInstance : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(60);

    /// <summary>What an earlier measurement left.</summary>
    private static readonly string[] Data = ["postgres", "sandbox"];

    private readonly Instance _instance;
    private readonly LocalEnvironment _environment;
    private readonly LocalParts _parts;
    private readonly Action<string> _onLine;
    private ChildProcess? _process;

    private OutageInstance(Instance instance, LocalEnvironment environment, LocalParts parts, Action<string> onLine) =>
        (_instance, _environment, _parts, _onLine) = (instance, environment, parts, onLine);

    public Uri Api => new($"http://localhost:{_environment["PORT"]}");

    public Uri Sandbox => new(_environment.SandboxUrl);

    /// <summary>Starts the outside world without any data; <paramref name="onLine"/> receives what Cortex will print.</summary>
    public static async Task<OutageInstance> OpenAsync(Instance owner, Action<string> onLine, CancellationToken cancellationToken)
    {
        var instance = await Instance.OpenAsync(name => name == "CORTEX_HOME" ? owner.File("outage") : null, cancellationToken);
        foreach (var data in Data.Select(part => instance.File(part)).Where(Directory.Exists))
        {
            Directory.Delete(data, recursive: true);
        }

        var environment = new LocalEnvironment(
            name => name is "PORT" or "MANAGEMENT_PORT" or "SANDBOX_PORT" ? "0" : null, new(Database: true, Nango: true, Firebase: true), await InstanceKeys.OpenAsync(instance, cancellationToken));
        return new(instance, environment, await LocalParts.StartAsync(instance, environment, withRedis: false, cancellationToken), onLine);
    }

    /// <summary>Starts Cortex.</summary>
    /// <returns>How long it took to the first healthy answer.</returns>
    public async Task<TimeSpan> StartAsync(CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        var environment = BenchInstance.Ignored.ToDictionary(name => name, _ => (string?)null);
        foreach (var (name, value) in _environment.Added)
        {
            environment[name] = value;
        }

        environment["LOG_LEVEL"] = "info";
        environment[Instance.Variable] = _instance.Directory;
        _process = await ChildProcess.StartAsync(DotnetProgram.Start("cortex run", "Cortex.Cli.dll", environment, _onLine, "run"));
        var healthy = Poll.UntilAsync(token => Health.IsHealthyAsync($"{Api}health", token), StartLimit, cancellationToken);
        await _process.WaitUntilReadyAsync(healthy, StartLimit, cancellationToken);
        return TimeProvider.System.GetElapsedTime(started);
    }

    /// <summary>Ends Cortex without any warning.</summary>
    public async Task KillAsync()
    {
        _process!.Send(Signal.Kill);
        await _process.Exited;
        await _process.DisposeAsync();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.StopAsync((Signal.Terminate, StopGrace));
            await _process.DisposeAsync();
        }

        await _parts.DisposeAsync();
        _instance.Dispose();
    }
}
