using System.Net.Http.Json;
using Cortex.Sandbox.Tests.Support;

namespace Cortex.Sandbox.Tests.Control;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Limit_Lowered_HoldsAtOnce_AndRaisedToo()
    {
        await using var sandbox = await SandboxHost.StartAsync(time: new RecordingTime());
        await sandbox.ConnectAsync("c1");
        Assert.Equal(200, (await ReadAsync(sandbox)).Status);

        Assert.Equal(200, await SetAsync(sandbox, 1));
        var refused = await ReadAsync(sandbox);
        Assert.Equal((429, "1"), (refused.Status, refused.Headers.GetValues("X-RateLimit-Limit").Single()));

        Assert.Equal(200, await SetAsync(sandbox, 1_000));
        Assert.Equal(200, (await ReadAsync(sandbox)).Status);
    }

    [Fact]
    public async Task Limit_OfNothing_Is400()
    {
        await using var sandbox = await SandboxHost.StartAsync();

        Assert.Equal(400, await SetAsync(sandbox, 0));
    }

    private static Task<Answer> ReadAsync(SandboxHost sandbox) => sandbox.RecordsAsync("c1", "model=Contact");

    private static async Task<int> SetAsync(SandboxHost sandbox, int perMinute)
    {
        using var answer = await sandbox.Http.PutAsJsonAsync("/sandbox/rate-limit", new { perMinute });
        return (int)answer.StatusCode;
    }
}
