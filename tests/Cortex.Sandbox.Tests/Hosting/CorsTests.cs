using Cortex.Sandbox.Tests.Support;

namespace Cortex.Sandbox.Tests.Hosting;

/// <summary>Which pages a browser lets speak to the sandbox.</summary>
public sealed class CorsTests : IAsyncLifetime
{
    private const string Elsewhere = "https://elsewhere.example";

    private SandboxHost sandbox = null!;

    public async ValueTask InitializeAsync() => sandbox = await SandboxHost.StartAsync();

    public async ValueTask DisposeAsync() => await sandbox.DisposeAsync();

    [Theory]
    [InlineData("GET", "/connect/session", true)]
    [InlineData("GET", "/sandbox/calls", false)]
    [InlineData("GET", "/connections", false)]
    [InlineData("POST", "/sandbox/token", false)]
    [InlineData("POST", "/sandbox/connections", false)]
    [InlineData("POST", "/sandbox/items", false)]
    public async Task OtherOrigins_MayCallTheDialogsRoutesAlone(string method, string path, bool allowed)
        => Assert.Equal(allowed, await MayCallAsync(Elsewhere, method, path));

    [Theory]
    [InlineData("POST", "/sandbox/token", true)]
    [InlineData("POST", "/sandbox/connections", true)]
    [InlineData("POST", "/sandbox/connections/one/break", true)]
    [InlineData("POST", "/sandbox/connections/one/recover", true)]
    [InlineData("POST", "/sandbox/items", true)]
    [InlineData("GET", "/sandbox/calls", false)]
    [InlineData("POST", "/sandbox/faults", false)]
    [InlineData("POST", "/sandbox/signing-key", false)]
    [InlineData("GET", "/connections", false)]
    public async Task Console_MayPlayTheOutsideWorld_AndNoMore(string method, string path, bool allowed)
        => Assert.Equal(allowed, await MayCallAsync(SandboxHost.ConsoleOrigin, method, path));

    /// <summary>Whether a page may send JSON there, by what its browser asks before.</summary>
    private async Task<bool> MayCallAsync(string origin, string method, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, path);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", method);
        request.Headers.Add("Access-Control-Request-Headers", "content-type");
        var answer = await Answer.OfAsync(await sandbox.Http.SendAsync(request));
        return answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) && (allowed.Single() == origin || allowed.Single() == "*");
    }
}
