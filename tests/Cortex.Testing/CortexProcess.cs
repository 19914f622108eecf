using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cortex.Testing;

/// <summary>Cortex as <c>./cortex run</c> starts it: one process, which can be killed, beside a sandbox and a PostgreSQL that live on.</summary>
public sealed class CortexProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartDeadline = TimeSpan.FromMinutes(2);

    private readonly OutsideWorld _world;
    private readonly (string Name, string Value)[] _settings;
    private readonly ConcurrentQueue<JsonNode> _log = [];
    private Process? _process;

    private CortexProcess(OutsideWorld world, (string Name, string Value)[] settings) => (_world, _settings) = (world, settings);

    /// <summary>The outside world.</summary>
    public SandboxClient Sandbox => _world.Sandbox;

    /// <summary>Where the API is.</summary>
    public Uri Api => new($"http://localhost:{_world.Environment["PORT"]}");

    /// <summary>What it has logged, all its lives long.</summary>
    public IEnumerable<JsonNode> Log => _log;

    /// <summary>Starts everything on a migrated database.</summary>
    public static async Task<CortexProcess> StartAsync(string databaseUrl, params (string Name, string Value)[] settings)
    {
        var cortex = new CortexProcess(await OutsideWorld.StartAsync(databaseUrl), settings);
        await cortex.StartAsync();
        return cortex;
    }

    /// <summary>Starts Cortex, and waits until it serves.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Cortex.Cli.dll"), "run" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in new[] { "REDIS_URL", "GROQ_API_KEY", "ASPNETCORE_ENVIRONMENT", "NODE_ENV" })
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in _world.Environment)
        {
            start.Environment[name] = value;
        }

        foreach (var (name, value) in _settings)
        {
            start.Environment[name] = value;
        }

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var http = CortexClient.Anonymous(Api);
        await Eventually.TrueAsync(() => IsHealthyAsync(http), StartDeadline);
    }

    /// <summary>Ends Cortex without any warning, as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }

        await _world.DisposeAsync();
    }

    private async Task<bool> IsHealthyAsync(HttpClient http)
    {
        if (_process!.HasExited)
        {
            throw new InvalidOperationException($"Cortex ended with {_process.ExitCode} before it was ready.");
        }

        try
        {
            return (string?)(await http.SendAsync(HttpMethod.Get, "/health")).Json["status"] == "healthy";
        }
        catch (HttpRequestException)
        {
            return false; // nobody listens yet
        }
    }

    private void Read(string? line)
    {
        if (line is null || !line.StartsWith('{'))
        {
            return;
        }

        try
        {
            _log.Enqueue(JsonNode.Parse(line)!);
        }
        catch (JsonException)
        {
            // Half a line: it was killed while it wrote.
        }
    }
}
