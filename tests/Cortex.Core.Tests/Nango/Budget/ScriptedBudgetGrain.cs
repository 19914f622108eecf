namespace Cortex.Core.Tests.Nango.Budget;

/// <summary>A shared budget that answers as a test says, and remembers what it was told.</summary>
internal sealed class ScriptedBudgetGrain(Func<NangoLeaseRequest, Task<NangoLease>> lease) : INangoBudgetGrain
{
    public List<NangoLeaseRequest> Requests { get; } = [];

    public List<(NangoRateNotice? Notice, TimeSpan Pause)> Reports { get; } = [];

    public Task<NangoLease> LeaseAsync(NangoLeaseRequest request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        return lease(request);
    }

    public Task ReportAsync(NangoRateNotice? notice, TimeSpan pause, CancellationToken cancellationToken)
    {
        Reports.Add((notice, pause));
        return Task.CompletedTask;
    }
}
