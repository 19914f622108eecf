using Cortex.Runs;

namespace Cortex.Core.Tests.Runs;

public sealed class RetryDelayTests
{
    [Theory]
    [InlineData(1, 0, 0, 1)]
    [InlineData(1, 0, 1, 1.25)]
    [InlineData(4, 0, 0, 8)]
    [InlineData(60, 0, 0, 300)]
    [InlineData(1, 30, 0, 30)]
    public void Delay_DoublesUpToItsLimit_AndIsNeverShorterThanAsked(int attempts, int askedSeconds, double spread, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryDelay.After(attempts, askedSeconds == 0 ? null : TimeSpan.FromSeconds(askedSeconds), spread));
}
