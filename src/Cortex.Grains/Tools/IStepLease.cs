using Cortex.Nango;

namespace Cortex.Tools;

/// <summary>The right to call the tool of a step, as the tool sees it: the gate for its requests, and a place for what it must know again.</summary>
public interface IStepLease : IEffectGate
{
    /// <summary>What was kept last, by this call or an earlier one of the same step; null if nothing is.</summary>
    string? Mark { get; }

    /// <summary>Keeps a short text with the step, and renews the lease; both are on disk when it returns. Whoever makes the next request of this step has it.</summary>
    /// <param name="mark">At most 200 characters; null takes away what is kept.</param>
    /// <param name="cancellationToken">Ends the wait; it may be kept all the same.</param>
    /// <exception cref="EffectStoppedException">The step is not the caller's any more: nothing is kept, and nothing more may be asked for.</exception>
    Task KeepAsync(string? mark, CancellationToken cancellationToken);
}
