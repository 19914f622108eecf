namespace Cortex.Nango.Budget;

/// <inheritdoc cref="INangoBudgetGrain"/>
[GrainType("nango-budget")]
internal sealed class NangoBudgetGrain(TimeProvider time) : Grain, INangoBudgetGrain
{
    // Lost on deactivation.
    private readonly RateWindow _window = new(time.GetUtcNow());

    public Task<NangoLease> LeaseAsync(NangoLeaseRequest request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        _window.Return(request.Window, request.Unspent);
        Observe(request.Notice, now);
        return Task.FromResult(_window.Lease(request.Priority, request.Wanted, now));
    }

    public Task ReportAsync(NangoRateNotice? notice, TimeSpan pause, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        Observe(notice, now);
        if (pause > TimeSpan.Zero)
        {
            _window.Pause(pause, now);
        }

        return Task.CompletedTask;
    }

    private void Observe(NangoRateNotice? notice, DateTimeOffset now)
    {
        if (notice is not null)
        {
            _window.Observe(notice, now);
        }
    }
}
