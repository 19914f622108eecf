using Cortex.Nango;
using Cortex.Nango.Budget;

namespace Cortex.Core.Tests.Nango.Budget;

/// <summary>A budget that remembers who asked and what it was told, and holds back what a test says.</summary>
internal sealed class RecordingBudget : INangoBudget
{
    public List<CallPriority> Taken { get; } = [];

    public List<(NangoRateNotice? Notice, TimeSpan Pause)> Learnt { get; } = [];

    public bool IsEmpty { get; set; }

    public bool CanLoseAnAnswer { get; private set; }

    public Task TakeAsync(CallPriority priority, CancellationToken cancellationToken)
    {
        Taken.Add(priority);
        return IsEmpty ? throw NangoException.HeldBack(TimeSpan.FromSeconds(9)) : Task.CompletedTask;
    }

    public Task LearnAsync(NangoRateNotice? notice, TimeSpan pause, CancellationToken cancellationToken)
    {
        Learnt.Add((notice, pause));
        CanLoseAnAnswer |= cancellationToken.CanBeCanceled;
        return Task.CompletedTask;
    }
}
