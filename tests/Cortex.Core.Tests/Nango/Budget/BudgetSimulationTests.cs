using Cortex.Nango.Budget;
using CsCheck;

namespace Cortex.Core.Tests.Nango.Budget;

/// <summary>Silos with the calls that they lease, the shared window and a Nango that counts, through minutes of odd calls at odd times.</summary>
public sealed class BudgetSimulationTests
{
    private const int Silos = 3;

    private static readonly DateTimeOffset Start = new(2026, 8, 21, 19, 0, 0, 345, TimeSpan.Zero);

    private static readonly Gen<(int Wait, int Silo, int Priority)[]> Calls = Gen.Select(Gen.Frequency((6, Gen.Int[0, 40]), (2, Gen.Int[41, 900]), (1, Gen.Int[901, 9_000])), Gen.Int[0, Silos - 1], Gen.Int[0, 3]).Array[1, 1_500];

    [Fact]
    public void Account_WhoseCallsAreAllLeased_IsNeverRefused() => Gen.Select(Gen.OneOf(1, 7, 40, 200), Calls).Sample((limit, calls) =>
    {
        var nango = new SimulatedLimit(limit);
        var window = Told(nango);
        var leased = Enumerable.Range(0, Silos).Select(_ => new LeasedCalls()).ToArray();
        var now = Start;
        foreach (var (wait, silo, priority) in calls)
        {
            now += TimeSpan.FromMilliseconds(wait);
            Call(nango, window, leased[silo], (CallPriority)priority, now);
        }

        return nango.Refused == 0;
    });

    [Fact]
    public void Account_ThatOthersUseUp_IsLeftAloneByAllSilosOnceOneIsRefused() => Gen.Select(Gen.OneOf(40, 200), Calls).Sample((limit, calls) =>
    {
        var nango = new SimulatedLimit(limit);
        var window = Told(nango);
        var leased = Enumerable.Range(0, Silos).Select(_ => new LeasedCalls()).ToArray();
        var now = Start;
        foreach (var (wait, silo, priority) in calls)
        {
            now += TimeSpan.FromMilliseconds(wait);
            nango.Call(now);
            var before = nango.Refused;
            if (Call(nango, window, leased[silo], (CallPriority)priority, now) && nango.Refused > before)
            {
                // A 429: the silo tells the grain, and the whole account waits for the window's end.
                foreach (var each in leased)
                {
                    each.Pause(now + TimeSpan.FromSeconds(61));
                }

                window.Pause(TimeSpan.FromSeconds(61), now);
                now += TimeSpan.FromSeconds(30);
                if (Enumerable.Range(0, Silos).Any(other => Call(nango, window, leased[other], CallPriority.User, now)))
                {
                    return false;
                }
            }
        }

        return true;
    });

    [Fact]
    public void Account_ThatIsAskedForMoreThanItMay_SpendsNearlyAll()
    {
        var nango = new SimulatedLimit(200);
        var window = Told(nango);
        var leased = Enumerable.Range(0, Silos).Select(_ => new LeasedCalls()).ToArray();
        for (var call = 0; call < 3_000; call++)
        {
            Call(nango, window, leased[call % Silos], CallPriority.User, Start + TimeSpan.FromMilliseconds(20 * call));
        }

        Assert.Equal((200, 0), (nango.Served, nango.Refused));
    }

    /// <summary>A window that has heard of the limit, as after the first call of all.</summary>
    private static RateWindow Told(SimulatedLimit nango)
    {
        var window = new RateWindow(Start);
        window.Observe(nango.Call(Start), Start);
        return window;
    }

    /// <summary>One call as a silo makes it; false if it was held back.</summary>
    private static bool Call(SimulatedLimit nango, RateWindow window, LeasedCalls leased, CallPriority priority, DateTimeOffset now)
    {
        var verdict = leased.Take(priority, now);
        if (verdict.MustAsk)
        {
            var request = leased.Ask(priority, now);
            window.Return(request.Window, request.Unspent);
            if (request.Notice is { } notice)
            {
                window.Observe(notice, now);
            }

            verdict = leased.Put(priority, window.Lease(priority, request.Wanted, now), now);
        }

        if (verdict.MayGo)
        {
            leased.Note(nango.Call(now), now);
        }

        return verdict.MayGo;
    }
}
