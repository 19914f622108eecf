using Cortex.Cli.Cluster;
using Cortex.Cli.Instances;
using Cortex.Cli.Local;
using Cortex.Hosting;
using Cortex.Storage.Migrations;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cortex.Cli.Bench.Chaos;

/// <summary>Silos, APIs, PostgreSQL, Redis and the sandbox as processes of their own, each of which can be taken away and brought back.</summary>
internal sealed class ChaosCluster : IAsyncDisposable
{
    /// <summary>What an earlier run left.</summary>
    private static readonly string[] Data = ["postgres", "redis", "sandbox", "logs"];

    private readonly Instance _instance;
    private readonly LocalEnvironment _environment;
    private readonly InstanceKeys _keys;
    private readonly int _postgresPort = FreePort.Find();
    private readonly int _redisPort = FreePort.Find();
    private readonly string _redisPassword = Guid.NewGuid().ToString("N");
    private LocalPostgres? _postgres;
    private LocalRedis? _redis;
    private readonly List<TcpRelay> _relays = [];
    private LocalSandbox? _sandbox;
    private SiloNetwork? _network;

    private ChaosCluster(Instance instance, LocalEnvironment environment, InstanceKeys keys) => (_instance, _environment, _keys) = (instance, environment, keys);

    public Uri Sandbox => new(_environment.SandboxUrl);

    /// <summary>The key that webhooks must be signed with.</summary>
    public string SigningKey => _keys.NangoWebhookSigningKey;

    public IReadOnlyList<ChaosMember> Silos { get; private set; } = [];

    public IReadOnlyList<ChaosMember> Apis { get; private set; } = [];

    /// <summary>The network of the last silo, if the run cuts it off.</summary>
    public SiloNetwork Network => _network ?? throw new InvalidOperationException("No silo of this run can be cut off.");

    private IEnumerable<ChaosMember> Members => Apis.Concat(Silos);

    /// <summary>Starts everything, without any data.</summary>
    /// <param name="owner">The benchmarks' copy of Cortex.</param>
    /// <param name="chaos">The run.</param>
    /// <param name="onLine">Receives a member's role and each line that it prints.</param>
    /// <param name="onEnded">Told of members that ended by themselves.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<ChaosCluster> StartAsync(
        Instance owner, ChaosCase chaos, Action<string, string> onLine, Action<string, int> onEnded, CancellationToken cancellationToken)
    {
        var instance = await Instance.OpenAsync(name => name == "CORTEX_HOME" ? owner.File("chaos") : null, cancellationToken);
        foreach (var data in Data.Select(part => instance.File(part)).Where(Directory.Exists))
        {
            Directory.Delete(data, recursive: true);
        }

        var keys = await InstanceKeys.OpenAsync(instance, cancellationToken);
        var environment = new LocalEnvironment(name => name is "PORT" or "MANAGEMENT_PORT" or "SANDBOX_PORT" ? "0" : null, new(Database: true, Nango: true, Firebase: true), keys);
        var cluster = new ChaosCluster(instance, environment, keys);
        try
        {
            await cluster.StartAsync(chaos, onLine, onEnded, cancellationToken);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    public Task StopPostgresAsync(CancellationToken cancellationToken) => _postgres!.CrashAsync(cancellationToken);

    public async Task StartPostgresAsync(CancellationToken cancellationToken) =>
        _postgres = await LocalPostgres.StartAsync(_instance.File("postgres"), _postgresPort, durable: true, NullLogger.Instance, cancellationToken);

    /// <summary>Kills Redis.</summary>
    /// <param name="isWiped">Whether its data goes with it.</param>
    public async Task StopRedisAsync(bool isWiped)
    {
        Posix.Kill(_redis!.ProcessId, Signal.Kill);
        await _redis.Exited;
        await _redis.DisposeAsync();
        if (isWiped)
        {
            Directory.Delete(_instance.File("redis"), recursive: true);
        }
    }

    public async Task StartRedisAsync(CancellationToken cancellationToken) => _redis = await LocalRedis.StartAsync(_instance.File("redis"), _redisPort, Marked([]), cancellationToken, _redisPassword);

    public async ValueTask DisposeAsync()
    {
        // First those who call, then those who are called.
        foreach (var role in (IReadOnlyList<ChaosMember>[])[Apis, Silos])
        {
            await Task.WhenAll(role.Select(async member => await member.DisposeAsync()));
        }

        foreach (var part in (IAsyncDisposable?[])[_sandbox, _redis, _postgres])
        {
            if (part is not null)
            {
                await part.DisposeAsync();
            }
        }

        foreach (var relay in _relays)
        {
            await relay.DisposeAsync();
        }

        if (_network is not null)
        {
            await _network.DisposeAsync();
        }

        _instance.Dispose();
    }

    private async Task StartAsync(ChaosCase chaos, Action<string, string> onLine, Action<string, int> onEnded, CancellationToken cancellationToken)
    {
        // Only what this run puts into the mailboxes shall set anything off.
        var forSandbox = _environment.ForSandbox(_instance.File("sandbox"));
        forSandbox["SANDBOX_SYNC_SECONDS"] = "0";
        await Task.WhenAll(StartPostgresAsync(cancellationToken), StartRedisAsync(cancellationToken));
        _sandbox = await LocalSandbox.StartAsync(Marked(forSandbox), _ => { }, cancellationToken);
        _environment.Set("DATABASE_URL", _postgres!.Url);
        _environment.Set("REDIS_URL", _redis!.Url);
        var settings = _environment.ReadSettings();
        await Migrator.ApplyAsync(settings.DatabaseUrl, NullLogger.Instance, cancellationToken);

        var further = BenchInstance.Ignored.ToDictionary(name => name, _ => (string?)null);
        further["LOG_LEVEL"] = "info";
        foreach (var (name, value) in chaos.Settings)
        {
            further[name] = value;
        }

        ChaosMember Place(MemberStart start) =>
            new(start, one => Member.StartAsync(one, _instance, _environment, further, line => onLine(one.Role, line))) { OnEnded = onEnded, IsReplaced = chaos.ReplacesMembers };
        if (chaos.Faults.Any(fault => fault.Kind == FaultKind.CutSilo))
        {
            _network = await SiloNetwork.TryMakeAsync(_instance.Directory, cancellationToken) ?? throw new LocalException("No network namespace can be made any more.");
            _environment.Set("CORTEX_ADVERTISED_IP", $"{_network.Host}");
        }

        Silos = [.. Enumerable.Range(1, ChaosCase.Silos).Select(number => Place(number == ChaosCase.Silos && _network is not null ? SiloIn(_network, number) : MemberStart.Silo(number)))];
        Apis = [.. Enumerable.Range(1, ChaosCase.Apis).Select(number => Place(MemberStart.Api(number, number == 1 ? settings.Port : FreePort.Find(), FreePort.Find())))];
        foreach (var member in Members)
        {
            await member.StartAsync();
        }

        await Task.WhenAll(Members.Select(member => member.WaitUntilServingAsync(cancellationToken)));
    }

    /// <summary>A silo that reaches nothing of this machine but by its network.</summary>
    private MemberStart SiloIn(SiloNetwork network, int number)
    {
        _relays.AddRange(((int[])[_postgresPort, _redisPort, Sandbox.Port]).Select(port => TcpRelay.Start(network.Host, port)));
        return MemberStart.SiloElsewhere(number, network.Namespace, network.Silo, new Dictionary<string, string>
        {
            ["DATABASE_URL"] = OnNetwork(_postgres!.Url),
            ["REDIS_URL"] = OnNetwork(_redis!.Url),
            ["NANGO_BASE_URL"] = OnNetwork(_environment.SandboxUrl),
        });

        string OnNetwork(string url) => url.Replace(new Uri(url).Authority, $"{network.Host}:{new Uri(url).Port}", StringComparison.Ordinal);
    }

    private Dictionary<string, string?> Marked(IEnumerable<KeyValuePair<string, string?>> environment) => new(environment) { [Instance.Variable] = _instance.Directory };
}
