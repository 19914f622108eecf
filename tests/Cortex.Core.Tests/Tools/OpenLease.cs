using Cortex.Tools;

namespace Cortex.Core.Tests.Tools;

/// <summary>A lease with time enough, and with all that was kept, in order.</summary>
/// <param name="mark">What an earlier call kept.</param>
/// <param name="onKeep">What happens before anything is kept: a crash, as an exception, keeps nothing.</param>
internal sealed class OpenLease(string? mark, Action<string?>? onKeep = null) : IStepLease
{
    public string? Mark { get; private set; } = mark;

    public List<string?> Kept { get; } = [];

    public Task EnterAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task KeepAsync(string? mark, CancellationToken cancellationToken)
    {
        onKeep?.Invoke(mark);
        Mark = mark;
        Kept.Add(mark);
        return Task.CompletedTask;
    }
}
