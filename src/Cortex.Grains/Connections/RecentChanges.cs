namespace Cortex.Connections;

/// <summary>The stamps of the records seen last, which shorten the overlap of the next read when changes come fast. Pure; lost on deactivation, then the overlap is full.</summary>
internal sealed class RecentChanges
{
    /// <summary>Records that an overlap re-reads at most, when this many have been seen.</summary>
    public const int CountMax = 500;

    private readonly Queue<DateTimeOffset> _stamps = new();

    public void Add(DateTimeOffset stamp)
    {
        _stamps.Enqueue(stamp);
        if (_stamps.Count > CountMax)
        {
            _stamps.Dequeue();
        }
    }

    /// <summary>Back to the oldest of the last <see cref="CountMax"/> records, but no further than <see cref="ReadStart.Overlap"/>.</summary>
    public TimeSpan OverlapBehind(DateTimeOffset highWater)
    {
        if (_stamps.Count < CountMax)
        {
            return ReadStart.Overlap;
        }

        var back = highWater - _stamps.Peek();
        return back < ReadStart.Overlap ? TimeSpan.FromTicks(Math.Max(0, back.Ticks)) : ReadStart.Overlap;
    }
}
