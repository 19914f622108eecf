using Cortex.Nango.Budget;

namespace Cortex.Core.Tests.Nango.Budget;

public sealed class RateWindowTests
{
    private static readonly DateTimeOffset Start = new(2026, 8, 21, 19, 0, 0, TimeSpan.Zero);

    private readonly RateWindow _window = new(Start);

    [Fact]
    public void Calls_WhileNoLimitIsKnown_AreFree()
    {
        var lease = Lease(CallPriority.Reconciliation, 5, 0);

        Assert.Null(lease.Calls);
        Assert.Null(lease.Left);
        Assert.Equal(TimeSpan.FromMilliseconds(100), lease.For);
    }

    [Theory]
    [InlineData(CallPriority.User, 200)]
    [InlineData(CallPriority.Run, 190)]
    [InlineData(CallPriority.Sync, 160)]
    [InlineData(CallPriority.Reconciliation, 100)]
    public void Calls_OfAPriority_LeaveItsShareToThoseBeforeIt(CallPriority priority, int calls)
    {
        Observe(200, 200, 60, 0);

        Assert.Equal(calls, LeaseAll(priority, 1));
        Assert.Equal(0, Lease(priority, 1, 1).Calls);
        Assert.Equal(Math.Max(0, 200 - calls - 1), Lease(CallPriority.User, 1, 1).Left);
    }

    [Fact]
    public void Refusal_LastsUntilTheWindowIsOverForCertain()
    {
        Observe(10, 0, 40, 0);

        Assert.Equal(TimeSpan.FromSeconds(31), Lease(CallPriority.User, 1, 10).For);
        Assert.Equal(TimeSpan.FromSeconds(1), Lease(CallPriority.User, 1, 40.9).For);
        Assert.Equal(1, Lease(CallPriority.User, 1, 41).Calls);
    }

    [Fact]
    public void Block_IsAPartOfWhatIsLeft_SoThatNobodyHoldsTheLastCalls()
    {
        Observe(100, 80, 60, 0);

        Assert.Equal(10, Lease(CallPriority.User, 50, 1).Calls);
        Assert.Equal(8, Lease(CallPriority.User, 50, 1).Calls);
        Assert.Equal(3, Lease(CallPriority.User, 3, 1).Calls);
    }

    [Fact]
    public void Lease_LapsesBeforeTheWindowMayEnd()
    {
        Observe(100, 100, 10, 0);

        Assert.Equal(TimeSpan.FromSeconds(1), Lease(CallPriority.User, 1, 5).For);
        Assert.Equal(TimeSpan.FromSeconds(0.5), Lease(CallPriority.User, 1, 8.5).For);
    }

    [Fact]
    public void Lease_AtTheEndOfAWindow_CountsForTheNextToo()
    {
        Observe(100, 100, 10, 0);
        Assert.Equal(5, Lease(CallPriority.User, 5, 8).Calls);
        Assert.Equal(7, Lease(CallPriority.User, 7, 10).Calls);

        Assert.Equal(100 - 7 - 1, Lease(CallPriority.User, 1, 11).Left);
    }

    [Fact]
    public void Answer_OfTheNextWindow_EndsThisOne()
    {
        Observe(100, 0, 10, 0);
        Assert.Equal(0, Lease(CallPriority.User, 1, 9.5).Calls);

        Observe(100, 60, 60, 9.6);

        Assert.Equal(60 - 1, Lease(CallPriority.User, 1, 9.6).Left);
    }

    [Fact]
    public void Answer_OfAWindowThatIsOver_TellsTheLimitAlone()
    {
        Observe(100, 0, 0, 0);
        Observe(50, 3, -7, 0);

        Assert.Equal(49, Lease(CallPriority.User, 1, 0).Left);
    }

    [Fact]
    public void Calls_ThatNobodyLeased_AreChargedOnce()
    {
        Observe(100, 100, 60, 0);
        Lease(CallPriority.User, 10, 1);
        Observe(100, 70, 58, 2);
        Assert.Equal(70 - 1, Lease(CallPriority.User, 1, 2).Left);

        Observe(100, 85, 58, 2);
        Observe(100, 70, 58, 2);

        Assert.Equal(70 - 2, Lease(CallPriority.User, 1, 2).Left);
    }

    [Fact]
    public void Calls_GivenBack_CanBeLeasedAgain()
    {
        Observe(10, 10, 60, 0);
        var first = Lease(CallPriority.User, 1, 1);
        Assert.Equal(9, first.Left);

        _window.Return(first.Window, 1);

        Assert.Equal(9, Lease(CallPriority.User, 1, 1).Left);
    }

    [Fact]
    public void Calls_OfAWindowThatIsOver_CannotBeGivenBack()
    {
        Observe(10, 10, 60, 0);
        var old = Lease(CallPriority.User, 1, 1);
        Lease(CallPriority.User, 1, 70);

        _window.Return(old.Window, 1);

        Assert.Equal(8, Lease(CallPriority.User, 1, 70).Left);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(17, 17)]
    public void Pause_HoldsEverybodyForAtLeastASecond(int wait, int seconds)
    {
        Observe(100, 100, 60, 0);
        _window.Pause(TimeSpan.FromSeconds(wait), At(0));

        var held = Lease(CallPriority.User, 1, 0);

        Assert.Equal((0, TimeSpan.FromSeconds(seconds)), (held.Calls, held.For));
        Assert.Equal(0, Lease(CallPriority.User, 1, seconds - 0.001).Calls);
        Assert.Equal(1, Lease(CallPriority.User, 1, seconds).Calls);
    }

    [Fact]
    public void Pause_IsNeverShortened()
    {
        _window.Pause(TimeSpan.FromSeconds(30), At(0));
        _window.Pause(TimeSpan.FromSeconds(2), At(1));

        Assert.Equal(0, Lease(CallPriority.User, 1, 29).Calls);
    }

    [Fact]
    public void Window_WithoutAnyAnswer_EndsAMinuteAfterItsFirstLease()
    {
        Observe(8, 8, 0, 0);
        Assert.Equal(8, LeaseAll(CallPriority.User, 0));

        Assert.Equal(0, Lease(CallPriority.User, 1, 59).Calls);
        Assert.Equal(1, Lease(CallPriority.User, 1, 60).Calls);
    }

    [Fact]
    public void End_ThatIsImpossiblyFar_IsNotBelieved()
    {
        Observe(8, 0, 1e9, 0);

        Assert.Equal(1, Lease(CallPriority.User, 1, 61).Calls);
    }

    private static DateTimeOffset At(double seconds) => Start + TimeSpan.FromSeconds(seconds);

    private void Observe(int limit, int remaining, double endsIn, double at) => _window.Observe(new(limit, remaining, TimeSpan.FromSeconds(endsIn)), At(at));

    private NangoLease Lease(CallPriority priority, int wanted, double at) => _window.Lease(priority, wanted, At(at));

    private int LeaseAll(CallPriority priority, double at)
    {
        var all = 0;
        while (Lease(priority, 3, at) is { Calls: > 0 and var calls })
        {
            all += calls;
        }

        return all;
    }
}
