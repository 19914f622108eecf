namespace Cortex.Scheduling;

/// <summary>The work of one grain, which one activation does one piece at a time: at once after a poke, at a time that it named itself, or again after a failure.</summary>
/// <remarks>
/// <para>(1) A poke returns at once. Work is done in turns of its own, between the grain's calls, so that a call is answered while work waits for something.</para>
/// <para>(2) Pokes are coalesced: many before work begins are one; one while work is under way makes it be done once more.</para>
/// <para>(3) Work says when it is due next, or that it is not. A poke comes before that time.</para>
/// <para>(4) Work that throws is done again after a back-off, longer each time, unless a poke comes first.</para>
/// <para>(5) While a call holds the loop, no work begins; what was poked meanwhile begins afterwards. Work that is under way goes on, and the call must allow for it.</para>
/// <para>What is to be done is kept here; the grain timer is only an alarm, one for the activation's whole life, set with <see cref="IGrainTimer.Change"/>. Orleans drops a change that is made
/// between the alarm's going off and its callback's beginning: the callback looks at what is kept here, and sets the alarm again.</para>
/// </remarks>
internal sealed class WorkLoop : IDisposable
{
    /// <summary>The alarm is set no farther ahead; it then finds nothing to do and is set again. Timers take 49 days at most.</summary>
    private static readonly TimeSpan AheadMax = TimeSpan.FromDays(1);

    /// <summary>Between tries of a grain's work, while PostgreSQL is away perhaps; recovery may poke earlier.</summary>
    private static readonly Backoff GrainBackoff = new(TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(1));

    private readonly Func<CancellationToken, Task<DateTimeOffset?>> _work;
    private readonly Action<Exception> _onFailed;
    private readonly Backoff _backoff;
    private readonly TimeProvider _time;
    private readonly IGrainTimer _alarm;
    private DateTimeOffset? _dueAt;
    private bool _isPoked;
    private bool _isDisposed;
    private int _failures;
    private int _holds;

    /// <param name="alarms">Makes the alarm; it is not set yet.</param>
    /// <param name="work">Does all that is to be done, and says when more is due; null for when a poke says so.</param>
    /// <param name="onFailed">Told of an exception of the work.</param>
    /// <param name="backoff">How long is waited after an exception.</param>
    /// <param name="time">The clock of the times.</param>
    public WorkLoop(
        Func<Func<CancellationToken, Task>, IGrainTimer> alarms, Func<CancellationToken, Task<DateTimeOffset?>> work, Action<Exception> onFailed, Backoff backoff, TimeProvider time)
    {
        (_work, _onFailed, _backoff, _time) = (work, onFailed, backoff, time);
        _alarm = alarms(OnAlarmAsync);
    }

    /// <summary>Whether work is under way, be it that it waits for something.</summary>
    public bool IsWorking { get; private set; }

    /// <summary>The loop of a grain; its work interleaves with the grain's calls and keeps the activation alive while it goes on.</summary>
    public static WorkLoop Create(IGrainBase grain, Func<CancellationToken, Task<DateTimeOffset?>> work, Action<Exception> onFailed, TimeProvider time) => new(
        callback => grain.RegisterGrainTimer(
            callback, new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan) { Interleave = true, KeepAlive = true }),
        work, onFailed, GrainBackoff, time);

    /// <summary>Says that there may be something to do.</summary>
    public void Poke()
    {
        _isPoked = true;
        SetAlarm();
    }

    /// <summary>Has no work begin until the result is disposed of.</summary>
    public IDisposable Hold()
    {
        _holds++;
        return new Held(this);
    }

    /// <summary>Ends the loop. Work that is under way is told so by its token, and nothing follows it.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _alarm.Dispose();
    }

    private async Task OnAlarmAsync(CancellationToken cancellationToken)
    {
        if (_isDisposed || IsWorking || _holds > 0)
        {
            return;
        }

        IsWorking = true;
        try
        {
            while (_holds == 0 && !_isDisposed && (_isPoked || _dueAt <= _time.GetUtcNow()))
            {
                (_isPoked, _dueAt) = (false, null);
                _dueAt = await _work(cancellationToken);
                _failures = 0;
            }
        }
#pragma warning disable CA1031 // The outermost place of a grain's work: whatever went wrong is told and tried again, and must not end the loop.
        catch (Exception e)
#pragma warning restore CA1031
        {
            if (!_isDisposed)
            {
                _onFailed(e);
                _dueAt = _time.GetUtcNow() + _backoff.After(++_failures);
            }
        }
        finally
        {
            IsWorking = false;
            SetAlarm();
        }
    }

    private void SetAlarm()
    {
        if (_isDisposed || IsWorking || _holds > 0)
        {
            return;
        }

        _alarm.Change(_isPoked ? TimeSpan.Zero : _dueAt is { } at ? Ahead(at) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>In whole milliseconds, as timers count, and not a moment too early.</summary>
    private TimeSpan Ahead(DateTimeOffset at)
    {
        var ahead = TimeSpan.FromMilliseconds(Math.Ceiling((at - _time.GetUtcNow()).TotalMilliseconds));
        return ahead < TimeSpan.Zero ? TimeSpan.Zero : ahead < AheadMax ? ahead : AheadMax;
    }

    private sealed class Held(WorkLoop loop) : IDisposable
    {
        private bool _isReleased;

        public void Dispose()
        {
            if (!_isReleased)
            {
                _isReleased = true;
                loop._holds--;
                loop.SetAlarm();
            }
        }
    }
}
