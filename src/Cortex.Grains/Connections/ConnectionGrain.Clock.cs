namespace Cortex.Connections;

/// <summary>The part of a connection's story that is about meetings, which begin and end without anybody's word.</summary>
internal sealed partial class ConnectionGrain : IRemindable
{
    /// <summary>The reminder that reads the clock. It is set to when it is needed; the period only repeats what was missed.</summary>
    private const string ClockName = "clock";

    private static readonly TimeSpan ClockPeriod = TimeSpan.FromMinutes(1);

    /// <summary>A clock that is read a moment early is read again a moment later: PostgreSQL's and this machine's may differ.</summary>
    private static readonly TimeSpan ClockSlack = TimeSpan.FromMilliseconds(20);

    /// <summary>How soon after it could not be read.</summary>
    private static readonly TimeSpan ClockRetryDelay = TimeSpan.FromSeconds(10);

    /// <summary>The farthest that the reminder is set ahead; then it is set again.</summary>
    private static readonly TimeSpan ClockAheadMax = TimeSpan.FromDays(1);

    // When the clock is to be read next; the reminder is set to it.
    private DateTimeOffset? _clockAt;
    private bool _isReminded;

    // Whether the account's provider has anything that begins and ends; an account does not change its provider.
    private bool? _hasTimes;

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        _isReminded = true;
        return PokeAsync(CancellationToken.None);
    }

    /// <summary>Before the backlog, which may be held up, and after it, as it may have moved a meeting: what has come due is dealt with next, and the reminder is set to what comes then.</summary>
    private async Task ReadClockAsync(CancellationToken cancellationToken)
    {
        if (_hasTimes == false && !_isReminded)
        {
            return;
        }

        if (await connections.FindAsync(Key, cancellationToken) is not { } row)
        {
            await SetClockAsync(null);
            return;
        }

        _hasTimes = EventClock.Concerns(row);
        if (_hasTimes == false)
        {
            await SetClockAsync(null);
            return;
        }

        var before = cursors.State.ClockedTo;
        var (next, hasAdded) = await clock.ReadAsync(row, cursors.State, cancellationToken);
        if (cursors.State.ClockedTo != before)
        {
            await WriteCursorsAsync(cancellationToken);
        }

        PokeIf(hasAdded);
        await SetClockAsync(next);
    }

    /// <summary>The reminder survives whatever crashes and is a minute late at worst; the work loop, which is due at the same time, is exact.</summary>
    private async Task SetClockAsync(DateTimeOffset? next)
    {
        if (next + ClockSlack == _clockAt && !_isReminded)
        {
            return;
        }

        _isReminded = false;
        _clockAt = next + ClockSlack;
        if (_clockAt is not { } at)
        {
            if (await this.GetReminder(ClockName) is { } set)
            {
                await this.UnregisterReminder(set);
            }

            return;
        }

        var ahead = at - time.GetUtcNow();
        await this.RegisterOrUpdateReminder(ClockName, ahead < ClockSlack ? ClockSlack : ahead < ClockAheadMax ? ahead : ClockAheadMax, ClockPeriod);
    }
}
