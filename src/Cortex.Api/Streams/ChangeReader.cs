using Cortex.Api.Diagnostics;
using Cortex.Storage;
using Cortex.Storage.Changes;

namespace Cortex.Api.Streams;

/// <summary>Reads, while streams are open, what changed of their users' rows, and tells them. One for all streams of the process; idle without any.</summary>
internal sealed partial class ChangeReader(
    LiveStreams streams, ChangeStore changes, ChangeBodies bodies, DependencyInstruments instruments, TimeProvider time, ILogger<ChangeReader> logger) : BackgroundService
{
    /// <summary>From the end of one look to the beginning of the next.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);

    /// <summary>Whoever was away for longer loads anew.</summary>
    public static readonly TimeSpan AwayMax = TimeSpan.FromHours(1);

    /// <summary>Changes that one look tells a user's streams, half of what may wait for one; instead of more they are told to load anew.</summary>
    public const int ChangesMax = LiveStream.QueueLengthMax / 2;

    /// <summary>Users of whom one query asks; each may answer <see cref="ChangeStore.RowsMax"/> rows of each kind.</summary>
    private const int UsersPerRead = 100;

    /// <summary>How often streams are told to load anew while more changes than can be told.</summary>
    private static readonly TimeSpan ResetPeriod = TimeSpan.FromSeconds(5);

    private readonly Dictionary<UserId, UserFeed> _feeds = [];
    private bool _isAway;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var looked = time.GetTimestamp();
        Task<bool>? beginning = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            beginning ??= streams.Beginning.WaitToReadAsync(stoppingToken).AsTask();
            var rest = Period - time.GetElapsedTime(looked);
            await Task.WhenAny(beginning, _feeds.Count == 0 ? beginning : Task.Delay(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, time, stoppingToken));
            if (beginning.IsCompleted)
            {
                beginning = null;
                await BeginAsync(stoppingToken);
            }

            if (time.GetElapsedTime(looked) >= Period)
            {
                await LookAsync(stoppingToken);
                looked = time.GetTimestamp();
            }
        }
    }

    /// <summary>Lets the next streams begin.</summary>
    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        List<LiveStream> begun = [];
        while (begun.Count < UsersPerRead && streams.Beginning.TryRead(out var stream))
        {
            if (stream.IsOpen)
            {
                begun.Add(stream);
            }
        }

        try
        {
            await BeginAsync(begun, cancellationToken);
            OnRead();
        }
        catch (Exception e)
        {
            begun.ForEach(s => s.Refuse(e)); // those that have begun do not hear it
            OnFailed(e, cancellationToken);
        }
    }

    private async Task BeginAsync(List<LiveStream> begun, CancellationToken cancellationToken)
    {
        var now = await changes.NowAsync(cancellationToken);
        var from = begun.ConvertAll(s => s.LastId is { } id && StreamPosition.TryRead(id, out var at) && at <= now && at >= now - AwayMax ? at : null);
        var read = await changes.ReadAsync([.. begun.Select((s, n) => new ChangesQuery(s.User, (from[n] ?? now) - ChangeStore.CommitDelayMax))], cancellationToken);
        foreach (var (stream, position, found) in begun.Zip(from, read.OfUsers))
        {
            IReadOnlyList<StreamMessage> first;
            if (position is { } known && !found.IsCut && found.Changes.Count <= ChangesMax)
            {
                first = [StreamMessage.Of(StreamMessage.Ready, known), .. await bodies.ReadAsync(stream.User, found.Changes, known, read.At, cancellationToken)];
            }
            else
            {
                first = [StreamMessage.Of(stream.LastId is null ? StreamMessage.Ready : StreamMessage.Reset, read.At)];
            }

            if (!_feeds.TryGetValue(stream.User, out var feed))
            {
                _feeds[stream.User] = feed = new(stream.User) { IsFlooded = found.IsCut };
                feed.Note(found.Changes, read.At);
            }

            feed.Add(stream);
            stream.Begin(first, read.At);
        }
    }

    /// <summary>Tells all streams what changed since the last look.</summary>
    private async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var feed in _feeds.Values.Where(f => !f.Prune()).ToList())
        {
            _feeds.Remove(feed.User);
        }

        try
        {
            foreach (var some in _feeds.Values.Chunk(UsersPerRead))
            {
                var read = await changes.ReadAsync([.. some.Select(f => new ChangesQuery(f.User, f.Position - ChangeStore.CommitDelayMax))], cancellationToken);
                foreach (var (feed, found) in some.Zip(read.OfUsers))
                {
                    await TellOrResetAsync(feed, found, read.At, cancellationToken);
                }
            }

            OnRead();
        }
        catch (Exception e)
        {
            OnFailed(e, cancellationToken);
        }
    }

    private async Task TellOrResetAsync(UserFeed feed, UserChanges found, DateTimeOffset at, CancellationToken cancellationToken)
    {
        try
        {
            await TellAsync(feed, found, at, cancellationToken);
        }
        catch (Exception e) when (e is not StorageException { IsPassing: true } && !cancellationToken.IsCancellationRequested)
        {
            // One user's rows that cannot be shown must not hold up all others.
            LogUnexpected(e);
            feed.Reset(at);
            feed.Note(found.Changes, at);
        }
    }

    private async Task TellAsync(UserFeed feed, UserChanges found, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var untold = found.IsCut ? [] : feed.Untold(found.Changes);
        if (!found.IsCut && !feed.IsFlooded && untold.Count <= ChangesMax)
        {
            feed.Tell(untold.Count == 0 ? [] : await bodies.ReadAsync(feed.User, untold, feed.Position, at, cancellationToken), at);
        }
        else if (!found.IsCut || at - feed.ResetAt >= ResetPeriod)
        {
            feed.Reset(at); // after a flood once more: what came between its last reset and its end is among what was not told
        }

        feed.IsFlooded = found.IsCut;
        feed.Note(found.Changes, at);
    }

    private void OnRead()
    {
        if (_isAway)
        {
            _isAway = false;
            LogBack();
        }
    }

    private void OnFailed(Exception e, CancellationToken cancellationToken)
    {
        switch (e)
        {
            case OperationCanceledException when cancellationToken.IsCancellationRequested:
                return;
            case not StorageException { IsPassing: true }:
                LogUnexpected(e);
                return;
        }

        instruments.OnDatabaseError();
        if (!_isAway)
        {
            _isAway = true;
            LogAway(e, streams.Open);
        }
    }
}
