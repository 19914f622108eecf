using Cortex.Hosting;
using Cortex.Model;
using Cortex.Sandbox;
using Cortex.Storage;
using Cortex.Storage.Deliveries;
using Cortex.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Orleans.TestingHost;

[assembly: AssemblyFixture(typeof(Cortex.Grains.Tests.GrainCluster))]

namespace Cortex.Grains.Tests;

/// <summary>Two silos in this process with real grain storage and reminders on a real PostgreSQL, beside a sandbox whose webhooks go nowhere: tests store events themselves.</summary>
public sealed class GrainCluster : IAsyncLifetime
{
    private readonly PostgresFixture _postgres = new();
    private readonly TemporaryDirectory _sandboxData = new();
    private WebApplication _sandboxApp = null!;
    private InProcessTestCluster _cluster = null!;
    private DeliveryInbox _inbox = null!;

    public NpgsqlDataSource Db { get; private set; } = null!;

    public SandboxClient Sandbox { get; private set; } = null!;

    public HttpClient SandboxHttp { get; private set; } = null!;

    internal ScriptedModel Model { get; } = new();

    public string NangoKey { get; } = Guid.NewGuid().ToString();

    public IGrainFactory Grains => _cluster.Client;

    /// <summary>A part of one of the silos.</summary>
    public T Part<T>()
        where T : notnull => ((InProcessSiloHandle)_cluster.Silos[0]).ServiceProvider.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        var port = FreePort.Find();
        _sandboxApp = SandboxApplication.Build(new SandboxOptions { Port = port, DataFolder = _sandboxData.Path, NangoSecretKey = NangoKey, SyncSeconds = 0, LogLevel = "none" });
        await _sandboxApp.StartAsync();
        SandboxHttp = CortexClient.Anonymous(new Uri($"http://127.0.0.1:{port}"));
        Sandbox = new(SandboxHttp);
        await _postgres.InitializeAsync();
        var url = await _postgres.CreateDatabaseAsync();
        Db = Database.Open(url);
        _inbox = new(Db);
        await _inbox.StartAsync(CancellationToken.None);

        var settings = TestSilo.Settings(url, port, NangoKey);
        var builder = new InProcessTestClusterBuilder(2);
        builder.Options.ConfigureFileLogging = false;
        builder.ConfigureSilo((_, silo) =>
        {
            TestSilo.Add(silo, settings, made => made with { ReconciliationGrace = TimeSpan.Zero, LookBackMax = TimeSpan.FromMinutes(1), SyncPeriodMin = TimeSpan.FromSeconds(5), ProviderTimeout = TimeSpan.FromSeconds(3) });
            silo.Services.AddSingleton<ILanguageModel>(Model);
        });
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }

    /// <summary>Stops each silo and starts it again, one after the other; what they held in memory is gone.</summary>
    public async Task RestartAsync()
    {
        foreach (var silo in _cluster.Silos.ToList())
        {
            await _cluster.RestartSiloAsync(silo);
        }
    }

    /// <summary>Stores an event as the API does, without telling anybody.</summary>
    public async Task<DeliveryId> StoreAsync(string json)
    {
        var payload = System.Text.Encoding.UTF8.GetBytes(json);
        var envelope = WebhookEnvelope.Read(payload);
        var id = DeliveryId.New(TimeProvider.System.GetUtcNow());
        await _inbox.CommitAsync(
            new(id, envelope.Key, envelope.ProviderConfigKey, envelope.ConnectionId, envelope.Type, envelope.DedupeKey, payload, null, envelope.IgnoredReason), CancellationToken.None);
        return id;
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Db.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.StopAllSilosAsync();
        await _cluster.DisposeAsync();
        await _inbox.StopAsync(CancellationToken.None);
        _inbox.Dispose();
        await Db.DisposeAsync();
        SandboxHttp.Dispose();
        await _sandboxApp.StopAsync();
        await _sandboxApp.DisposeAsync();
        _sandboxData.Dispose();
        await _postgres.DisposeAsync();
    }
}
