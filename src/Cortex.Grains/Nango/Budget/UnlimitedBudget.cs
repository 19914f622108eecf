namespace Cortex.Nango.Budget;

/// <summary>Holds nothing back. For a client outside of a cluster, which learns of the limit when Nango refuses.</summary>
internal sealed class UnlimitedBudget : INangoBudget
{
    public Task TakeAsync(CallPriority priority, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task LearnAsync(NangoRateNotice? notice, TimeSpan pause, CancellationToken cancellationToken) => Task.CompletedTask;
}
