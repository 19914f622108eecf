using Cortex.Nango;

namespace Cortex.Runs;

/// <summary>
/// The right to call the tool of the step under way, as its holder sees it. It is measured by a clock that only goes on, from before its row was written: it ends here before it ends for anybody else.
/// </summary>
/// <param name="times">How long it lasts, and how much a request needs of it.</param>
/// <param name="renew">Writes it anew; throws an <see cref="EffectStoppedException"/> if it is not the caller's any more.</param>
/// <param name="time">The clock.</param>
internal sealed class StepLease(CallTimes times, Func<CancellationToken, Task> renew, TimeProvider time) : IEffectGate
{
    private long _since = time.GetTimestamp();

    /// <summary>Whether a request may have gone out that has an effect.</summary>
    public bool IsUsed { get; private set; }

    private bool HasRoom => times.Lease - time.GetElapsedTime(_since) >= times.EffectMax;

    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        if (!HasRoom)
        {
            var since = time.GetTimestamp();
            await renew(cancellationToken);
            _since = since;
            if (!HasRoom)
            {
                throw new EffectStoppedException("The lease of a step could not be renewed in time.");
            }
        }

        IsUsed = true;
    }
}
