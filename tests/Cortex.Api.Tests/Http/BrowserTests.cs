using Cortex.Api.Tests.Support;
using Cortex.Testing;

namespace Cortex.Api.Tests.Http;

/// <summary>What browsers are told.</summary>
public sealed class BrowserTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("/", "default-src 'self'")]
    [InlineData("/nothing", "default-src 'self'")]
    [InlineData("/health", "default-src 'none'")]
    [InlineData("/api/nothing", "default-src 'none'")]
    [InlineData("/api/cortex/units", "default-src 'none'")]
    public async Task Answer_Always_CarriesSecurityHeaders_AndNotTheServersName(string path, string policy)
    {
        var headers = (await fixture.Api.Anonymous.SendAsync(HttpMethod.Get, path)).Response.Headers;

        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("DENY", headers.GetValues("X-Frame-Options").Single());
        Assert.Contains(policy, headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(headers.Contains("Server"));
    }

    [Fact]
    public async Task Answer_OfTheApi_IsNotCached()
    {
        using var user = fixture.Api.User(Seed.NewUid());

        Assert.True((await user.SendAsync(HttpMethod.Get, "/api/cortex/units")).Response.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData(ApiProcess.AllowedOrigin, true)]
    [InlineData("https://evil.example.com", false)]
    public async Task Preflight_IsGrantedToTheFrontEndsOfTheSettings(string origin, bool granted)
    {
        var reply = await fixture.Api.Anonymous.SendAsync(
            HttpMethod.Options,
            "/api/cortex/units/unit_1/status",
            null,
            ("Origin", origin),
            ("Access-Control-Request-Method", "PATCH"),
            ("Access-Control-Request-Headers", "authorization,content-type,idempotency-key"));

        Assert.Equal(granted, reply.Response.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) && allowed.Single() == origin);
    }

    [Fact]
    public async Task Refusal_ToAFrontEnd_IsReadableForIt()
    {
        var reply = await fixture.Api.Anonymous.SendAsync(HttpMethod.Get, "/api/cortex/units", null, ("Origin", ApiProcess.AllowedOrigin));

        Assert.Equal(401, reply.Status);
        Assert.Equal(ApiProcess.AllowedOrigin, reply.Response.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }
}
