using Cortex.Api.Tests.Support;
using Cortex.Cli.Local;
using Cortex.Storage.Migrations;
using Cortex.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Cortex.Api.Tests.Streams;

/// <summary>Silence, and PostgreSQL away.</summary>
public sealed class StreamOutageTests
{
    private static readonly TimeSpan LookPeriod = TimeSpan.FromMilliseconds(500);

    [Fact]
    public async Task PostgresStopped_HeartbeatsGoOn_AndNothingIsMissedWhenItIsBack()
    {
        using var directory = new TemporaryDirectory();
        var port = Hosting.FreePort.Find();
        var postgres = await StartAsync(directory, port);
        await Migrator.ApplyAsync(postgres.Url, NullLogger.Instance, CancellationToken.None);
        await using var issuer = new TestIssuer();
        await issuer.StartAsync();
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var api = await ApiProcess.StartAsync(postgres.Url, issuer, time: time);
        using var user = api.User("ada");
        var seed = new Seed(api);
        await using var stream = await user.StreamAsync();
        var ready = (await stream.NextAsync())!;

        var alive = await HeartbeatAsync(stream, time);
        await postgres.DisposeAsync();
        var away = await HeartbeatAsync(stream, time);
        Assert.Equal(("heartbeat", "heartbeat"), (alive.Name, away.Name));
        Assert.NotEqual(ready.Id, alive.Id);
        var refused = await MovingAsync(user.SendAsync(HttpMethod.Get, "/api/cortex/stream"), time);
        ProblemAssert.Is(503, refused);
        Assert.NotNull(refused.Response.Headers.RetryAfter);

        postgres = await StartAsync(directory, port);
        await Eventually.TrueAsync(async () => (await user.SendAsync(HttpMethod.Get, "/api/cortex/units")).Status == 200);
        await seed.UnitAsync("ada", "Made after it came back");
        var told = await MovingAsync(stream.NextObjectAsync(), time);

        Assert.Equal("Made after it came back", (string)told.Json["name"]!);
        await Eventually.TrueAsync(() => api.Log.Of("What changed is read again").Count == 1);
        await postgres.DisposeAsync();
    }

    private static async Task<EventStream.Message> HeartbeatAsync(EventStream stream, FakeTimeProvider time) => (await MovingAsync(stream.NextAsync(), time))!;

    /// <summary>Moves the clock until something is done.</summary>
    private static async Task<T> MovingAsync<T>(Task<T> task, FakeTimeProvider time)
    {
        await Eventually.TrueAsync(() =>
        {
            time.Advance(LookPeriod);
            return task.IsCompleted;
        });
        return await task;
    }

    private static Task<LocalPostgres> StartAsync(TemporaryDirectory directory, int port) =>
        LocalPostgres.StartAsync(Path.Combine(directory.Path, "postgres"), port, durable: false, NullLogger.Instance, CancellationToken.None);
}
