namespace Cortex.Scheduling;

/// <summary>Lets so many do something at a time in each lane; the others of the lane wait their turn, and nobody waits for another lane. One silo's.</summary>
/// <param name="max">In each lane.</param>
/// <param name="joinedMax">In each lane, those who wait included; one more is turned away.</param>
internal sealed class Lanes<TKey>(int max, int joinedMax = int.MaxValue)
    where TKey : notnull
{
    private readonly Dictionary<TKey, Lane> _lanes = [];
    private readonly Lock _lock = new();

    /// <summary>Waits for a turn, but not for longer than a time.</summary>
    /// <param name="key">Names the lane, which is there as long as somebody is in it.</param>
    /// <param name="waitMax">The longest wait; infinite for one without end.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Ends the turn; null if it did not come, or too many wait.</returns>
    public async Task<IDisposable?> TryEnterAsync(TKey key, TimeSpan waitMax, CancellationToken cancellationToken)
    {
        if (Join(key) is not { } lane)
        {
            return null;
        }

        var isTurn = false;
        try
        {
            isTurn = await lane.Turns.WaitAsync(waitMax, cancellationToken);
            return isTurn ? new Turn(() => Leave(key, lane, hadTurn: true)) : null;
        }
        finally
        {
            if (!isTurn)
            {
                Leave(key, lane, hadTurn: false);
            }
        }
    }

    private Lane? Join(TKey key)
    {
        lock (_lock)
        {
            if (!_lanes.TryGetValue(key, out var lane))
            {
                _lanes[key] = lane = new(new(max));
            }

            if (lane.Joined == joinedMax)
            {
                return null;
            }

            lane.Joined++;
            return lane;
        }
    }

    private void Leave(TKey key, Lane lane, bool hadTurn)
    {
        lock (_lock)
        {
            if (hadTurn)
            {
                lane.Turns.Release();
            }

            if (--lane.Joined == 0)
            {
                _lanes.Remove(key);
                lane.Turns.Dispose();
            }
        }
    }

    private sealed class Lane(SemaphoreSlim turns)
    {
        public SemaphoreSlim Turns { get; } = turns;

        public int Joined { get; set; }
    }

    private sealed class Turn(Action end) : IDisposable
    {
        private Action? _end = end;

        public void Dispose() => Interlocked.Exchange(ref _end, null)?.Invoke();
    }
}
