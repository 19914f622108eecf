using Cortex.Hosting;
using Cortex.Sandbox;
using Microsoft.AspNetCore.Builder;

namespace Cortex.Testing;

/// <summary>A sandbox on a free port, and the environment with which Cortex finds it; it lives on when Cortex does not.</summary>
internal sealed class OutsideWorld : IAsyncDisposable
{
    private readonly TemporaryDirectory _data;
    private readonly WebApplication _sandbox;
    private readonly HttpClient _http;

    private OutsideWorld(TemporaryDirectory data, WebApplication sandbox, IReadOnlyDictionary<string, string> environment)
    {
        (_data, _sandbox, Environment) = (data, sandbox, environment);
        _http = CortexClient.Anonymous(new(environment["NANGO_BASE_URL"]));
        Sandbox = new(_http);
    }

    /// <summary>The people in it.</summary>
    public SandboxClient Sandbox { get; }

    /// <summary>What Cortex is to be started with.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    public static async Task<OutsideWorld> StartAsync(string databaseUrl)
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
            ConsoleOrigins = [$"http://localhost:{ports.Api}"],
            NangoSecretKey = nangoKey,
            WebhookSigningKeys = [signingKey],
            LogLevel = "none",
        });
        await sandbox.StartAsync();
        return new(data, sandbox, new Dictionary<string, string>
        {
            ["DATABASE_URL"] = databaseUrl,
            ["FIREBASE_PROJECT_ID"] = "cortex-sandbox",
            ["FIREBASE_AUTHORITY"] = $"http://localhost:{ports.Sandbox}/firebase/cortex-sandbox",
            ["CORTEX_SANDBOX_URL"] = $"http://localhost:{ports.Sandbox}",
            ["NANGO_SECRET_KEY"] = nangoKey,
            ["NANGO_BASE_URL"] = $"http://127.0.0.1:{ports.Sandbox}",
            ["NANGO_CONNECT_URL"] = $"http://localhost:{ports.Sandbox}/connect-ui/",
            ["NANGO_WEBHOOK_SIGNING_KEY"] = signingKey,
            ["GROQ_BASE_URL"] = $"http://localhost:{ports.Sandbox}/groq/openai/v1",
            ["PORT"] = $"{ports.Api}",
            ["MANAGEMENT_PORT"] = $"{ports.Management}",
            ["CORTEX_SILO_PORT"] = "0",
            ["CORTEX_GATEWAY_PORT"] = "0",
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _sandbox.StopAsync();
        await _sandbox.DisposeAsync();
        _http.Dispose();
        _data.Dispose();
    }
}
