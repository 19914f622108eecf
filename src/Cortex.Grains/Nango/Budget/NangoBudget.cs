using Microsoft.Extensions.Logging;

namespace Cortex.Nango.Budget;

/// <summary>
/// This silo's part of the account's budget: calls are leased from <see cref="INangoBudgetGrain"/> in small blocks and spent here.
/// A grain that cannot be asked stops no call: the silo then counts by what Nango itself says with its answers.
/// </summary>
internal sealed partial class NangoBudget(Func<INangoBudgetGrain> shared, NangoInstruments instruments, TimeProvider time, ILogger<NangoBudget> logger)
    : INangoBudget, IDisposable
{
    /// <summary>How long a call that somebody waits for is held before it fails.</summary>
    private static readonly TimeSpan UserWaitMax = TimeSpan.FromSeconds(2);

    /// <summary>How long the grain may take to answer.</summary>
    private static readonly TimeSpan AskTimeMax = TimeSpan.FromSeconds(2);

    /// <summary>How long a grain that did not answer is left alone, so that not every call waits for it.</summary>
    private static readonly TimeSpan AlonePeriod = TimeSpan.FromSeconds(5);

    // One lease is asked for at a time; whoever waits meanwhile may find a call in it.
    private readonly SemaphoreSlim _asking = new(1, 1);

    // Under _access.
    private readonly Lock _access = new();
    private readonly LeasedCalls _leased = new();
    private readonly RateWindow _own = new(time.GetUtcNow());
    private DateTimeOffset _aloneUntil;

    public async Task TakeAsync(CallPriority priority, CancellationToken cancellationToken)
    {
        var patience = priority == CallPriority.User ? time.GetUtcNow() + UserWaitMax : DateTimeOffset.MinValue;
        while (await ClaimAsync(priority, cancellationToken) is { MayGo: false } verdict)
        {
            if (time.GetUtcNow() + verdict.Wait > patience)
            {
                throw NangoException.HeldBack(verdict.Wait);
            }

            await Task.Delay(verdict.Wait, time, cancellationToken);
        }
    }

    public async Task LearnAsync(NangoRateNotice? notice, TimeSpan pause, CancellationToken cancellationToken)
    {
        if (Remember(notice, pause))
        {
            await AskAsync(grain => Answered(grain.ReportAsync(notice, pause, cancellationToken)), cancellationToken);
        }
    }

    public void Dispose() => _asking.Dispose();

    /// <summary>Notes what this silo has learnt; whether others must hear it before the next lease.</summary>
    private bool Remember(NangoRateNotice? notice, TimeSpan pause)
    {
        lock (_access)
        {
            var now = time.GetUtcNow();
            var isNews = false;
            if (notice is not null)
            {
                isNews = _leased.Note(notice, now);
                _own.Observe(notice, now);
            }

            if (pause > TimeSpan.Zero)
            {
                _leased.Pause(now + pause);
                _own.Pause(pause, now);
            }

            return isNews || pause > TimeSpan.Zero;
        }
    }

    private async Task<CallVerdict> ClaimAsync(CallPriority priority, CancellationToken cancellationToken)
    {
        if (Take(priority) is { MustAsk: false } known)
        {
            return known;
        }

        await _asking.WaitAsync(cancellationToken);
        try
        {
            return Take(priority) is { MustAsk: false } meanwhile ? meanwhile : await LeaseAsync(priority, cancellationToken);
        }
        finally
        {
            _asking.Release();
        }
    }

    private CallVerdict Take(CallPriority priority)
    {
        lock (_access)
        {
            return _leased.Take(priority, time.GetUtcNow());
        }
    }

    private async Task<CallVerdict> LeaseAsync(CallPriority priority, CancellationToken cancellationToken)
    {
        var askedAt = time.GetUtcNow();
        NangoLeaseRequest request;
        lock (_access)
        {
            request = _leased.Ask(priority, askedAt);
        }

        var lease = await AskAsync(async grain => (NangoLease?)await grain.LeaseAsync(request, cancellationToken), cancellationToken);
        lock (_access)
        {
            lease ??= _own.Lease(priority, 1, time.GetUtcNow());
            instruments.OnLeased(lease.Left);
            return _leased.Put(priority, lease, askedAt);
        }
    }

    /// <summary>Asks the grain; null if it cannot be asked.</summary>
    private async Task<T?> AskAsync<T>(Func<INangoBudgetGrain, Task<T?>> ask, CancellationToken cancellationToken)
        where T : class
    {
        if (IsAlone())
        {
            return null;
        }

        try
        {
            return await ask(shared()).WaitAsync(AskTimeMax, time, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && IsUnanswered(failure))
        {
            lock (_access)
            {
                _aloneUntil = time.GetUtcNow() + AlonePeriod;
            }

            LogAlone(AlonePeriod, failure.Message);
            return null;
        }
    }

    private bool IsAlone()
    {
        lock (_access)
        {
            return time.GetUtcNow() < _aloneUntil;
        }
    }

    /// <summary>Invalid operations are what a silo says that has not started yet, or has stopped.</summary>
    private static bool IsUnanswered(Exception failure) => failure
        is OrleansException or TimeoutException or OperationCanceledException or UnavailableException or GrainFailedException or InvalidOperationException;

    private static async Task<object?> Answered(Task task)
    {
        await task;
        return null;
    }
}
