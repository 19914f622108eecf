using Cortex.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace Cortex.Core.Tests.Starting;

public sealed class DependencyTests
{
    private readonly FakeTimeProvider _time = new();
    private int _tries;

    [Fact]
    public async Task Use_OfWhatIsAway_IsTriedUntilItIsThere()
    {
        var using_ = UseAsync(() => ++_tries < 3 ? new NpgsqlException("Failed to connect") : null);

        Assert.Equal(1, _tries);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(using_.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        await using_;
        Assert.Equal(3, _tries);
    }

    [Fact]
    public async Task Use_OfWhatStaysAway_FailsWithItsReason()
    {
        var using_ = UseAsync(() => new NpgsqlException("Failed to connect"));
        while (!using_.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal("Failed to connect", (await Assert.ThrowsAsync<NpgsqlException>(() => using_)).Message);
    }

    [Theory]
    [InlineData("57P03", true)]
    [InlineData("53300", true)]
    [InlineData("28P01", false)]
    [InlineData("3D000", false)]
    public async Task Use_ThatPostgresRefuses_IsTriedAgainWhereThatPasses(string state, bool isTriedAgain)
    {
        var using_ = UseAsync(() => ++_tries < 2 ? new PostgresException("No.", "FATAL", "FATAL", state) : null);
        _time.Advance(TimeSpan.FromSeconds(1));

        if (isTriedAgain)
        {
            await using_;
        }
        else
        {
            await Assert.ThrowsAsync<PostgresException>(() => using_);
        }
    }

    [Fact]
    public Task Use_ThatFailsForAnotherReason_IsNotTriedAgain() => Assert.ThrowsAsync<InvalidOperationException>(() => UseAsync(() => new InvalidOperationException("A migration failed.")));

    private Task UseAsync(Func<Exception?> use) =>
        Dependency.UseAsync("PostgreSQL", () => use() is { } failure ? Task.FromException(failure) : Task.CompletedTask, NullLogger.Instance, _time, CancellationToken.None);
}
