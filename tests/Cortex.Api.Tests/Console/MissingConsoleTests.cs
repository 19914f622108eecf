using Cortex.Api.Tests.Support;
using Cortex.Testing;

namespace Cortex.Api.Tests.Console;

/// <summary>A Cortex whose console was not built.</summary>
public sealed class MissingConsoleTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Page_SaysWhatToInstall_AndTheApiWorks()
    {
        await using var issuer = new TestIssuer();
        await issuer.StartAsync();
        using var nothing = new TemporaryDirectory();
        await using var api = await ApiProcess.StartAsync(await postgres.CreateDatabaseAsync(), issuer, console: Path.Combine(nothing.Path, "console"));

        var page = await api.Anonymous.SendAsync(HttpMethod.Get, "/runs");

        Assert.Equal((200, "text/html"), (page.Status, page.Response.Content.Headers.ContentType?.MediaType));
        Assert.Contains("Node 20.19", page.Body, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("no-cache", page.Response.Headers.CacheControl?.ToString());
        Assert.Equal(404, (await api.Anonymous.SendAsync(HttpMethod.Get, "/assets/index-a1b2c3d4.js")).Status);
        Assert.Equal(200, (await api.Anonymous.SendAsync(HttpMethod.Get, "/api/cortex/config")).Status);
    }
}
