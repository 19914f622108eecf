using Cortex.Api.Tests.Support;
using Cortex.Hosting;
using Cortex.Testing;

namespace Cortex.Api.Tests.Health;

/// <summary>Health while PostgreSQL is up and the rest is not.</summary>
public sealed class HealthTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Health_WithoutSilosAndRedis_IsDegraded_AndReady()
    {
        await using var issuer = new TestIssuer();
        await using var api = await ApiProcess.StartAsync(await postgres.CreateDatabaseAsync(), issuer, redisUrl: $"redis://:a-password@127.0.0.1:{FreePort.Find()}");

        var health = await api.Anonymous.SendAsync(HttpMethod.Get, "/health");
        var ready = await api.Anonymous.SendAsync(HttpMethod.Get, "/health/ready");
        var live = await api.Anonymous.SendAsync(HttpMethod.Get, "/health/live");

        Assert.Equal((200, "degraded"), (health.Status, (string)health.Json["status"]!));
        Assert.Equal(
            [("postgres", "healthy"), ("inbox", "healthy"), ("cluster", "degraded"), ("redis", "degraded")],
            health.Json["checks"]!.AsObject().Select(c => (c.Key, (string)c.Value!["status"]!)));
        Assert.DoesNotContain("a-password", health.Body, StringComparison.Ordinal);
        Assert.Equal((200, "healthy"), (ready.Status, (string)ready.Json["status"]!));
        Assert.Equal((200, "healthy"), (live.Status, (string)live.Json["status"]!));
    }

    [Fact]
    public async Task Health_WithoutARedisUrl_DoesNotSpeakOfRedis()
    {
        await using var issuer = new TestIssuer();
        await using var api = await ApiProcess.StartAsync(await postgres.CreateDatabaseAsync(), issuer);

        var health = (await api.Anonymous.SendAsync(HttpMethod.Get, "/health")).Ok();

        Assert.Equal(["postgres", "inbox", "cluster"], health["checks"]!.AsObject().Select(c => c.Key));
    }
}
