using Cortex.Api.Diagnostics;
using Microsoft.Extensions.Time.Testing;

namespace Cortex.Api.Tests.Diagnostics;

public sealed class SeldomTests
{
    [Fact]
    public void Count_ManyTimesInAPeriod_IsDueOnce_AndAfterwardsWithAllOfThem()
    {
        var time = new FakeTimeProvider();
        var seldom = new Seldom(TimeSpan.FromSeconds(10));

        Assert.Equal(1, seldom.Count(time));
        Assert.Null(seldom.Count(time));
        time.Advance(TimeSpan.FromSeconds(9));
        Assert.Null(seldom.Count(time));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(3, seldom.Count(time));
        Assert.Null(seldom.Count(time));
    }
}
