using Cortex.Scheduling;

namespace Cortex.Core.Tests.Scheduling;

public sealed class LanesTests
{
    [Fact]
    public async Task AFullLane_HoldsUpItsOwn_AndNobodyElse()
    {
        var lanes = new Lanes<string>(2);
        var first = await lanes.TryEnterAsync("gmail", Timeout.InfiniteTimeSpan, default);
        await lanes.TryEnterAsync("gmail", Timeout.InfiniteTimeSpan, default);

        var third = lanes.TryEnterAsync("gmail", Timeout.InfiniteTimeSpan, default);
        Assert.False(third.IsCompleted);
        Assert.Null(await lanes.TryEnterAsync("gmail", TimeSpan.Zero, default));
        Assert.NotNull(await lanes.TryEnterAsync("salesforce", TimeSpan.Zero, default));

        first!.Dispose();
        first.Dispose();
        Assert.NotNull(await third);
        Assert.Null(await lanes.TryEnterAsync("gmail", TimeSpan.Zero, default));
    }
}
