namespace Cortex.Model;

/// <summary>Remembers for the whole silo until when the model asked to be left alone: its limits hold for the account, so one question's 429 is everybody's.</summary>
internal sealed class RateLimitGate(TimeProvider time)
{
    /// <summary>The longest wait that is believed: another's mistake should not switch the model off for days.</summary>
    private static readonly TimeSpan WaitMax = TimeSpan.FromHours(1);

    private long _until;

    /// <summary>How long to wait from now; zero when the model may be asked.</summary>
    public TimeSpan Wait
    {
        get
        {
            var wait = TimeSpan.FromTicks(Interlocked.Read(ref _until) - time.GetUtcNow().UtcTicks);
            return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        }
    }

    /// <summary>Closes the gate for a while; never for less than it is closed already.</summary>
    public void Close(TimeSpan wait)
    {
        var until = time.GetUtcNow().UtcTicks + Math.Min(wait.Ticks, WaitMax.Ticks);
        long seen;
        while ((seen = Interlocked.Read(ref _until)) < until && Interlocked.CompareExchange(ref _until, until, seen) != seen)
        {
        }
    }
}
