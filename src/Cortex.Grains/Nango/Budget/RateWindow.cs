namespace Cortex.Nango.Budget;

/// <summary>
/// The account's window of a minute as it follows from what was leased and from what Nango says. Arithmetic only: it is told the time, and does nothing.
/// </summary>
/// <remarks>
/// <para>Nango opens a window with the first call after the last one's end, and says when it ends in whole seconds, rounded down. So the end is known as a span.
/// What is leased within that span may be counted in either window, and is charged to both.</para>
/// <para>Calls that nobody leased (another program with the same account, a silo on its own) show up as used without having been leased, and are charged too.</para>
/// </remarks>
/// <param name="now">The time at which nothing is known yet.</param>
internal sealed class RateWindow(DateTimeOffset now)
{
    /// <summary>How long a window runs; an end further away is not believed.</summary>
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    /// <summary>How far the end that Nango tells may be off in either direction.</summary>
    private static readonly TimeSpan Rounding = TimeSpan.FromSeconds(1);

    /// <summary>The longest that leased calls hold: after this, a silo hears of a pause and gives back what it did not spend.</summary>
    private static readonly TimeSpan LeaseTimeMax = TimeSpan.FromSeconds(1);

    /// <summary>How long calls are free because nobody knows a limit: until then one of them will have told it.</summary>
    private static readonly TimeSpan UnknownTime = TimeSpan.FromMilliseconds(100);

    /// <summary>The shortest wait that a refusal names; Nango rounds its own down to zero.</summary>
    private static readonly TimeSpan WaitMin = TimeSpan.FromSeconds(1);

    /// <summary>The part of what is left that one lease may take at most, so that the last calls are not all held by one silo.</summary>
    private const int LeasesPerRest = 8;

    private int? _limit;
    private DateTimeOffset _pausedUntil;

    // Of the present window. Its number is a time, so that no two windows of any silo or activation have the same.
    private long _number = now.UtcTicks;
    private bool _isOpen;
    private bool _isEndTold;
    private DateTimeOffset _endsFrom;
    private DateTimeOffset _endsBy;
    private int _leased;
    private int _usedByOthers;

    // Leased while the present window may have been over already: the next one is charged with these too.
    private int _leasedAtItsEnd;

    /// <summary>Leases calls, or says how long to wait for some.</summary>
    public NangoLease Lease(CallPriority priority, int wanted, DateTimeOffset now)
    {
        Advance(now);
        if (now < _pausedUntil)
        {
            return Refusal(_pausedUntil - now);
        }

        if (_limit is not { } limit)
        {
            return new(null, _number, UnknownTime, null);
        }

        if (!_isOpen)
        {
            Open(now + Length);
        }

        var usable = Left(limit) - CallShares.Reserve(priority, limit);
        if (usable <= 0)
        {
            return Refusal(_endsBy - now);
        }

        var calls = Math.Clamp(wanted, 1, Math.Max(1, usable / LeasesPerRest));
        var isAtItsEnd = now >= _endsFrom;
        _leased += calls;
        _leasedAtItsEnd += isAtItsEnd ? calls : 0;
        return new(calls, _number, Shorter(LeaseTimeMax, (isAtItsEnd ? _endsBy : _endsFrom) - now), Left(limit));
    }

    /// <summary>Takes back calls that were leased and lapsed; those of a window that is over are gone with it.</summary>
    public void Return(long window, int unspent)
    {
        if (window == _number)
        {
            _leased = Math.Max(0, _leased - unspent);
        }
    }

    /// <summary>Learns from what Nango said with an answer.</summary>
    public void Observe(NangoRateNotice notice, DateTimeOffset now)
    {
        _limit = notice.Limit;
        if (notice.EndsIn <= TimeSpan.Zero)
        {
            return;
        }

        Advance(now);
        var end = now + Shorter(Length, notice.EndsIn);
        if (_isOpen && _isEndTold && end > _endsBy + (Length / 2))
        {
            Close(now);
        }

        if (_isOpen && _isEndTold)
        {
            (_endsFrom, _endsBy) = (Earlier(_endsFrom, end - Rounding), Later(_endsBy, end + Rounding));
        }
        else
        {
            (_isOpen, _isEndTold, _endsFrom, _endsBy) = (true, true, end - Rounding, end + Rounding);
        }

        _usedByOthers = Math.Max(_usedByOthers, notice.Limit - notice.Remaining - _leased);
    }

    /// <summary>Nango has refused a call: nothing is leased for as long as it said.</summary>
    public void Pause(TimeSpan wait, DateTimeOffset now) => _pausedUntil = Later(_pausedUntil, now + (wait > WaitMin ? wait : WaitMin));

    private int Left(int limit) => Math.Max(0, limit - _leased - _usedByOthers);

    private void Advance(DateTimeOffset now)
    {
        if (_isOpen && now >= _endsBy)
        {
            Close(now);
        }
    }

    private void Close(DateTimeOffset now)
    {
        var nextEnd = _endsBy + Length;
        (_number, _leased, _usedByOthers, _leasedAtItsEnd) = (now.UtcTicks, _leasedAtItsEnd, 0, 0);
        (_isOpen, _isEndTold) = (false, false);
        if (_leased > 0 && now < nextEnd)
        {
            Open(nextEnd);
        }
        else
        {
            _leased = 0;
        }
    }

    /// <summary>Until Nango tells the end, a window ends as late as it can.</summary>
    private void Open(DateTimeOffset end) => (_isOpen, _isEndTold, _endsFrom, _endsBy) = (true, false, end, end);

    private NangoLease Refusal(TimeSpan wait) => new(0, _number, wait > WaitMin ? wait : WaitMin, _limit is { } limit ? Left(limit) : null);

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
