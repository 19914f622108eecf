using System.Diagnostics;
using System.Text.Json.Nodes;
using Cortex.Hosting;

namespace Cortex.Testing;

/// <summary>What <c>./cortex cluster</c> starts: silos and APIs as processes of their own on one PostgreSQL and one Redis.</summary>
public sealed class ClusterProcesses : IAsyncDisposable
{
    private static readonly TimeSpan ReadyDeadline = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan StopDeadline = TimeSpan.FromMinutes(1);

    private readonly TemporaryDirectory _home = new();
    private readonly Process _launcher;
    private readonly List<JsonNode> _lines = [];
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private Process? _silo;

    private ClusterProcesses(int silos, int apis, (string Name, string Value)[] further)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Cortex.Cli.dll"), "cluster", "--silos", $"{silos}", "--apis", $"{apis}" },
            RedirectStandardOutput = true,
            Environment =
            {
                ["CORTEX_HOME"] = _home.Path,
                ["PORT"] = $"{FreePort.Find()}",
                ["SANDBOX_PORT"] = $"{FreePort.Find()}",
                ["MANAGEMENT_PORT"] = $"{FreePort.Find()}",
                ["LOG_LEVEL"] = "warn",
            },
        };
        foreach (var name in new[] { "DATABASE_URL", "REDIS_URL", "NANGO_SECRET_KEY", "NANGO_BASE_URL", "FIREBASE_PROJECT_ID", "FIREBASE_AUTHORITY", "ASPNETCORE_ENVIRONMENT", "NODE_ENV" })
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in further)
        {
            start.Environment[name] = value;
        }

        _launcher = new Process { StartInfo = start, EnableRaisingEvents = true };
        _launcher.OutputDataReceived += (_, e) => Read(e.Data);
        _launcher.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException($"The launcher ended with {_launcher.ExitCode} before the cluster was ready."));
    }

    /// <summary>Where the APIs are.</summary>
    public IReadOnlyList<Uri> Apis => [.. Of("api").Select(n => new Uri((string)n["url"]!))];

    /// <summary>The silos' process ids.</summary>
    public IReadOnlyList<int> Silos => [.. Of("silo").Select(n => (int)n["pid"]!)];

    /// <summary>The outside world.</summary>
    public SandboxClient Sandbox { get; private set; } = null!;

    /// <summary>Starts a cluster and waits until it is ready. <paramref name="further"/>: settings besides.</summary>
    public static async Task<ClusterProcesses> StartAsync(int silos, int apis, params (string Name, string Value)[] further)
    {
        var cluster = new ClusterProcesses(silos, apis, further);
        cluster._launcher.Start();
        cluster._launcher.BeginOutputReadLine();
        await cluster._ready.Task.WaitAsync(ReadyDeadline, TimeProvider.System);
        cluster.Sandbox = new(CortexClient.Anonymous(new Uri((string)cluster.Of("sandbox")[0]["url"]!)));
        return cluster;
    }

    /// <summary>Starts one more silo beside those of the launcher, as another machine would; it ends with the cluster.</summary>
    public async Task StartSiloAsync()
    {
        var keys = await KeysAsync();
        var sandbox = (string)Of("sandbox")[0]["url"]!;
        _silo = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet")
            {
                ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Cortex.Silo.dll") },
                RedirectStandardOutput = true,
                Environment =
                {
                    ["DATABASE_URL"] = (string)Of("postgres")[0]["url"]!,
                    ["REDIS_URL"] = (string)Of("redis")[0]["url"]!,
                    ["NANGO_SECRET_KEY"] = (string)keys["nangoSecretKey"]!,
                    ["NANGO_WEBHOOK_SIGNING_KEY"] = (string)keys["nangoWebhookSigningKey"]!,
                    ["NANGO_BASE_URL"] = sandbox,
                    ["FIREBASE_PROJECT_ID"] = "cortex-sandbox",
                    ["MANAGEMENT_PORT"] = $"{FreePort.Find()}",
                    ["CORTEX_SILO_PORT"] = "0",
                    ["CORTEX_GATEWAY_PORT"] = "0",
                    ["CORTEX_ADVERTISED_IP"] = "127.0.0.1",
                    ["LOG_LEVEL"] = "warn",
                },
            },
        };
        _silo.Start();
        _silo.BeginOutputReadLine();
    }

    /// <summary>How many mails have gone out of a mailbox, by the mailbox itself.</summary>
    public async Task<int> SentMailsAsync(string mailbox) => await Sandbox.SentMailsAsync(mailbox, (string)(await KeysAsync())["nangoSecretKey"]!);

    /// <summary>Ends a process without any warning, as <c>kill -9</c> does.</summary>
    public static async Task KillAsync(int pid)
    {
        using var process = Process.GetProcessById(pid);
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_silo is not null)
        {
            _silo.Kill();
            await _silo.WaitForExitAsync();
            _silo.Dispose();
        }

        if (!_launcher.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", $"{_launcher.Id}"]);
            await kill.WaitForExitAsync();
            await _launcher.WaitForExitAsync().WaitAsync(StopDeadline, TimeProvider.System);
        }

        _launcher.Dispose();
        _home.Dispose();
    }

    private async Task<JsonNode> KeysAsync() => JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(_home.Path, "keys.json")))!;

    private List<JsonNode> Of(string role)
    {
        lock (_lock)
        {
            return [.. _lines.Where(n => (string?)n["role"] == role && n["pid"] is not null)];
        }
    }

    private void Read(string? line)
    {
        if (line is null || !line.StartsWith('{') || JsonNode.Parse(line) is not { } node)
        {
            return;
        }

        lock (_lock)
        {
            _lines.Add(node);
        }

        if ((bool?)node["ready"] == true && node["role"] is null)
        {
            _ready.TrySetResult();
        }
    }
}
