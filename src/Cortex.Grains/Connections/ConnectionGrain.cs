using Cortex.Diagnostics;
using Cortex.Nango;
using Cortex.Storage;
using Cortex.Storage.Connections;
using Cortex.Storage.Events;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cortex.Connections;

/// <inheritdoc cref="IConnectionGrain"/>
[GrainType("connection")]
internal sealed partial class ConnectionGrain(
    [PersistentState("connection-cursors")] IPersistentState<ConnectionCursors> cursors,
    ConnectionStore connections,
    EventStore events,
    ProgressStore progress,
    SyncPass sync,
    Reconciliation reconciliation,
    EventClock clock,
    AskedSync askedSync,
    Ownership ownership,
    INangoClient nango,
    GrainSettings settings,
    TimeProvider time,
    ILogger<ConnectionGrain> logger) : Grain, IConnectionGrain
{
    /// <summary>Events that are taken from the backlog at a time.</summary>
    private const int BatchMax = 100;

    /// <summary>How long records that a webhook announced and Nango does not show yet are waited for.</summary>
    private static readonly TimeSpan ReplicaLag = TimeSpan.FromSeconds(1.5);

    /// <summary>How long an event of a connection that nobody has claimed is left alone; claiming it wakes it up.</summary>
    private static readonly TimeSpan UnknownConnectionDelay = TimeSpan.FromMinutes(1);

    /// <summary>The most that the delay after a refusal is doubled: to about an hour.</summary>
    private const int DoubtDoublingsMax = 6;

    /// <summary>
    /// How soon an account is looked at again after a run was refused, doubling while looks and runs disagree: Nango refuses for 30 s after every failed refresh, and knows of a consent that was withdrawn
    /// at the provider only when it next refreshes.
    /// </summary>
    private static readonly TimeSpan DoubtDelay = TimeSpan.FromMinutes(1);

    // Lost on deactivation; all of it can be rebuilt.
    private readonly RecentChanges _recent = new();
    private IGrainTimer? _timer;
    private bool _isWorking;
    private bool _isPoked;
    private bool _isReconciliationDue;
    private int _doubts;
    private (EventId Event, int Count) _internalFailures;
    private DateTimeOffset _syncAskedAt;
    private IGrainTimer? _syncTimer;

    private ConnectionKey Key => ConnectionKey.Parse(this.GetPrimaryKeyString());

    public Task PokeAsync(CancellationToken cancellationToken)
    {
        _isPoked = true;
        if (!_isWorking)
        {
            WorkAfter(TimeSpan.Zero);
        }

        return Task.CompletedTask;
    }

    public Task ReconcileAsync(CancellationToken cancellationToken)
    {
        _isReconciliationDue = true;
        return PokeAsync(cancellationToken);
    }

    public async Task DoubtAsync(CancellationToken cancellationToken)
    {
        if (await connections.SetStatusAsync(Key, ConnectionStatus.NeedsReauth, cancellationToken))
        {
            LogNeedsUser(logger, Key);
            await connections.ReconcileAfterAsync(Key, DoubtDelay * Math.Pow(2, Math.Min(_doubts++, DoubtDoublingsMax)), cancellationToken);
        }
    }

    public async Task<Answer<bool>> ConnectAsync(UserId user, string providerConfigKey, string connectionId, CancellationToken cancellationToken)
    {
        var answer = await ownership.ClaimAsync(Key, user, providerConfigKey, connectionId, cancellationToken);
        if (!answer.IsRefused)
        {
            await events.WakeAsync(Key, cancellationToken);
            await PokeAsync(cancellationToken);
        }

        return answer;
    }

    public async Task<Answer<bool>> DisconnectAsync(UserId user, CancellationToken cancellationToken)
    {
        if (await connections.FindAsync(Key, cancellationToken) is not { } row || row.User != user)
        {
            return Refusals.NotFound("connection");
        }

        try
        {
            await nango.DeleteConnectionAsync(row.ProviderConfigKey, row.ConnectionId, cancellationToken);
        }
        catch (NangoException e)
        {
            return new Refusal(RefusalKind.Unavailable, $"Nango did not remove the connection ({e.Message}). Try again later.");
        }

        await connections.DeleteAsync(Key, user, cancellationToken);
        await cursors.ClearStateAsync(cancellationToken);
        await SetClockAsync(null);
        return true;
    }

    /// <summary>Works in a timer of its own, so that a poke returns at once and the connection can be removed while Nango is slow.</summary>
    private void WorkAfter(TimeSpan delay)
    {
        _timer?.Dispose();
        _timer = this.RegisterGrainTimer(WorkAsync, new GrainTimerCreationOptions(delay, Timeout.InfiniteTimeSpan) { Interleave = true, KeepAlive = true });
    }

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        _isWorking = true;
        DateTimeOffset? until = null;
        try
        {
            while (_isPoked)
            {
                _isPoked = false;
                await ApartAsync(ReadClockAsync, cancellationToken);
                until = await EmptyBacklogAsync(cancellationToken);
                await ApartAsync(ReadClockAsync, cancellationToken);
                await ApartAsync(ReconcileIfDueAsync, cancellationToken);
            }
        }
        catch (Exception e) when (e is NpgsqlException or OperationCanceledException)
        {
            // Without PostgreSQL nothing can be noted; the rows are as they were, and recovery pokes again.
            LogInterrupted(logger, Key, e.Message);
        }
        finally
        {
            _isWorking = false;
            _timer?.Dispose();
            _timer = null;
        }

        if (until is { } at)
        {
            _isPoked = true;
            var delay = at - time.GetUtcNow();
            WorkAfter(delay > TimeSpan.Zero ? delay : TimeSpan.Zero);
        }
    }

    /// <summary>Whatever goes wrong with the clock or a look without a webhook, webhooks are dealt with; both come round again.</summary>
    private async Task ApartAsync(Func<CancellationToken, Task> part, CancellationToken cancellationToken)
    {
        try
        {
            await part(cancellationToken);
        }
        catch (Orleans.Storage.InconsistentStateException e)
        {
            LogApart(logger, e, Key);
            await cursors.ReadStateAsync(cancellationToken);
        }
        catch (Exception e) when (e is not (NpgsqlException or OperationCanceledException))
        {
            LogApart(logger, e, Key);
        }
    }

    private async Task ReconcileIfDueAsync(CancellationToken cancellationToken)
    {
        if (!_isReconciliationDue)
        {
            return;
        }

        _isReconciliationDue = false;
        if (await connections.FindAsync(Key, cancellationToken) is { } row)
        {
            _isPoked |= await reconciliation.RunAsync(StateOf(row, cancellationToken), cancellationToken);
        }
    }

    private SyncState StateOf(ConnectionRow row, CancellationToken cancellationToken) => new(row, cursors.State, _recent, () => cursors.WriteStateAsync(cancellationToken));

    /// <summary>Deals with what is pending, in order.</summary>
    /// <returns>When what is left is due, or null if nothing is left.</returns>
    private async Task<DateTimeOffset?> EmptyBacklogAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var row = await connections.FindAsync(Key, cancellationToken);
            var pending = (await events.ListPendingAsync(Key, BatchMax, cancellationToken)).ConvertAll(e => e with { InternalFailures = InternalFailuresOf(e) });
            var isFull = pending.Count == BatchMax;
            while (pending.Count > 0)
            {
                var work = Backlog.Next(pending, row is not null, time.GetUtcNow());
                if (work is EventWork.Nothing nothing)
                {
                    return nothing.Until;
                }

                var done = await DealAsync(work, row, cancellationToken);
                if (done.Count == 0)
                {
                    return await NextDueAsync(cancellationToken);
                }

                var keys = pending.Where(e => done.Contains(e.Id) && e.DedupeKey is not null).ToDictionary(e => e.DedupeKey!, e => (EventId?)e.Id);
                pending = pending.Where(e => !done.Contains(e.Id))
                    .Select(e => e.DedupeKey is not null && keys.TryGetValue(e.DedupeKey, out var original) ? e with { RepeatOf = original } : e)
                    .ToList();
                if (work is EventWork.Authorise)
                {
                    row = await connections.FindAsync(Key, cancellationToken);
                }
            }

            if (!isFull)
            {
                return null;
            }
        }
    }

    private async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) =>
        (await events.ListPendingAsync(Key, 1, cancellationToken)) is [{ RetryAt: var at }] ? at ?? time.GetUtcNow() + ReplicaLag : null;

    /// <summary>Deals with one piece of work.</summary>
    /// <returns>The events that are done; none if the piece was put off.</returns>
    private async Task<IReadOnlyCollection<EventId>> DealAsync(EventWork work, ConnectionRow? row, CancellationToken cancellationToken)
    {
        var head = work.Head;
        using var activity = Tracing.Resume("event", head?.TraceParent);
        try
        {
            switch (work)
            {
                case EventWork.Close close:
                    await EndAsync(close.Event, row?.User, close.End, cancellationToken);
                    return [close.End.Id];
                case EventWork.Authorise authorise:
                    _doubts = 0;
                    var end = await ownership.ApplyAsync(Key, row, authorise.Event, authorise.Detail, cancellationToken);
                    await EndAsync(authorise.Event, (await connections.FindAsync(Key, cancellationToken))?.User ?? row?.User, end, cancellationToken);
                    return [authorise.Event.Id];
                case EventWork.AwaitConnection wait:
                    await events.DeferAsync(wait.Event.Id, null, UnknownConnectionDelay, "Nobody has connected this account yet.", cancellationToken);
                    return [];
                case EventWork.Announce announce:
                    await EndAsync(announce.Event, row?.User, new(announce.Event.Id, Failed: false, "ignored", await AskForSyncAsync(row!, cancellationToken), null), cancellationToken);
                    return [announce.Event.Id];
                case EventWork.Tick tick:
                    LogEnd(tick.Event, await clock.DealAsync(row!, tick.Event, cancellationToken));
                    return [tick.Event.Id];
                case EventWork.Sync s:
                    return await SyncAsync(s.Group, row!, cancellationToken);
                default:
                    throw new InvalidOperationException("A backlog gave work that nothing deals with.");
            }
        }
        catch (Exception e) when (e is not (NpgsqlException or OperationCanceledException) && head is not null)
        {
            return await PutOffAsync(head, row, e, cancellationToken);
        }
    }

    /// <summary>Of many notices in a short time the first has a sync run at once, and one more run follows for the others.</summary>
    private async Task<string> AskForSyncAsync(ConnectionRow row, CancellationToken cancellationToken)
    {
        var wait = _syncAskedAt + AskedSync.PeriodMin - time.GetUtcNow();
        if (wait <= TimeSpan.Zero)
        {
            _syncAskedAt = time.GetUtcNow();
            return await askedSync.RunAsync(row, cancellationToken);
        }

        _syncTimer ??= this.RegisterGrainTimer(
            async token =>
            {
                _syncTimer?.Dispose();
                _syncTimer = null;
                _syncAskedAt = time.GetUtcNow();
                if (await connections.FindAsync(Key, token) is { } known)
                {
                    await askedSync.RunAsync(known, token);
                }
            },
            new GrainTimerCreationOptions(wait, Timeout.InfiniteTimeSpan) { Interleave = true, KeepAlive = true });
        return "The account says that something has changed; a sync that Cortex asked Nango for shortly before is followed by another.";
    }

    private async Task<IReadOnlyCollection<EventId>> SyncAsync(IReadOnlyList<SyncEvent> group, ConnectionRow row, CancellationToken cancellationToken)
    {
        if (await sync.RunAsync(StateOf(row, cancellationToken), group, cancellationToken) is not var (runs, isShort))
        {
            await events.DeferAsync(group[0].Event.Id, row.User, ReplicaLag, "Nango announced records that it does not show yet.", cancellationToken);
            return [];
        }

        if (isShort)
        {
            // Others must not wait any longer behind what may never show; but nobody will announce it again.
            await connections.ReconcileAfterAsync(Key, settings.ReconciliationGrace, cancellationToken);
        }

        foreach (var e in group)
        {
            LogEnd(e.Event, runs[e.Event.Id]);
            if (e.Event.Source == EventSource.Reconciliation)
            {
                LogCaughtUp(logger, e.Event.Id, row.ConnectionId, e.Detail.Model, runs[e.Event.Id]);
            }
        }

        return [.. group.Select(e => e.Event.Id)];
    }

    /// <summary>An event that cannot be dealt with now is tried again later, or given up with its reason when that has gone on too long.</summary>
    private async Task<IReadOnlyCollection<EventId>> PutOffAsync(PendingEvent e, ConnectionRow? row, Exception failure, CancellationToken cancellationToken)
    {
        var isOutage = failure is NangoException or UnavailableException or OrleansException or TimeoutException or QueueFullException;
        if (!isOutage)
        {
            _internalFailures = (e.Id, InternalFailuresOf(e) + 1);
        }

        var isOver = isOutage ? time.GetUtcNow() - e.ReceivedAt > EventRetry.OutageAgeMax : InternalFailuresOf(e) > EventRetry.InternalAttemptsMax;
        if (isOver || failure is NangoException { Kind: NangoFailure.UnknownConnection or NangoFailure.Rejected })
        {
            LogGivenUp(logger, failure, e.Id, e.Attempts);
            await EndAsync(e, row?.User, new(e.Id, Failed: true, "failed", EventReason.OfGivenUp(failure), e.FatesJson) { Digest = FateBook.DigestOf(e.FatesJson) }, cancellationToken);
            return [e.Id];
        }

        if (failure is Orleans.Storage.InconsistentStateException)
        {
            await cursors.ReadStateAsync(cancellationToken);
        }

        if (failure is NangoException { IsHeldBack: false } && e.Attempts >= EventRetry.CursorAttemptsMax && cursors.State.ForgetPages())
        {
            // Nango answers a cursor that it cannot read with a 500: the read begins anew from the newest change that was dealt with.
            await cursors.WriteStateAsync(cancellationToken);
        }

        var delay = EventRetry.Delay(e.Attempts, (failure as NangoException)?.RetryAfter);
        LogPutOff(logger, e.Id, e.Attempts + 1, delay, failure.Message);
        await events.DeferAsync(e.Id, row?.User, delay, EventReason.OfWaiting(failure), cancellationToken);
        return [];
    }

    /// <summary>How often an error of our own stopped an event; outages are another matter. Lost on deactivation, then it is counted anew.</summary>
    private int InternalFailuresOf(PendingEvent e) => _internalFailures.Event == e.Id ? _internalFailures.Count : 0;

    private async Task EndAsync(PendingEvent e, UserId? user, EventEnd end, CancellationToken cancellationToken)
    {
        await progress.SaveAsync(new(Key, user, [end], new Dictionary<EventId, string>(), []), cancellationToken);
        LogEnd(e, 0);
    }

    private void LogEnd(PendingEvent e, int runs)
    {
        using var activity = Tracing.Resume("event", e.TraceParent);
        var durationMs = (long)(time.GetUtcNow() - e.ReceivedAt).TotalMilliseconds;
        LogProcessed(logger, e.Id, e.ConnectionId, durationMs, runs);
    }
}
