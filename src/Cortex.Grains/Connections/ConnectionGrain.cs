using System.Data.Common;
using Cortex.Diagnostics;
using Cortex.Nango;
using Cortex.Scheduling;
using Cortex.Storage;
using Cortex.Storage.Connections;
using Cortex.Storage.Events;
using Microsoft.Extensions.Logging;

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

    /// <summary>
    /// How soon an account is looked at again after a run was refused, doubling while looks and runs disagree: Nango refuses for 30 s after every failed refresh, and knows of a consent that was withdrawn
    /// at the provider only when it next refreshes.
    /// </summary>
    private static readonly Backoff Doubts = new(TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));

    /// <summary>Between tries to work while PostgreSQL is away; recovery may poke earlier.</summary>
    private static readonly Backoff InterruptedBackoff = new(TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(1));

    private WorkLoop _loop = null!;

    // Lost on deactivation; all of it can be rebuilt.
    private readonly RecentChanges _recent = new();
    private bool _isReconciliationDue;
    private int _doubts;
    private bool _hasTakenUp;

    private ConnectionKey Key => ConnectionKey.Parse(this.GetPrimaryKeyString());

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _loop = WorkLoop.Of(this, WorkAsync, e => LogInterrupted(logger, Key, e.Message), InterruptedBackoff, time);
        return Task.CompletedTask;
    }

    public Task PokeAsync(CancellationToken cancellationToken)
    {
        _loop.Poke();
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
            await connections.ReconcileAfterAsync(Key, Doubts.After(++_doubts), cancellationToken);
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

    /// <summary>Does all that is to be done. Where the backlog cannot be read or noted, the exception leaves the rows as they were, and the work is done again.</summary>
    /// <returns>When more is due.</returns>
    private async Task<DateTimeOffset?> WorkAsync(CancellationToken cancellationToken)
    {
        var isClockRead = await TryPartAsync(ReadClockAsync, cancellationToken);
        var backlog = await EmptyBacklogAsync(cancellationToken);
        isClockRead &= await TryPartAsync(ReadClockAsync, cancellationToken);
        await TryPartAsync(ReconcileIfDueAsync, cancellationToken);
        await TryPartAsync(AskForNextSyncAsync, cancellationToken);
        return new[] { backlog, isClockRead ? _clockAt : time.GetUtcNow() + ClockRetryDelay, _nextSyncAt }.Min();
    }

    /// <summary>Whatever goes wrong with the clock or a look without a webhook, webhooks are dealt with; both come round again.</summary>
    /// <returns>Whether the part was done.</returns>
    private async Task<bool> TryPartAsync(Func<CancellationToken, Task> part, CancellationToken cancellationToken)
    {
        try
        {
            await part(cancellationToken);
            return true;
        }
        catch (StorageException e) when (e.IsPassing)
        {
            LogInterrupted(logger, Key, e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogPartFailed(logger, e, Key);
            if (e is Orleans.Storage.InconsistentStateException)
            {
                await cursors.ReadStateAsync(cancellationToken);
            }
        }

        return false;
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
            PokeIf(await reconciliation.RunAsync(StateOf(row, cancellationToken), cancellationToken));
        }
    }

    private void PokeIf(bool hasAdded)
    {
        if (hasAdded)
        {
            _loop.Poke();
        }
    }

    private SyncState StateOf(ConnectionRow row, CancellationToken cancellationToken) => new(row, cursors.State, _recent, () => WriteCursorsAsync(cancellationToken));

    private async Task WriteCursorsAsync(CancellationToken cancellationToken)
    {
        try
        {
            await cursors.WriteStateAsync(cancellationToken);
        }
        catch (DbException e)
        {
            throw new StorageException(StorageFault.Away, e.Message, e);
        }
    }

    /// <summary>Deals with what is pending, in order.</summary>
    /// <returns>When what is left is due, or null if nothing is left.</returns>
    private async Task<DateTimeOffset?> EmptyBacklogAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var row = await connections.FindAsync(Key, cancellationToken);
            var pending = await events.ListPendingAsync(Key, BatchMax, cancellationToken);
            if (!_hasTakenUp && pending is [var head, ..] && !(head.RetryAt > time.GetUtcNow()))
            {
                if (await IsParkedAsync(head, row, cancellationToken))
                {
                    continue;
                }

                _hasTakenUp = true;
            }

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

    /// <summary>Counts that this activation begins where another stopped; an event that stopped too many of them is not tried again.</summary>
    private async Task<bool> IsParkedAsync(PendingEvent e, ConnectionRow? row, CancellationToken cancellationToken)
    {
        if (e.Takeovers < EventRetry.TakeoversMax)
        {
            await events.TakeUpAsync(e.Id, cancellationToken);
            return false;
        }

        LogParked(logger, e.Id, e.Takeovers);
        await EndAsync(e, row?.User, new(e.Id, Failed: true, "failed", EventReason.OfParked(e.Takeovers), e.FatesJson) { Digest = FateBook.DigestOf(e.FatesJson) }, cancellationToken);
        return true;
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
                    await events.DeferAsync(wait.Event.Id, null, UnknownConnectionDelay, "Nobody has connected this account yet.", isInternal: false, cancellationToken);
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
        catch (Exception e) when (e is not OperationCanceledException && head is not null)
        {
            return await PutOffAsync(head, row, e, cancellationToken);
        }
    }

    private async Task<IReadOnlyCollection<EventId>> SyncAsync(IReadOnlyList<SyncEvent> group, ConnectionRow row, CancellationToken cancellationToken)
    {
        if (await sync.RunAsync(StateOf(row, cancellationToken), group, cancellationToken) is not var (runs, isShort, leftOut))
        {
            await events.DeferAsync(group[0].Event.Id, row.User, ReplicaLag, "Nango announced records that it does not show yet.", isInternal: false, cancellationToken);
            return [];
        }

        if (leftOut > 0)
        {
            LogLeftOut(logger, group[0].Event.Id, leftOut);
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
        var isOutage = failure is NangoException or StorageException { IsPassing: true } or UnavailableException or OrleansException or TimeoutException or QueueFullException;
        var isOver = isOutage ? time.GetUtcNow() - e.ReceivedAt > EventRetry.OutageAgeMax : e.InternalFailures >= EventRetry.InternalAttemptsMax;
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
            await WriteCursorsAsync(cancellationToken);
        }

        var delay = settings.EventTries.After(e.Attempts + 1, (failure as NangoException)?.RetryAfter);
        LogPutOff(logger, e.Id, e.Attempts + 1, delay, failure.Message);
        await events.DeferAsync(e.Id, row?.User, delay, EventReason.OfWaiting(failure), isInternal: !isOutage, cancellationToken);
        return [];
    }

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
