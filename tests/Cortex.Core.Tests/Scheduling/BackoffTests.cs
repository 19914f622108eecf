using Cortex.Scheduling;

namespace Cortex.Core.Tests.Scheduling;

public sealed class BackoffTests
{
    private static readonly Backoff Backoff = new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));

    [Theory]
    [InlineData(1, 0, 0, 1)]
    [InlineData(1, 0, 1, 1.25)]
    [InlineData(4, 0, 0, 8)]
    [InlineData(60, 0, 0, 300)]
    [InlineData(60, 0, 1, 375)]
    [InlineData(1, 30, 0, 30)]
    [InlineData(1, 30, 1, 31)]
    [InlineData(4, 2, 0, 8)]
    public void Delay_DoublesUpToItsLimit_AndIsNeverShorterThanAsked(int failures, int askedSeconds, double spread, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Backoff.After(failures, askedSeconds == 0 ? null : TimeSpan.FromSeconds(askedSeconds), spread));

    [Fact]
    public void Delay_IsSpreadAtRandom_WithinAQuarter()
    {
        var delays = Enumerable.Range(0, 100).Select(_ => Backoff.After(1)).ToList();

        Assert.All(delays, delay => Assert.InRange(delay, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1.25)));
        Assert.True(delays.Distinct().Count() > 1);
    }
}
