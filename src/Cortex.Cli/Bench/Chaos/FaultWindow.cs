namespace Cortex.Cli.Bench.Chaos;

/// <summary>When a fault really began and was over, from the beginning of the load.</summary>
/// <param name="Kind">What it was.</param>
/// <param name="From">Before it was done.</param>
/// <param name="Until">After it was undone: PostgreSQL answers again, a member's process is there again.</param>
internal sealed record FaultWindow(FaultKind Kind, TimeSpan From, TimeSpan Until)
{
    public bool Holds(TimeSpan at) => at >= From && at <= Until;
}
