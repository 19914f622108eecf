using System.Diagnostics;
using Cortex.Api.Tests.Support;
using Cortex.Testing;

namespace Cortex.Api.Tests.Streams;

/// <summary>How many streams there may be, and how they end.</summary>
public sealed class StreamLifeTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const int OfUserMax = 10;
    private const int OfProcessMax = 1_000;

    private readonly TestIssuer _issuer = new();
    private ApiProcess _api = null!;

    public async ValueTask InitializeAsync()
    {
        await _issuer.StartAsync();
        _api = await ApiProcess.StartAsync(await postgres.CreateDatabaseAsync(), _issuer);
    }

    [Fact]
    public async Task Streams_OfOneUser_AreLimited_AndOneThatIsClosedMakesRoom()
    {
        using var user = _api.User("ada");
        List<EventStream> streams = [];
        for (var n = 0; n < OfUserMax; n++)
        {
            streams.Add(await user.StreamAsync());
        }

        var refused = await user.SendAsync(HttpMethod.Get, "/api/cortex/stream");
        ProblemAssert.Is(503, refused);
        Assert.NotNull(refused.Response.Headers.RetryAfter);
        using var other = _api.User("bob");
        streams.Add(await other.StreamAsync());
        Assert.Contains("cortex_streams_open", await _api.Management.GetStringAsync("/metrics"), StringComparison.Ordinal);

        await streams[0].DisposeAsync();
        streams[0] = await Eventually.GetAsync(() => TryOpenAsync(user));
        await CloseAsync(streams);
    }

    [Fact]
    public async Task Streams_OfAProcess_AreLimited_AndAllAreTold()
    {
        var users = Enumerable.Range(0, OfProcessMax / OfUserMax).Select(n => _api.User($"user-{n}")).ToList();
        var streams = (await Task.WhenAll(users.Select(u => Task.WhenAll(Enumerable.Range(0, OfUserMax).Select(_ => u.StreamAsync()))))).SelectMany(s => s).ToList();
        using var late = _api.User("late");

        ProblemAssert.Is(503, await late.SendAsync(HttpMethod.Get, "/api/cortex/stream"));

        await new Seed(_api).UnitAsync("user-7", "For all ten");
        Assert.All(
            await Task.WhenAll(streams[70..80].Select(s => s.NextObjectAsync())),
            told => Assert.Equal("For all ten", (string)told.Json["name"]!));
        await CloseAsync(streams);
        users.ForEach(u => u.Dispose());
    }

    [Fact]
    public async Task Stop_WithOpenStreams_IsQuick_AndEndsThemWell()
    {
        using var user = _api.User("ada");
        await using var stream = await user.StreamAsync();
        await using var other = await user.StreamAsync();
        await stream.NextAsync();

        var began = Stopwatch.GetTimestamp();
        await _api.StopAsync();

        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(3));
        Assert.Null(await stream.NextAsync());
    }

    [Fact]
    public async Task Stream_EndsWithItsToken()
    {
        // The first request of a process fetches the issuer's keys, and may take longer than a short token lasts.
        using (var first = _api.User("ada"))
        {
            await (await first.StreamAsync()).DisposeAsync();
        }

        var claims = _issuer.Claims("ada");
        claims["exp"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + 6;
        using var user = CortexClient.Of(_api.Anonymous.BaseAddress!, _issuer.Token(claims));

        await using var stream = await user.StreamAsync();

        Assert.Equal("ready", (await stream.NextAsync())!.Name);
        Assert.Null(await stream.NextAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _api.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    private static async Task<EventStream?> TryOpenAsync(CortexClient user)
    {
        try
        {
            return await user.StreamAsync();
        }
        catch (HttpRequestException)
        {
            return null; // refused still
        }
    }

    private static async Task CloseAsync(List<EventStream> streams)
    {
        foreach (var stream in streams)
        {
            await stream.DisposeAsync();
        }
    }
}
