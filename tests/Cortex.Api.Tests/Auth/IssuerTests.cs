using Cortex.Api.Tests.Support;
using Cortex.Testing;

namespace Cortex.Api.Tests.Auth;

/// <summary>What the issuer does to those who only want to sign in: it goes away, and it changes its keys.</summary>
public sealed class IssuerTests(PostgresFixture postgres)
{
    [Fact]
    public async Task IssuerAway_NobodyIsSignedOut_AndWebhooksDoNotCare()
    {
        await using var issuer = new TestIssuer();
        await using var api = await ApiProcess.StartAsync(await postgres.CreateDatabaseAsync(), issuer);
        using var user = api.User("ada");

        var reply = await user.SendAsync(HttpMethod.Get, "/api/cortex/units");
        var webhook = await api.Anonymous.SendAsync(HttpMethod.Post, "/api/webhooks/nango", new { type = "sync" }, ("Authorization", "Bearer abc"));

        ProblemAssert.Is(503, reply);
        Assert.NotNull(reply.Response.Headers.RetryAfter);
        Assert.Equal(202, webhook.Status);

        await issuer.StartAsync();
        await Eventually.TrueAsync(async () => (await user.SendAsync(HttpMethod.Get, "/api/cortex/units")).Status == 200);
    }

    [Fact]
    public async Task KeysRotated_NewTokensAreTaken()
    {
        await using var issuer = new TestIssuer();
        await issuer.StartAsync();
        await using var api = await ApiProcess.StartAsync(await postgres.CreateDatabaseAsync(), issuer);
        using var before = api.User("ada");
        (await before.SendAsync(HttpMethod.Get, "/api/cortex/units")).Ok();

        issuer.Rotate();
        using var after = api.User("ada");

        await Eventually.TrueAsync(async () => (await after.SendAsync(HttpMethod.Get, "/api/cortex/units")).Status == 200);
    }
}
