using System.Net;
using Cortex.Hosting;
using Cortex.Sandbox;
using Cortex.Storage;
using Cortex.Storage.Deliveries;
using Cortex.Testing;
using Microsoft.AspNetCore.Builder;
using Npgsql;
using Orleans.TestingHost;

namespace Cortex.Grains.Tests.Seams;

/// <summary>A silo and an inbox that reach PostgreSQL and Nango through seams only. The test itself reaches both directly.</summary>
public sealed class SeamCluster : IAsyncLifetime
{
    private const string NangoKey = "4b0f3f0e-41a5-4b39-9b7c-6f35f6a1c0de";

    private readonly PostgresFixture _postgres = new();
    private readonly TemporaryDirectory _sandboxData = new();
    private WebApplication _sandboxApp = null!;
    private HttpClient _sandboxHttp = null!;
    private InProcessTestCluster _cluster = null!;
    private NpgsqlDataSource _inboxDb = null!;

    public PostgresSeam Postgres { get; private set; } = null!;

    public NangoSeam Nango { get; } = new();

    public NpgsqlDataSource Db { get; private set; } = null!;

    public SandboxClient Sandbox { get; private set; } = null!;

    public DeliveryInbox Inbox { get; private set; } = null!;

    public IGrainFactory Grains => _cluster.Client;

    public async ValueTask InitializeAsync()
    {
        var port = FreePort.Find();
        _sandboxApp = SandboxApplication.Build(new SandboxOptions { Port = port, DataFolder = _sandboxData.Path, NangoSecretKey = NangoKey, SyncSeconds = 0, LogLevel = "none" });
        _sandboxApp.Use(next => http => Nango.InvokeAsync(http, next));
        await _sandboxApp.StartAsync();
        _sandboxHttp = CortexClient.Anonymous(new Uri($"http://127.0.0.1:{port}"));
        Sandbox = new(_sandboxHttp);

        await _postgres.InitializeAsync();
        var direct = await _postgres.CreateDatabaseAsync();
        Db = Database.Open(direct);
        Postgres = new(new IPEndPoint(IPAddress.Loopback, new Uri(direct).Port));
        var url = new UriBuilder(direct) { Port = Postgres.Port, Query = "sslmode=disable&Command Timeout=2&Cancellation Timeout=-1" }.Uri.AbsoluteUri;
        _inboxDb = Database.OpenReceipt(url);
        Inbox = new(_inboxDb);
        await Inbox.StartAsync(CancellationToken.None);

        var settings = TestSilo.Settings(url, port, NangoKey);
        var builder = new InProcessTestClusterBuilder(1);
        builder.Options.ConfigureFileLogging = false;
        builder.ConfigureSilo((_, silo) => TestSilo.Add(silo, settings, made => made with { ProviderTimeout = TimeSpan.FromSeconds(1.5) }));
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }

    /// <summary>How many mails have gone out of a mailbox, by the mailbox itself.</summary>
    public Task<int> SentAsync(string mailbox) => Sandbox.SentMailsAsync(mailbox, NangoKey);

    /// <summary>Puts an email into a mailbox without announcing it.</summary>
    /// <returns>The time that Nango's webhook names.</returns>
    public async Task<string> PutEmailAsync(string mailbox) =>
        (string)(await _sandboxHttp.SendAsync(HttpMethod.Post, "/sandbox/items", new { connectionId = mailbox, model = "GmailEmail", records = new[] { SandboxClient.Email("ann@office.example", "Plan") }, webhook = false })).Ok()["modifiedAfter"]!;

    public async ValueTask DisposeAsync()
    {
        await _cluster.StopAllSilosAsync();
        await _cluster.DisposeAsync();
        await Inbox.StopAsync(CancellationToken.None);
        Inbox.Dispose();
        await _inboxDb.DisposeAsync();
        await Postgres.DisposeAsync();
        await Db.DisposeAsync();
        _sandboxHttp.Dispose();
        await _sandboxApp.StopAsync();
        await _sandboxApp.DisposeAsync();
        _sandboxData.Dispose();
        await _postgres.DisposeAsync();
    }
}
