namespace Cortex.Sandbox.Faults;

/// <summary>A read that goes to a replica which lags behind: what was changed last is not there yet.</summary>
internal static class ReplicaLag
{
    private static readonly object Key = new();

    public static void Set(HttpContext http, Fault fault) => http.Items[Key] = fault;

    /// <summary>The last change that this read sees; null when it sees all.</summary>
    public static DateTimeOffset? SeenUpTo(HttpContext http, TimeProvider time) => http.Items[Key] switch
    {
        Fault { Stale: true } stale => stale.LatestRecord,
        Fault { LagMs: { } milliseconds } => time.GetUtcNow() - TimeSpan.FromMilliseconds(milliseconds),
        _ => null,
    };
}
