namespace Cortex.Runs;

/// <summary>How long to wait before the next try. Pure.</summary>
internal static class RetryDelay
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Twice as long each time, spread by up to a quarter so that many do not come back together; never shorter than the other side asked for, and then spread by up to a second.</summary>
    /// <param name="attempts">Tries so far, at least 1.</param>
    /// <param name="asked">The wait that the other side asked for, or null.</param>
    /// <param name="spread">From 0 to 1, at random.</param>
    public static TimeSpan After(int attempts, TimeSpan? asked, double spread)
    {
        var doubled = Math.Min(First.TotalSeconds * Math.Pow(2, attempts - 1), Longest.TotalSeconds);
        var delay = TimeSpan.FromSeconds(doubled * (1 + spread / 4));
        return asked > delay ? asked.Value + First * spread : delay;
    }
}
