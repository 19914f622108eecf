using Cortex.Storage.Deliveries;

namespace Cortex.Connections;

/// <summary>When a delivery that could not be processed is given up.</summary>
internal static class DeliveryRetry
{
    /// <summary>Errors of our own with which a delivery is given up. One that comes back this often will come back for ever, and others wait behind it.</summary>
    public const int InternalErrorsMax = 8;

    /// <summary>How often a delivery is begun by a new activation without coming to an end: it may be what brings its servers down.</summary>
    public const int TakeoversMax = 3;

    /// <summary>Failed reads after which a page's cursor is suspected.</summary>
    public const int CursorAttemptsMax = 3;

    /// <summary>How long a delivery waits for Nango or the cluster to answer.</summary>
    public static readonly TimeSpan OutageAgeMax = TimeSpan.FromDays(1);

    /// <summary>Whether one more error of our own is the last.</summary>
    public static bool IsLastTry(PendingDelivery delivery) => delivery.InternalFailures + 1 >= InternalErrorsMax;
}
