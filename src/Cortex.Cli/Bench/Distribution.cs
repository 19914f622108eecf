namespace Cortex.Cli.Bench;

/// <summary>How long something took, many times over, in milliseconds.</summary>
internal sealed record Distribution(int Count, double P50Ms, double P99Ms, double MaxMs)
{
    public static Distribution Of(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Select(time => time.TotalMilliseconds).Order().ToArray();
        return sorted.Length == 0 ? new(0, double.NaN, double.NaN, double.NaN) : new(sorted.Length, Percentile(sorted, 0.50), Percentile(sorted, 0.99), Math.Round(sorted[^1], 2));
    }

    /// <summary>The nearest rank: a time that was really measured.</summary>
    private static double Percentile(double[] sorted, double share) => Math.Round(sorted[(int)Math.Ceiling(share * sorted.Length) - 1], 2);
}
