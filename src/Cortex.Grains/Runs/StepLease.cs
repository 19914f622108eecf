using Cortex.Nango;
using Cortex.Storage.Runs;
using Cortex.Tools;

namespace Cortex.Runs;

/// <summary>
/// The right to call the tool of the step under way, as its holder sees it. It is measured from before its row was written, by two clocks of which the later counts: one that only goes on, and one that also goes on while a machine is suspended. So it ends here before it ends for anybody else.
/// </summary>
/// <param name="times">How long it lasts, and how much a request needs of it.</param>
/// <param name="mark">What is kept with the step.</param>
/// <param name="write">Writes the lease again, and the mark with it; throws an <see cref="EffectStoppedException"/> if it is not the caller's any more, or if there is no new mark and the run is to be canceled.</param>
/// <param name="time">The clock.</param>
internal sealed class StepLease(CallTimes times, string? mark, Func<string?, CancellationToken, Task> write, TimeProvider time) : IStepLease
{
    private (long Timestamp, DateTimeOffset At) _since = (time.GetTimestamp(), time.GetUtcNow());

    /// <summary>Whether a request may have gone out that has an effect.</summary>
    public bool IsUsed { get; private set; }

    public string? Mark { get; private set; } = mark;

    private bool HasRoom => times.Lease - Elapsed >= times.EffectMax;

    private TimeSpan Elapsed => time.GetElapsedTime(_since.Timestamp) is var going && time.GetUtcNow() - _since.At is var passed && passed > going ? passed : going;

    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        if (!HasRoom)
        {
            await RenewAsync(Mark, cancellationToken);
            if (!HasRoom)
            {
                throw new EffectStoppedException("The lease of a step could not be renewed in time.");
            }
        }

        IsUsed = true;
    }

    public Task KeepAsync(string? mark, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(mark?.Length ?? 0, StepRow.MarkLengthMax, nameof(mark));
        return RenewAsync(mark, cancellationToken);
    }

    private async Task RenewAsync(string? mark, CancellationToken cancellationToken)
    {
        var since = (time.GetTimestamp(), time.GetUtcNow());
        await write(mark, cancellationToken);
        (_since, Mark) = (since, mark);
    }
}
