namespace Cortex.Nango.Budget;

/// <summary>The calls that one silo has leased and not spent. Arithmetic only: it is told the time, and does nothing.</summary>
internal sealed class LeasedCalls
{
    /// <summary>The most calls that are leased at once.</summary>
    private const int BlockMax = 50;

    /// <summary>How long a refusal is believed before the same is asked again: others may have given something back.</summary>
    private static readonly TimeSpan RefusalTime = TimeSpan.FromSeconds(1);

    private readonly Dictionary<CallPriority, HeldCalls> _held = [];
    private readonly Dictionary<CallPriority, int> _wanted = [];
    private readonly Dictionary<CallPriority, (DateTimeOffset AskAgain, DateTimeOffset Until)> _refused = [];
    private DateTimeOffset _freeUntil;
    private DateTimeOffset _pausedUntil;
    private NangoRateNotice? _notice;
    private DateTimeOffset _noticedAt;

    /// <summary>Spends a call if one is held. What was leased for later priorities goes first: whoever is before them may have it.</summary>
    public CallVerdict Take(CallPriority priority, DateTimeOffset now)
    {
        if (now < _pausedUntil)
        {
            return CallVerdict.Hold(_pausedUntil - now);
        }

        if (now < _freeUntil)
        {
            return CallVerdict.Go;
        }

        for (var from = CallPriority.Reconciliation; from >= priority; from--)
        {
            if (_held.TryGetValue(from, out var held) && held.Calls > 0 && now < held.Until)
            {
                _held[from] = held with { Calls = held.Calls - 1 };
                return CallVerdict.Go;
            }
        }

        return _refused.TryGetValue(priority, out var refused) && now < refused.AskAgain && now < refused.Until
            ? CallVerdict.Hold(refused.Until - now)
            : CallVerdict.Ask;
    }

    /// <summary>What to ask for: twice as much as the last time if that was spent, half as much if it lapsed. What lapsed is given back.</summary>
    public NangoLeaseRequest Ask(CallPriority priority, DateTimeOffset now)
    {
        var last = _wanted.GetValueOrDefault(priority);
        var wanted = _held.GetValueOrDefault(priority).Calls > 0 ? last / 2 : last * 2;
        _wanted[priority] = Math.Clamp(wanted, 1, BlockMax);

        var lapsed = _held.Where(held => held.Value.Calls > 0 && now >= held.Value.Until).ToList();
        var window = lapsed.Select(held => held.Value.Window).DefaultIfEmpty().Max();
        var unspent = lapsed.Where(held => held.Value.Window == window).Sum(held => held.Value.Calls);
        lapsed.ForEach(held => _held.Remove(held.Key));
        return new(priority, _wanted[priority], window, unspent, _notice is { } notice ? notice with { EndsIn = notice.EndsIn - (now - _noticedAt) } : null);
    }

    /// <summary>Keeps what came of asking, less the call that was asked for.</summary>
    /// <param name="priority">Whom it was asked for.</param>
    /// <param name="lease">What came.</param>
    /// <param name="askedAt">When it was asked: what was leased may have been running since then.</param>
    public CallVerdict Put(CallPriority priority, NangoLease lease, DateTimeOffset askedAt)
    {
        if (lease.Calls is not { } calls)
        {
            _freeUntil = askedAt + lease.For;
            return CallVerdict.Go;
        }

        if (calls == 0)
        {
            _refused[priority] = (askedAt + RefusalTime, askedAt + lease.For);
            return CallVerdict.Hold(lease.For);
        }

        _held[priority] = new(calls - 1, lease.Window, askedAt + lease.For);
        return CallVerdict.Go;
    }

    /// <summary>Nango said something of its limit; what could not be counted before can be counted now.</summary>
    /// <returns>Whether others should hear it at once: it may be the first that anyone knows of the limit.</returns>
    public bool Note(NangoRateNotice notice, DateTimeOffset now)
    {
        var isFirst = _notice is null || now < _freeUntil;
        (_notice, _noticedAt, _freeUntil) = (notice, now, now);
        return isFirst;
    }

    /// <summary>Nango has refused a call: what is held lapses unspent.</summary>
    public void Pause(DateTimeOffset until) => _pausedUntil = until > _pausedUntil ? until : _pausedUntil;

    private readonly record struct HeldCalls(int Calls, long Window, DateTimeOffset Until);
}
