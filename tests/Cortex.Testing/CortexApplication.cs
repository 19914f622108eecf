using Cortex.Api;
using Cortex.Hosting;
using Cortex.Sandbox;
using Cortex.Silo;
using Microsoft.AspNetCore.Builder;

namespace Cortex.Testing;

/// <summary>Cortex as one process would be it, API and silo on Kestrel and real PostgreSQL, beside a sandbox; all on free ports, all gone with the test.</summary>
public sealed class CortexApplication : IAsyncDisposable
{
    private readonly TemporaryDirectory _sandboxData;
    private readonly WebApplication _sandbox;
    private readonly HttpClient _sandboxHttp;
    private WebApplication _app;

    private CortexApplication(CortexSettings settings, WebApplication app, WebApplication sandbox, TemporaryDirectory sandboxData)
    {
        (Settings, _app, _sandbox, _sandboxData) = (settings, app, sandbox, sandboxData);
        _sandboxHttp = CortexClient.Anonymous(settings.NangoBaseUrl);
        Sandbox = new(_sandboxHttp);
    }

    /// <summary>What it runs with.</summary>
    public CortexSettings Settings { get; }

    /// <summary>The outside world.</summary>
    public SandboxClient Sandbox { get; }

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

    /// <summary>Starts everything on a migrated database; with a language model, it is the sandbox that plays it.</summary>
    public static async Task<CortexApplication> StartAsync(string databaseUrl, bool withModel = false)
    {
        var ports = new { Api = FreePort.Find(), Management = FreePort.Find(), Sandbox = FreePort.Find() };
        var data = new TemporaryDirectory();
        var nangoKey = Guid.NewGuid().ToString();
        var signingKey = Guid.NewGuid().ToString();
        var sandbox = SandboxApplication.Build(new SandboxOptions
        {
            Port = ports.Sandbox,
            DataFolder = data.Path,
            WebhookUrls = [new($"http://127.0.0.1:{ports.Api}/api/webhooks/nango")],
            NangoSecretKey = nangoKey,
            WebhookSigningKeys = [signingKey],
            LogLevel = "none",
        });
        await sandbox.StartAsync();
        var settings = SettingsReader.Read(name => name switch
        {
            "DATABASE_URL" => databaseUrl,
            "FIREBASE_PROJECT_ID" => "cortex-sandbox",
            "FIREBASE_AUTHORITY" => $"http://localhost:{ports.Sandbox}/firebase/cortex-sandbox",
            "NANGO_SECRET_KEY" => nangoKey,
            "NANGO_BASE_URL" => $"http://127.0.0.1:{ports.Sandbox}",
            "NANGO_CONNECT_URL" => $"http://localhost:{ports.Sandbox}/connect-ui/",
            "NANGO_WEBHOOK_SIGNING_KEY" => signingKey,
            "GROQ_API_KEY" => withModel ? "test" : null,
            "GROQ_BASE_URL" => $"http://localhost:{ports.Sandbox}/groq/openai/v1",
            "PORT" => $"{ports.Api}",
            "MANAGEMENT_PORT" => $"{ports.Management}",
            "CORTEX_SILO_PORT" or "CORTEX_GATEWAY_PORT" => "0",
            "LOG_LEVEL" => "error",
            _ => null,
        });
        var app = Build(settings);
        await app.StartAsync();
        return new(settings, app, sandbox, data);
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
        await _sandbox.StopAsync();
        await _sandbox.DisposeAsync();
        _sandboxHttp.Dispose();
        _sandboxData.Dispose();
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
