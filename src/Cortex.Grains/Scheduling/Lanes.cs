using System.Collections.Concurrent;

namespace Cortex.Scheduling;

/// <summary>Lets so many do something at a time in each lane; the others of the lane wait their turn, and nobody waits for another lane. One silo's.</summary>
/// <param name="max">In each lane.</param>
internal sealed class Lanes(int max) : IDisposable
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _lanes = new(StringComparer.Ordinal);

    /// <summary>Waits for a turn, but not for longer than a time.</summary>
    /// <param name="lane">One of few: lanes are never closed.</param>
    /// <param name="waitMax">The longest wait; infinite for one without end.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Ends the turn; null if it did not come.</returns>
    public async Task<IDisposable?> TryEnterAsync(string lane, TimeSpan waitMax, CancellationToken cancellationToken)
    {
        var turns = _lanes.GetOrAdd(lane, _ => new(max));
        return await turns.WaitAsync(waitMax, cancellationToken) ? new Turn(turns) : null;
    }

    public void Dispose()
    {
        foreach (var turns in _lanes.Values)
        {
            turns.Dispose();
        }
    }

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        private SemaphoreSlim? _turns = turns;

        public void Dispose() => Interlocked.Exchange(ref _turns, null)?.Release();
    }
}
