namespace Cortex.Core.Tests.Scheduling;

/// <summary>
/// A grain timer that a test has go off. It behaves as Orleans' own does (Orleans 10, src/Orleans.Runtime/Timers/GrainTimer.cs): a change that is made while the callback runs takes effect
/// behind it, one that is made between the going off and the callback is dropped, and disposing cancels the callback's token.
/// </summary>
internal sealed class ManualAlarm(Func<CancellationToken, Task> callback) : IGrainTimer
{
    private readonly CancellationTokenSource _disposed = new();
    private TimeSpan? _changed;

    /// <summary>When it goes off, from when it was set; null while it is not set.</summary>
    public TimeSpan? Due { get; private set; }

    /// <summary>Whether it has gone off, and its callback has not ended.</summary>
    public bool IsFiring { get; private set; }

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        _changed = dueTime;
        if (!IsFiring)
        {
            Due = DueOf(dueTime);
        }
    }

    public void Dispose() => _disposed.Cancel();

    /// <summary>Goes off; the callback is queued, as behind another turn.</summary>
    public void GoOff()
    {
        Assert.NotNull(Due);
        (Due, IsFiring) = (null, true);
    }

    /// <summary>Runs the queued callback.</summary>
    public async Task RunAsync()
    {
        _changed = null;
        try
        {
            await callback(_disposed.Token);
        }
        finally
        {
            IsFiring = false;
            Due = _disposed.IsCancellationRequested || _changed is not { } changed ? null : DueOf(changed);
        }
    }

    public Task GoOffAndRunAsync()
    {
        GoOff();
        return RunAsync();
    }

    private static TimeSpan? DueOf(TimeSpan dueTime) => dueTime == Timeout.InfiniteTimeSpan ? null : dueTime;
}
