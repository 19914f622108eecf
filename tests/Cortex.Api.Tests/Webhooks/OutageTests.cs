using Cortex.Api.Tests.Support;
using Cortex.Cli.Local;
using Cortex.Storage.Migrations;
using Cortex.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cortex.Api.Tests.Webhooks;

/// <summary>PostgreSQL goes away and comes back.</summary>
public sealed class OutageTests
{
    [Fact]
    public async Task PostgresStopped_NothingIsPromised_AndAllIsWellWhenItIsBack()
    {
        using var directory = new TemporaryDirectory();
        var port = Hosting.FreePort.Find();
        var postgres = await StartAsync(directory, port);
        await Migrator.ApplyAsync(postgres.Url, NullLogger.Instance, CancellationToken.None);
        await using var issuer = new TestIssuer();
        await issuer.StartAsync();
        await using var api = await ApiProcess.StartAsync(postgres.Url, issuer);
        using var user = api.User("ada");
        (await user.SendAsync(HttpMethod.Get, "/api/cortex/units")).Ok();
        var before = NangoWebhook.Sync("before");
        var during = NangoWebhook.Sync("during");
        Assert.Equal(202, (await api.SendSignedAsync(before)).Status);

        await postgres.DisposeAsync();

        var refused = await api.SendSignedAsync(during);
        ProblemAssert.Is(503, refused);
        Assert.NotNull(refused.Response.Headers.RetryAfter);
        var read = await user.SendAsync(HttpMethod.Get, "/api/cortex/units");
        ProblemAssert.Is(503, read);
        Assert.NotNull(read.Response.Headers.RetryAfter);
        await HealthIsAsync(api, 503, "unhealthy");
        Assert.Equal(503, (await api.Anonymous.SendAsync(HttpMethod.Get, "/health/ready")).Status);
        Assert.Equal(200, (await api.Anonymous.SendAsync(HttpMethod.Get, "/health/live")).Status);
        Assert.Contains("cortex_db_errors_total", await api.Management.GetStringAsync("/metrics"), StringComparison.Ordinal);

        postgres = await StartAsync(directory, port);

        await Eventually.TrueAsync(async () => (await api.SendSignedAsync(during)).Status == 202);
        await HealthIsAsync(api, 200, "degraded"); // there is no silo
        Assert.Single(await StoredDeliveries.OfAsync(api, before));
        Assert.Single(await StoredDeliveries.OfAsync(api, during));
        await postgres.DisposeAsync();
    }

    private static Task HealthIsAsync(ApiProcess api, int status, string word) => Eventually.TrueAsync(async () =>
    {
        var reply = await api.Anonymous.SendAsync(HttpMethod.Get, "/health");
        return (reply.Status, (string)reply.Json["status"]!) == (status, word);
    });

    private static Task<LocalPostgres> StartAsync(TemporaryDirectory directory, int port) =>
        LocalPostgres.StartAsync(Path.Combine(directory.Path, "postgres"), port, durable: false, NullLogger.Instance, CancellationToken.None);
}
