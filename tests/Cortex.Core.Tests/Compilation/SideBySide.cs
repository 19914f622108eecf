using System.Diagnostics;

namespace Cortex.Core.Tests.Compilation;

/// <summary>Times two pieces of work in turns, so that a busy machine slows both, and compares the best of each.</summary>
internal static class SideBySide
{
    /// <summary>Whoever is interrupted in one try is not in all of them.</summary>
    private const int Tries = 20;

    /// <summary>What is shorter is mostly the clock's.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromMicroseconds(20);

    public static void AssertNotSlower(Action work, Action plain, double timesMax, string what)
    {
        var (best, ordinary) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var index = 0; index < Tries; index++)
        {
            best = Shorter(best, Elapsed(work));
            ordinary = Shorter(ordinary, Elapsed(plain));
            if (best <= timesMax * (ordinary > Least ? ordinary : Least))
            {
                return;
            }
        }

        Assert.Fail($"{what} took {best} at best, a plain prompt {ordinary}.");
    }

    private static TimeSpan Elapsed(Action work)
    {
        var started = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(started);
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
