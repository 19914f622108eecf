namespace Cortex.Nango.Budget;

/// <summary>What each priority leaves of a window to those before it.</summary>
internal static class CallShares
{
    /// <summary>Calls of a window that are out of reach for a priority: it gets none unless more than these are left.</summary>
    public static int Reserve(CallPriority priority, int limit) => priority switch
    {
        CallPriority.User => 0,
        CallPriority.Run => limit / 20,
        CallPriority.Sync => limit / 5,
        _ => limit / 2,
    };
}
