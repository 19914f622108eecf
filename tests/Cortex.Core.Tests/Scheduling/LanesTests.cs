using Cortex.Scheduling;

namespace Cortex.Core.Tests.Scheduling;

public sealed class LanesTests
{
    [Fact]
    public async Task AFullLane_HoldsUpItsOwn_AndNobodyElse()
    {
        using var lanes = new Lanes(2);
        var first = await lanes.EnterAsync("gmail", default);
        await lanes.EnterAsync("gmail", default);

        var third = lanes.EnterAsync("gmail", default);
        Assert.False(third.IsCompleted);
        Assert.Null(await lanes.TryEnterAsync("gmail", TimeSpan.Zero, default));
        Assert.NotNull(await lanes.TryEnterAsync("salesforce", TimeSpan.Zero, default));

        first.Dispose();
        first.Dispose();
        await third;
        Assert.Null(await lanes.TryEnterAsync("gmail", TimeSpan.Zero, default));
    }
}
