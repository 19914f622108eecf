namespace Cortex.Hosting;

/// <summary>
/// How fast the cluster notices that a silo is gone. Orleans' defaults suit clusters across machines that may be slow for long;
/// with these a killed silo's grains live elsewhere within about 3 s, a frozen one's within about 16 s.
/// </summary>
public static class ClusterTimings
{
    /// <summary>A silo is asked for a sign of life this often.</summary>
    public static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(2);

    /// <summary>Adaptive probing never waits longer than this.</summary>
    public static readonly TimeSpan ProbeTimeoutMax = TimeSpan.FromSeconds(5);

    /// <summary>Signs of life that may be missed.</summary>
    public const int MissedProbesLimit = 3;

    /// <summary>How often a silo writes that it is alive; three times this is how long a cluster that was killed whole is waited for.</summary>
    public static readonly TimeSpan IAmAlivePeriod = TimeSpan.FromSeconds(5);

    /// <summary>How often the membership table is read again.</summary>
    public static readonly TimeSpan TableRefreshPeriod = TimeSpan.FromSeconds(15);

    /// <summary>How often a client reads again which silos there are.</summary>
    public static readonly TimeSpan GatewayListRefreshPeriod = TimeSpan.FromSeconds(5);

    /// <summary>After this a grain call counts as lost; whether it was executed is not known.</summary>
    public static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(10);

    /// <summary>How long a process may take to finish what it has begun when it is told to stop.</summary>
    public static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(30);
}
