using Cortex.Nango.Budget;

namespace Cortex.Core.Tests.Nango.Budget;

public sealed class LeasedCallsTests
{
    private static readonly DateTimeOffset Start = new(2026, 8, 21, 19, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly LeasedCalls _leased = new();

    [Fact]
    public void Call_OfAnEmptyPurse_IsAskedFor()
    {
        Assert.Equal(CallVerdict.Ask, Take(CallPriority.Run, 0));
        Assert.Equal(new(CallPriority.Run, 1, 0, 0, null), _leased.Ask(CallPriority.Run, Start));
    }

    [Fact]
    public void Lease_ServesItsAskerAndThenOthers()
    {
        Assert.True(Put(CallPriority.Run, 3, 0).MayGo);

        Assert.True(Take(CallPriority.Run, 0).MayGo);
        Assert.True(Take(CallPriority.User, 0.9).MayGo);
        Assert.Equal(CallVerdict.Ask, Take(CallPriority.Run, 0.9));
    }

    [Fact]
    public void Lease_ForThoseBefore_IsNotForThoseAfter()
    {
        Put(CallPriority.User, 5, 0);

        Assert.Equal(CallVerdict.Ask, Take(CallPriority.Reconciliation, 0));
        Assert.True(Take(CallPriority.User, 0).MayGo);
    }

    [Fact]
    public void Urgent_TakesFirstWhatWasLeasedForTheLeastUrgent()
    {
        Put(CallPriority.User, 2, 0);
        Put(CallPriority.Reconciliation, 2, 0);

        Assert.True(Take(CallPriority.User, 0).MayGo);

        Assert.Equal(CallVerdict.Ask, Take(CallPriority.Reconciliation, 0));
        Assert.True(Take(CallPriority.User, 0).MayGo);
    }

    [Fact]
    public void Lease_ThatLapsed_IsGivenBackOnce()
    {
        Put(CallPriority.Run, 4, 0, window: 7);
        Put(CallPriority.Sync, 6, 0, window: 7);
        Take(CallPriority.Sync, 0);

        Assert.Equal(CallVerdict.Ask, Take(CallPriority.User, 1));
        var request = _leased.Ask(CallPriority.User, Start + Second);

        Assert.Equal((7L, 3 + 4), (request.Window, request.Unspent));
        Assert.Equal(0, _leased.Ask(CallPriority.User, Start + Second).Unspent);
    }

    [Fact]
    public void Lease_OfAnOlderWindow_IsNotGivenBackToTheNew()
    {
        Put(CallPriority.Run, 4, 0, window: 7);
        Put(CallPriority.Sync, 6, 0.5, window: 8);

        var request = _leased.Ask(CallPriority.User, Start + (2 * Second));

        Assert.Equal((8L, 5), (request.Window, request.Unspent));
    }

    [Fact]
    public void Demand_GrowsWhileLeasesAreSpentAndShrinksWhenTheyLapse()
    {
        List<int> wanted = [];
        for (var round = 0; round < 8; round++)
        {
            var want = _leased.Ask(CallPriority.Run, Start).Wanted;
            wanted.Add(want);
            Put(CallPriority.Run, want, 0);
            while (Take(CallPriority.Run, 0).MayGo)
            {
            }
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 50, 50], wanted);
        Put(CallPriority.Run, 50, 0);
        Assert.Equal(25, _leased.Ask(CallPriority.Run, Start + Second).Wanted);
    }

    [Fact]
    public void Refusal_IsBelievedForASecond()
    {
        Assert.Equal(CallVerdict.Hold(30 * Second), _leased.Put(CallPriority.Sync, new(0, 1, 30 * Second, 10), Start));

        Assert.Equal(CallVerdict.Hold(29.1 * Second), Take(CallPriority.Sync, 0.9));
        Assert.Equal(CallVerdict.Ask, Take(CallPriority.Run, 0.9));
        Assert.Equal(CallVerdict.Ask, Take(CallPriority.Sync, 1));
    }

    [Fact]
    public void Calls_WithoutAKnownLimit_AreFreeUntilNangoTellsOne()
    {
        Assert.True(_leased.Put(CallPriority.Run, new(null, 1, Second, null), Start).MayGo);
        Assert.True(Take(CallPriority.Reconciliation, 0.5).MayGo);

        Assert.True(_leased.Note(new(200, 199, 60 * Second), Start + (0.5 * Second)));
        Assert.False(_leased.Note(new(200, 198, 60 * Second), Start + (0.5 * Second)));

        Assert.Equal(CallVerdict.Ask, Take(CallPriority.Run, 0.5));
    }

    [Fact]
    public void Notice_IsPassedOnWithTheTimeThatIsLeftOfIt()
    {
        _leased.Note(new(200, 150, 40 * Second), Start);

        Assert.Equal(new(200, 150, 30 * Second), _leased.Ask(CallPriority.Run, Start + (10 * Second)).Notice);
    }

    [Fact]
    public void Pause_HoldsWhatIsLeasedAlready()
    {
        Put(CallPriority.User, 5, 0);
        _leased.Pause(Start + (3 * Second));
        _leased.Pause(Start + Second);

        Assert.Equal(CallVerdict.Hold(2.5 * Second), Take(CallPriority.User, 0.5));
    }

    private CallVerdict Take(CallPriority priority, double at) => _leased.Take(priority, Start + (at * Second));

    private CallVerdict Put(CallPriority priority, int calls, double at, long window = 1) =>
        _leased.Put(priority, new(calls, window, Second, 100), Start + (at * Second));
}
