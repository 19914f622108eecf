namespace Cortex.Hosting;

/// <summary>The names under which Cortex's processes find each other and their state. Fixed: they are part of stored keys.</summary>
public static class ClusterIdentity
{
    /// <summary>Prefixes grain state and Redis keys.</summary>
    public const string ServiceId = "cortex";

    /// <summary>Processes with the same one form a cluster.</summary>
    public const string ClusterId = "cortex";
}
