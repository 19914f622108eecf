namespace Cortex.Core.Tests.Nango.Budget;

/// <summary>Nango's side of the limit: a window of a minute from its first call on, told in whole seconds, rounded down.</summary>
internal sealed class SimulatedLimit(int limit)
{
    private DateTimeOffset _end;
    private int _used;

    public int Refused { get; private set; }

    public int Served { get; private set; }

    /// <summary>Counts a call; what the headers of its answer say.</summary>
    public NangoRateNotice Call(DateTimeOffset now)
    {
        if (now >= _end)
        {
            (_end, _used) = (now + TimeSpan.FromMinutes(1), 0);
        }

        _used++;
        (Served, Refused) = _used <= limit ? (Served + 1, Refused) : (Served, Refused + 1);
        return new(limit, Math.Max(0, limit - _used), TimeSpan.FromSeconds(_end.ToUnixTimeSeconds() - now.ToUnixTimeSeconds()));
    }
}
