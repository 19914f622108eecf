using Cortex.Api;
using Cortex.Hosting;
using Cortex.Silo;
using Microsoft.AspNetCore.Builder;

namespace Cortex.Testing;

/// <summary>Cortex as one process would be it, API and silo on Kestrel and real PostgreSQL, beside a sandbox; all on free ports, all gone with the test.</summary>
public sealed class CortexApplication : IAsyncDisposable
{
    private readonly OutsideWorld _world;
    private WebApplication _app;

    private CortexApplication(CortexSettings settings, WebApplication app, OutsideWorld world) => (Settings, _app, _world) = (settings, app, world);

    /// <summary>What it runs with.</summary>
    public CortexSettings Settings { get; }

    /// <summary>The outside world.</summary>
    public SandboxClient Sandbox => _world.Sandbox;

    /// <summary>Where the API is.</summary>
    public Uri Api => new($"http://localhost:{Settings.Port}");

    /// <summary>The metrics, in Prometheus' text format.</summary>
    public async Task<string> MetricsAsync()
    {
        using var http = CortexClient.Anonymous(new($"http://localhost:{Settings.ManagementPort}"));
        return await http.GetStringAsync("/metrics");
    }

    /// <summary>The services of the process.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Starts everything on a migrated database; with a language model, it is the sandbox that plays it. <paramref name="further"/>: settings besides.</summary>
    public static async Task<CortexApplication> StartAsync(string databaseUrl, bool withModel = false, params (string Name, string Value)[] further)
    {
        var world = await OutsideWorld.StartAsync(databaseUrl);
        var settings = SettingsReader.Read(name => name switch
        {
            "GROQ_API_KEY" => withModel ? "test" : null,
            "LOG_LEVEL" => "error",
            _ => Array.Find(further, setting => setting.Name == name).Value ?? world.Environment.GetValueOrDefault(name),
        });
        var app = Build(settings);
        await app.StartAsync();
        return new(settings, app, world);
    }

    /// <summary>A user with a token.</summary>
    public async Task<CortexClient> UserAsync(string uid) => CortexClient.Of(Api, await Sandbox.TokenAsync(uid));

    /// <summary>Stops Cortex and starts it anew on the same database; the outside world goes on.</summary>
    public async Task RestartAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _app = Build(Settings);
        await _app.StartAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _world.DisposeAsync();
    }

    private static WebApplication Build(CortexSettings settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.AddCortexLogging(settings.LogLevel);
        builder.AddManagement(settings, settings.Port);
        builder.AddCortexSilo(settings);
        builder.AddCortexApi(settings);
        var app = builder.Build();
        app.MapManagement(settings);
        app.MapCortexApi(settings);
        return app;
    }
}
