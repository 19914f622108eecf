using Cortex.Scheduling;

namespace Cortex.Rehearsals;

/// <summary>Bounds how many looks at past items one silo takes at a time: each keeps a connection to PostgreSQL and a processor busy. One user's follow one another, so that whoever asks for eighty at once waits for eighty, and nobody else does.</summary>
internal sealed class LookBackGate
{
    /// <summary>Looks of all users at a time.</summary>
    public const int LooksMax = 4;

    /// <summary>Looks of one user that are under way or wait; one more is refused.</summary>
    public const int OfUserMax = 4;

    private readonly Lanes<UserId> _users = new(1, OfUserMax);
    private readonly Lanes<string> _all = new(LooksMax);

    /// <summary>Waits for the user's turn, and then for one of all.</summary>
    /// <returns>Ends the look; null if the user has asked for too many.</returns>
    public async Task<IDisposable?> TryEnterAsync(UserId user, CancellationToken cancellationToken)
    {
        if (await _users.TryEnterAsync(user, Timeout.InfiniteTimeSpan, cancellationToken) is not { } ofUser)
        {
            return null;
        }

        try
        {
            return new Look(ofUser, (await _all.TryEnterAsync(string.Empty, Timeout.InfiniteTimeSpan, cancellationToken))!);
        }
        catch
        {
            ofUser.Dispose();
            throw;
        }
    }

    private sealed class Look(IDisposable ofUser, IDisposable ofAll) : IDisposable
    {
        public void Dispose()
        {
            ofAll.Dispose();
            ofUser.Dispose();
        }
    }
}
