using Cortex.Api.Console;
using Cortex.Hosting;
using Cortex.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Cortex.Api.Tests.Support;

/// <summary>An API process as in production, a client of a cluster of which no silo is up, on Kestrel and real PostgreSQL.</summary>
internal sealed class ApiProcess : IAsyncDisposable
{
    public const string SigningKey = "6f9f1f0c-7f0e-4a44-8f4c-2f6f0c1d9b11";
    public const string NextSigningKey = "0d7b7a0e-3c1e-4b3c-9a53-5a1b6f0c2d22";
    public const string AllowedOrigin = "https://app.example.com";
    public const int WebhookBytesMax = 20_000;

    private readonly WebApplication _app;
    private readonly Task _running;
    private readonly CancellationTokenSource _stop = new();

    private ApiProcess(CortexSettings settings, WebApplication app, LogLines log, TestIssuer issuer)
    {
        (Settings, _app, Log, Issuer) = (settings, app, log, issuer);

        // The client of a cluster that is down starts for ever; Kestrel does not wait for it.
        _running = app.StartAsync(_stop.Token);
        Anonymous = CortexClient.Anonymous(new($"http://localhost:{settings.Port}"));
        Management = CortexClient.Anonymous(new($"http://localhost:{settings.ManagementPort}"));
    }

    public CortexSettings Settings { get; }

    public LogLines Log { get; }

    public TestIssuer Issuer { get; }

    public HttpClient Anonymous { get; }

    public HttpClient Management { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts on a migrated database.</summary>
    /// <param name="console">The folder with the console; null: whatever lies beside the tests.</param>
    public static async Task<ApiProcess> StartAsync(string databaseUrl, TestIssuer issuer, string? redisUrl = null, string logLevel = "info", string? console = null, TimeProvider? time = null)
    {
        var settings = SettingsReader.Read(name => name switch
        {
            "DATABASE_URL" => databaseUrl,
            "REDIS_URL" => redisUrl,
            "FIREBASE_PROJECT_ID" => TestIssuer.Project,
            "FIREBASE_AUTHORITY" => issuer.Authority,
            "NANGO_SECRET_KEY" => "not-used",
            "NANGO_WEBHOOK_SIGNING_KEY" => $"{SigningKey},{NextSigningKey}",
            "CORS_ORIGINS" => AllowedOrigin,
            "WEBHOOK_MAX_BYTES" => $"{WebhookBytesMax}",
            "PORT" or "MANAGEMENT_PORT" or "CORTEX_GATEWAY_PORT" => $"{FreePort.Find()}",
            _ => null,
        });
        var log = new LogLines();
        var builder = WebApplication.CreateBuilder();
        builder.AddCortexLogging(logLevel, log);
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.AddManagement(settings, settings.Port);
        if (console is not null)
        {
            builder.Services.AddSingleton(ConsoleFiles.Load(console));
        }

        builder.AddCortexApi(settings);
        builder.AddClusterClient(settings);
        var app = builder.Build();
        app.MapManagement(settings);
        app.MapCortexApi(settings);
        var process = new ApiProcess(settings, app, log, issuer);
        await Eventually.TrueAsync(process.IsLiveAsync);
        return process;
    }

    /// <summary>A user with a token.</summary>
    public CortexClient User(string uid) => CortexClient.Of(Anonymous.BaseAddress!, Issuer.Token(uid));

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Stops as a signal would stop it.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _running.ContinueWith(static _ => { }, TaskScheduler.Default); // canceled while it waited for the cluster
        await _app.StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _app.DisposeAsync();
        Anonymous.Dispose();
        Management.Dispose();
        _stop.Dispose();
    }

    private async Task<bool> IsLiveAsync()
    {
        try
        {
            return (await Anonymous.GetAsync("/health/live")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // Kestrel is not listening yet
        }
    }
}
