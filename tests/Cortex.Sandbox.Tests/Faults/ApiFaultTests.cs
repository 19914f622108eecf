using Cortex.Sandbox.Tests.Support;

namespace Cortex.Sandbox.Tests.Faults;

/// <summary>What can go wrong when Nango is called.</summary>
public sealed class ApiFaultTests : IAsyncLifetime
{
    private readonly RecordingTime time = new();
    private SandboxHost sandbox = null!;

    public async ValueTask InitializeAsync()
    {
        sandbox = await SandboxHost.StartAsync(time: time);
        await sandbox.ConnectAsync("c1");
    }

    public async ValueTask DisposeAsync() => await sandbox.DisposeAsync();

    [Fact]
    public async Task RateLimit_OfNangoOnTheProxy_NeverReachesTheProvider()
    {
        await sandbox.FaultAsync(new { match = "/proxy", status = 429, nango = true });

        var answer = await ProfileAsync();

        Assert.Equal("""{"error":{"code":"too_many_request","method":"GET","path":"/proxy/gmail/v1/users/me/profile"}}""", answer.Text);
        Assert.Equal(TimeSpan.Zero, answer.Headers.RetryAfter!.Delta);
        Assert.Empty((await sandbox.GetAsync("/sandbox/calls"))["calls"].AsArray());
        Assert.Equal(200, (await ProfileAsync()).Status);
    }

    [Fact]
    public async Task RateLimit_OfTheProvider_KeepsItsOwnShapeAndWait()
    {
        await sandbox.FaultAsync(new { match = "/proxy", status = 429, headers = new Dictionary<string, string> { ["Retry-After"] = "0" } });

        var answer = await ProfileAsync();

        Assert.Equal(429, answer["error"]["code"]!.GetValue<int>());
        Assert.Equal(TimeSpan.Zero, answer.Headers.RetryAfter!.Delta);
        Assert.Single((await sandbox.GetAsync("/sandbox/calls"))["calls"].AsArray());
    }

    [Fact]
    public async Task RateLimit_OfNangoOnItsApi_RoundsTheWaitDownToNothing()
    {
        await sandbox.FaultAsync(new { match = "/records", status = 429 });

        var answer = await sandbox.RecordsAsync("c1", "model=Contact");

        Assert.Equal("too_many_request", answer["error"]["code"]!.GetValue<string>());
        Assert.Equal(TimeSpan.Zero, answer.Headers.RetryAfter!.Delta);
    }

    [Theory]
    [InlineData(424, """{"error":{"code":"connection_refresh_backoff","message":"A recent refresh attempt failed. Backing off before retrying."}}""")]
    [InlineData(500, "")]
    public async Task Error_OfNangoOnTheProxy_HasItsShape(int status, string text)
    {
        await sandbox.FaultAsync(new { match = "/proxy", status, nango = true });

        var answer = await ProfileAsync();

        Assert.Equal((status, text), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task Cursor_MadeToFail_IsNangosServerErrorOnceAndNotWithoutOne()
    {
        await sandbox.AddAsync("c1", "Contact", new { id = "a" });
        await sandbox.AddAsync("c1", "Contact", new { id = "b" });
        var first = await sandbox.RecordsAsync("c1", "model=Contact&limit=1");
        var cursor = Uri.EscapeDataString(first["next_cursor"].GetValue<string>());
        await sandbox.FaultAsync(new { match = "cursor=", status = 500 });

        Assert.Equal(200, (await sandbox.RecordsAsync("c1", "model=Contact")).Status);
        var broken = await sandbox.RecordsAsync("c1", $"model=Contact&cursor={cursor}");
        var again = await sandbox.RecordsAsync("c1", $"model=Contact&cursor={cursor}");

        Assert.Equal((500, "server_error"), (broken.Status, broken["error"]["code"]!.GetValue<string>()));
        Assert.Equal(["b"], Ids(again));
    }

    [Fact]
    public async Task Replica_ThatLags_ShowsRecordsLater()
    {
        await sandbox.AddAsync("c1", "Contact", new { id = "a" });
        time.Advance(TimeSpan.FromSeconds(10));
        await sandbox.FaultAsync(new { match = "/records", lagMs = 2_000, times = 9 });
        await sandbox.AddAsync("c1", "Contact", new { id = "b" });

        Assert.Equal(["a"], Ids(await sandbox.RecordsAsync("c1", "model=Contact")));
        time.Advance(TimeSpan.FromSeconds(2.1));
        Assert.Equal(["a", "b"], Ids(await sandbox.RecordsAsync("c1", "model=Contact")));
    }

    [Fact]
    public async Task Replica_ThatIsStaleForTwoReads_CatchesUpAtTheThird()
    {
        await sandbox.AddAsync("c1", "Contact", new { id = "a" });
        await sandbox.FaultAsync(new { match = "/records", stale = true, times = 2 });
        await sandbox.AddAsync("c1", "Contact", new { id = "b" });

        Assert.Equal(["a"], Ids(await sandbox.RecordsAsync("c1", "model=Contact")));
        Assert.Equal(["a"], Ids(await sandbox.RecordsAsync("c1", "model=Contact")));
        Assert.Equal(["a", "b"], Ids(await sandbox.RecordsAsync("c1", "model=Contact")));
    }

    private Task<Answer> ProfileAsync() => sandbox.GmailAsync("c1", HttpMethod.Get, "profile");

    private static string[] Ids(Answer answer) => [.. answer["records"].AsArray().Select(record => record!["id"]!.GetValue<string>())];
}
