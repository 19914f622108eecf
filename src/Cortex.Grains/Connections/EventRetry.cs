namespace Cortex.Connections;

/// <summary>When an event that could not be processed is tried again, and when it is given up. Pure.</summary>
internal static class EventRetry
{
    /// <summary>Tries after an error of our own. An error that comes back this often will come back for ever, and others wait behind it.</summary>
    public const int InternalAttemptsMax = 8;

    /// <summary>Failed reads after which a page's cursor is suspected.</summary>
    public const int CursorAttemptsMax = 3;

    /// <summary>How long an event waits for Nango or the cluster to answer.</summary>
    public static readonly TimeSpan OutageAgeMax = TimeSpan.FromDays(1);

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Twice as long each time; never shorter than the other side asked for.</summary>
    public static TimeSpan Delay(int attempts, TimeSpan? asked)
    {
        var delay = TimeSpan.FromSeconds(Math.Min(First.TotalSeconds * Math.Pow(2, Math.Min(attempts, 10)), Longest.TotalSeconds));
        return asked > delay ? asked.Value : delay;
    }
}
