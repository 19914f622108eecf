namespace Cortex.Scheduling;

/// <summary>How long to wait before something that failed is tried again. Pure.</summary>
/// <param name="First">The wait after the first failure.</param>
/// <param name="Longest">The wait is twice as long after each failure, up to this, before it is spread.</param>
internal sealed record Backoff(TimeSpan First, TimeSpan Longest)
{
    /// <summary>Beyond this many doublings every wait is the longest.</summary>
    private const int DoublingsMax = 30;

    /// <summary>The wait, spread by up to a quarter so that many do not come back together; never shorter than the other side asked for, and then spread by up to the first wait.</summary>
    /// <param name="failures">Failures so far, at least 1.</param>
    /// <param name="asked">The wait that the other side asked for, or null.</param>
    /// <param name="spread">From 0 to 1, at random.</param>
    public TimeSpan After(int failures, TimeSpan? asked, double spread)
    {
        var doubled = First * Math.Pow(2, Math.Clamp(failures - 1, 0, DoublingsMax));
        var delay = (doubled < Longest ? doubled : Longest) * (1 + spread / 4);
        return asked > delay ? asked.Value + First * spread : delay;
    }

    /// <summary>The wait, with a spread at random.</summary>
    public TimeSpan After(int failures, TimeSpan? asked = null) => After(failures, asked, Random.Shared.NextDouble());
}
