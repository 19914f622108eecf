namespace Cortex.Storage.Jobs;

/// <summary>How much one job takes.</summary>
public static class JobSize
{
    /// <summary>Deliveries and runs: some minutes of work, and 160 KB of ids in its row. What is left over is for the next job.</summary>
    public const int ItemsMax = 10_000;
}
