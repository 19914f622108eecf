namespace Cortex.Rehearsals;

/// <summary>Bounds how many looks at past items one silo takes at a time: each keeps a connection to PostgreSQL and a processor busy. One user's follow one another, so that whoever asks for eighty at once waits for eighty, and nobody else does.</summary>
internal sealed class LookBackGate : IDisposable
{
    /// <summary>Looks of all users at a time.</summary>
    public const int LooksMax = 4;

    /// <summary>Looks of one user that are under way or wait; one more is refused.</summary>
    public const int OfUserMax = 4;

    private readonly SemaphoreSlim _looks = new(LooksMax);
    private readonly Dictionary<UserId, Queue> _users = [];
    private readonly Lock _lock = new();

    /// <summary>Waits for the user's turn, and then for one of all.</summary>
    /// <returns>Ends the look; null if the user has asked for too many.</returns>
    public async Task<IDisposable?> TryEnterAsync(UserId user, CancellationToken cancellationToken)
    {
        if (Join(user) is not { } queue)
        {
            return null;
        }

        var isTurn = false;
        try
        {
            await queue.Turn.WaitAsync(cancellationToken);
            isTurn = true;
            await _looks.WaitAsync(cancellationToken);
            return new Look(() =>
            {
                _looks.Release();
                Leave(user, queue, isTurn: true);
            });
        }
        catch
        {
            Leave(user, queue, isTurn);
            throw;
        }
    }

    public void Dispose() => _looks.Dispose();

    private Queue? Join(UserId user)
    {
        lock (_lock)
        {
            if (!_users.TryGetValue(user, out var queue))
            {
                _users[user] = queue = new();
            }

            return queue.Count == OfUserMax ? null : queue.Joined();
        }
    }

    private void Leave(UserId user, Queue queue, bool isTurn)
    {
        lock (_lock)
        {
            if (isTurn)
            {
                queue.Turn.Release();
            }

            if (--queue.Count == 0)
            {
                _users.Remove(user);
                queue.Turn.Dispose();
            }
        }
    }

    private sealed class Queue
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public int Count { get; set; }

        public Queue Joined()
        {
            Count++;
            return this;
        }
    }

    private sealed class Look(Action end) : IDisposable
    {
        private Action? _end = end;

        public void Dispose() => Interlocked.Exchange(ref _end, null)?.Invoke();
    }
}
