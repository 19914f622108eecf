using System.Globalization;
using System.Net.Http.Headers;
using Cortex.Hosting;
using Cortex.Nango;
using Cortex.Sandbox;
using Cortex.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;

namespace Cortex.Grains.Tests;

/// <summary>Two silos with nothing but Nango's client, before a Nango that allows few calls a minute.</summary>
internal sealed class BudgetCluster : IAsyncDisposable
{
    private const string Key = "0f6b2f0e-8a54-4c0e-b7a2-3f0c1c2d9e11";

    private readonly TemporaryDirectory _sandboxData;
    private readonly WebApplication _sandbox;
    private readonly HttpClient _http;
    private readonly InProcessTestCluster _cluster;

    private BudgetCluster(TemporaryDirectory sandboxData, WebApplication sandbox, HttpClient http, InProcessTestCluster cluster) =>
        (_sandboxData, _sandbox, _http, _cluster) = (sandboxData, sandbox, http, cluster);

    /// <summary>The client of each silo.</summary>
    public IReadOnlyList<INangoClient> Clients => [.. _cluster.Silos.Select(silo => silo.ServiceProvider.GetRequiredService<INangoClient>())];

    public static async Task<BudgetCluster> StartAsync(int limit)
    {
        var port = FreePort.Find();
        var data = new TemporaryDirectory();
        var sandbox = SandboxApplication.Build(new SandboxOptions { Port = port, DataFolder = data.Path, NangoSecretKey = Key, RateLimitPerMinute = limit, LogLevel = "none" });
        await sandbox.StartAsync();
        var address = $"http://127.0.0.1:{port}";
        var builder = new InProcessTestClusterBuilder(2);
        builder.Options.ConfigureFileLogging = false;
        builder.ConfigureSilo((_, silo) => silo.Services.AddNangoBudget().AddNango(options => (options.BaseUrl, options.SecretKey) = (address, Key)));
        var cluster = builder.Build();
        await cluster.DeployAsync();
        foreach (var silo in cluster.Silos)
        {
            // The grain's first call makes it, which on a busy machine takes longer than a silo waits before it counts for itself.
            await silo.ServiceProvider.GetRequiredService<IGrainFactory>().NangoBudget().ReportAsync(null, TimeSpan.Zero, CancellationToken.None);
        }

        return new(data, sandbox, CortexClient.Anonymous(new Uri(address)), cluster);
    }

    /// <summary>A call that another program makes with the same account; how many are left after it.</summary>
    public async Task<int> CallFromOutsideAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/connections?limit=1&page=0");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        using var response = await _http.SendAsync(request);
        return int.Parse(response.Headers.GetValues("X-RateLimit-Remaining").Single(), CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.StopAllSilosAsync();
        await _cluster.DisposeAsync();
        _http.Dispose();
        await _sandbox.StopAsync();
        await _sandbox.DisposeAsync();
        _sandboxData.Dispose();
    }
}
