using Cortex.Diagnostics;
using Cortex.Nango;
using Cortex.Scheduling;
using Cortex.Storage;
using Cortex.Storage.Connections;
using Cortex.Storage.DeadLetters;
using Cortex.Storage.Deliveries;
using Cortex.Storage.Errors;
using Microsoft.Extensions.Logging;

namespace Cortex.Connections;

/// <inheritdoc cref="IConnectionGrain"/>
[GrainType("connection")]
internal sealed partial class ConnectionGrain(
    ConnectionStore connections,
    DeliveryStore deliveries,
    ProgressStore progress,
    RedriveStore redrives,
    SyncPass sync,
    Reconciliation reconciliation,
    MeetingClock clock,
    FateBooks books,
    AskedSync askedSync,
    Ownership ownership,
    INangoClient nango,
    WorkLanes lanes,
    GrainSettings settings,
    TimeProvider time,
    ILogger<ConnectionGrain> logger) : Grain, IConnectionGrain
{
    /// <summary>Deliveries that are taken from the backlog at a time.</summary>
    private const int BatchMax = 100;

    /// <summary>How long records that a webhook announced and Nango does not show yet are waited for.</summary>
    private static readonly TimeSpan ReplicaLag = TimeSpan.FromSeconds(1.5);

    /// <summary>How long a delivery of a connection that nobody has claimed is left alone; claiming it wakes it up.</summary>
    private static readonly TimeSpan UnknownConnectionDelay = TimeSpan.FromMinutes(1);

    /// <summary>How soon the clock, a look without a webhook, or a wish to have the account synced is seen to again after it failed.</summary>
    private static readonly TimeSpan PartRetryDelay = TimeSpan.FromSeconds(10);

    /// <summary>How long a turn is waited for before it is looked again whether there is something that needs none.</summary>
    private static readonly TimeSpan TurnWaitMax = TimeSpan.FromMinutes(1);

    /// <summary>A clock that is read a moment early is read again a moment later.</summary>
    private static readonly TimeSpan ClockSlack = TimeSpan.FromMilliseconds(20);

    private WorkLoop _loop = null!;

    // As it was read last; only the work looks at it. Null while nobody has claimed the connection.
    private ConnectionState? _state;

    // Lost on deactivation; then a later look finds what this one would have.
    private bool _isReconciliationDue;
    private bool _hasTakenUp;

    private ConnectionKey Key => ConnectionKey.Parse(this.GetPrimaryKeyString());

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _loop = WorkLoop.Create(this, WorkAsync, e => LogInterrupted(logger, Key, e.Message), time);
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

    /// <summary>
    /// Does all that is to be done. Where the backlog cannot be read or noted, the exception leaves the rows as they were, and the work is done again. The clock is read before the backlog, which may be
    /// held up, and after it, as it may have moved a meeting.
    /// </summary>
    /// <returns>When more is due.</returns>
    private async Task<DateTimeOffset?> WorkAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await TryPartAsync(ReadClockIfDueAsync, cancellationToken);
        using var turn = await EnterAsync(cancellationToken);
        if (turn is null)
        {
            // The clock is due before the turn has come.
            return time.GetUtcNow();
        }

        var backlog = await EmptyBacklogAsync(cancellationToken);
        var isDone = await TryPartAsync(ReadClockIfDueAsync, cancellationToken)
            & await TryPartAsync(ReconcileIfDueAsync, cancellationToken)
            & await TryPartAsync(AskForSyncIfDueAsync, cancellationToken);
        return isDone
            ? new[] { backlog, Local(_state?.ClockAt) + ClockSlack, _state?.SyncAt }.Min()
            : new[] { backlog, time.GetUtcNow() + PartRetryDelay }.Min();
    }

    /// <summary>
    /// Waits for a turn among the connections of the provider, which may be long where Nango does not answer them. A tick needs nothing of Nango, and is worth nothing when it is late: meanwhile it goes first.
    /// </summary>
    /// <returns>The turn; null if the clock is due before it comes.</returns>
    private async Task<IDisposable?> EnterAsync(CancellationToken cancellationToken)
    {
        if (await lanes.TryEnterAsync(_state?.Row, TimeSpan.Zero, cancellationToken) is { } free)
        {
            return free;
        }

        foreach (var tick in _state?.ClockedTo is null ? [] : await deliveries.ListTicksAsync(Key, BatchMax, cancellationToken))
        {
            await ProcessAsync(new DeliveryWork.Tick(tick), cancellationToken);
        }

        var wait = Local(_state?.ClockAt) + ClockSlack - time.GetUtcNow();
        var turn = await lanes.TryEnterAsync(_state?.Row, wait is { } known && known < TurnWaitMax ? known : TurnWaitMax, cancellationToken);
        if (turn is not null)
        {
            await LoadAsync(cancellationToken);
        }

        return turn;
    }

    /// <summary>A time by PostgreSQL's clock, by this machine's.</summary>
    private DateTimeOffset? Local(DateTimeOffset? at) => time.GetUtcNow() + (at - _state?.Now);

    private async Task LoadAsync(CancellationToken cancellationToken) => _state = await connections.FindStateAsync(Key, cancellationToken);

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
        }

        return false;
    }

    /// <summary>What has come due is a delivery of the backlog then, and the clock's next time is in the row: whatever crashes, recovery finds it there.</summary>
    private async Task ReadClockIfDueAsync(CancellationToken cancellationToken)
    {
        if (_state is not { ClockAt: { } at } state || at > state.Now)
        {
            return;
        }

        var (next, hasAdded) = await clock.ReadAsync(state, cancellationToken);
        _state = state with { ClockAt = next };
        PokeIf(hasAdded);
    }

    private async Task ReconcileIfDueAsync(CancellationToken cancellationToken)
    {
        if (!_isReconciliationDue)
        {
            return;
        }

        _isReconciliationDue = false;
        if (_state is { } state)
        {
            PokeIf(await reconciliation.RunAsync(state, cancellationToken));
        }
    }

    private void PokeIf(bool hasAdded)
    {
        if (hasAdded)
        {
            _loop.Poke();
        }
    }

    /// <summary>Deals with what is pending, in order.</summary>
    /// <returns>When what is left is due, or null if nothing is left.</returns>
    private async Task<DateTimeOffset?> EmptyBacklogAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var pending = await deliveries.ListPendingAsync(Key, BatchMax, cancellationToken);
            if (!_hasTakenUp && pending is [var head, ..] && !(head.RetryAt > time.GetUtcNow()))
            {
                if (await IsParkedAsync(head, cancellationToken))
                {
                    continue;
                }

                _hasTakenUp = true;
            }

            var isFull = pending.Count == BatchMax || pending.Sum(e => (long)e.Payload.Length) >= DeliveryStore.PageBytesMax;
            while (pending.Count > 0)
            {
                var work = Backlog.Next(pending, _state is not null, time.GetUtcNow());
                if (work is DeliveryWork.Nothing nothing)
                {
                    return nothing.Until;
                }

                var done = await ProcessAsync(work, cancellationToken);
                if (done.Count == 0)
                {
                    return await NextDueAsync(cancellationToken);
                }

                var keys = pending.Where(e => done.Contains(e.Id) && e.DedupeKey is not null).ToDictionary(e => e.DedupeKey!, e => (DeliveryId?)e.Id);
                pending = pending.Where(e => !done.Contains(e.Id))
                    .Select(e => e.DedupeKey is not null && keys.TryGetValue(e.DedupeKey, out var original) ? e with { RepeatOf = original } : e)
                    .ToList();
            }

            if (!isFull)
            {
                return null;
            }

            await LoadAsync(cancellationToken);
        }
    }

    /// <summary>Counts that this activation begins where another stopped; a delivery that stopped too many of them is not tried again.</summary>
    private async Task<bool> IsParkedAsync(PendingDelivery delivery, CancellationToken cancellationToken)
    {
        if (delivery.Takeovers < DeliveryRetry.TakeoversMax)
        {
            await deliveries.TakeUpAsync(delivery.Id, cancellationToken);
            return false;
        }

        LogParked(logger, delivery.Id, delivery.Takeovers);
        await connections.ForgetPagesAsync(Key, cancellationToken);
        await EndAsync(
            delivery, new(delivery.Id, Failed: true, "failed", DeliveryReason.OfParked(delivery.Takeovers), null) { DeadReason = DeadReason.Poison, ErrorCode = ErrorCodes.Interrupted }, cancellationToken);
        return true;
    }

    private async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) =>
        (await deliveries.ListPendingAsync(Key, 1, cancellationToken)) is [{ RetryAt: var at }] ? at ?? time.GetUtcNow() + ReplicaLag : null;

    /// <summary>Does one piece of work.</summary>
    /// <returns>The deliveries that are done; none if the piece was put off.</returns>
    private async Task<IReadOnlyCollection<DeliveryId>> ProcessAsync(DeliveryWork work, CancellationToken cancellationToken)
    {
        var head = work.Head;
        using var activity = Tracing.Resume("event", head?.TraceParent);
        try
        {
            switch (work)
            {
                case DeliveryWork.Close close:
                    await EndAsync(close.Delivery, close.End, cancellationToken);
                    return [close.Delivery.Id];
                case DeliveryWork.Authorise authorise:
                    await AuthoriseAsync(authorise, cancellationToken);
                    return [authorise.Delivery.Id];
                case DeliveryWork.AwaitConnection wait:
                    await deliveries.DeferAsync(wait.Delivery.Id, null, UnknownConnectionDelay, "Nobody has connected this account yet.", isInternal: false, code: null, cancellationToken);
                    return [];
                case DeliveryWork.ProviderPush announce:
                    await AskForSyncAsync(announce.Delivery, _state!, cancellationToken);
                    return [announce.Delivery.Id];
                case DeliveryWork.Tick tick:
                    LogEnd(tick.Delivery, await clock.OfferAsync(_state!.Row, tick.Delivery, cancellationToken));
                    return [tick.Delivery.Id];
                case DeliveryWork.Sync s:
                    return await SyncAsync(s.Group, _state!, cancellationToken);
                default:
                    throw new InvalidOperationException("A backlog gave work that nothing deals with.");
            }
        }
        catch (Exception e) when (e is not OperationCanceledException && head is not null)
        {
            return await PutOffAsync(head, e, cancellationToken);
        }
    }

    private async Task<IReadOnlyCollection<DeliveryId>> SyncAsync(IReadOnlyList<SyncDelivery> group, ConnectionState state, CancellationToken cancellationToken)
    {
        var row = state.Row;
        if (await sync.RunAsync(state, group, cancellationToken) is not var (runs, isMissingAnnounced, leftOut, hasTimes, cursor))
        {
            await deliveries.DeferAsync(group[0].Delivery.Id, row.User, ReplicaLag, "Nango announced records that it does not show yet.", isInternal: false, code: null, cancellationToken);
            return [];
        }

        _state = state.With(group[0].Detail.Model, group[0].Detail.Variant, cursor);
        if (hasTimes)
        {
            // The clock is due.
            await LoadAsync(cancellationToken);
        }

        if (leftOut > 0)
        {
            LogLeftOut(logger, group[0].Delivery.Id, leftOut);
        }

        if (isMissingAnnounced)
        {
            // Others must not wait any longer behind what may never show; but nobody will announce it again.
            await connections.ReconcileAfterAsync(Key, settings.ReconciliationGrace, cancellationToken);
        }

        foreach (var e in group)
        {
            LogEnd(e.Delivery, runs[e.Delivery.Id]);
            if (e.Delivery.Source == DeliverySource.Reconciliation)
            {
                LogCaughtUp(logger, e.Delivery.Id, row.ConnectionId, e.Detail.Model, runs[e.Delivery.Id]);
            }
        }

        return [.. group.Select(e => e.Delivery.Id)];
    }

    /// <summary>A delivery that cannot be dealt with now is tried again later, or given up with its reason when that has gone on too long.</summary>
    private async Task<IReadOnlyCollection<DeliveryId>> PutOffAsync(PendingDelivery delivery, Exception failure, CancellationToken cancellationToken)
    {
        var isOutage = failure is NangoException or StorageException { IsPassing: true } or UnavailableException or OrleansException or TimeoutException or QueueFullException;
        var isOver = isOutage ? time.GetUtcNow() - delivery.PendingSince > DeliveryRetry.OutageAgeMax : DeliveryRetry.IsLastTry(delivery);
        if (isOver || failure is NangoException { Kind: NangoFailure.UnknownConnection or NangoFailure.Rejected })
        {
            LogGivenUp(logger, failure, delivery.Id, delivery.Attempts);
            await connections.ForgetPagesAsync(Key, cancellationToken);
            var end = new DeliveryEnd(delivery.Id, Failed: true, "failed", DeliveryReason.OfGivenUp(failure), null) { DeadReason = DeliveryReason.WordOf(failure, isOutage), ErrorCode = DeliveryReason.CodeOf(failure) };
            await EndAsync(delivery, end, cancellationToken);
            return [delivery.Id];
        }

        if (failure is NangoException { IsHeldBack: false } && delivery.Attempts >= DeliveryRetry.CursorAttemptsMax)
        {
            // Nango answers a cursor that it cannot read with a 500: the read begins again from the newest change that was dealt with.
            await connections.ForgetPagesAsync(Key, cancellationToken);
        }

        var delay = settings.DeliveryTries.After(delivery.Attempts + 1, (failure as NangoException)?.RetryAfter);
        LogPutOff(logger, delivery.Id, delivery.Attempts + 1, delay, failure.Message);
        await deliveries.DeferAsync(delivery.Id, _state?.Row.User, delay, DeliveryReason.OfWaiting(failure), isInternal: !isOutage, DeliveryReason.CodeOf(failure), cancellationToken);
        return [];
    }

    /// <summary>Ends a delivery; the fates that were kept of its pages stay with it.</summary>
    private async Task EndAsync(PendingDelivery delivery, DeliveryEnd end, CancellationToken cancellationToken, UserId? formerUser = null, SyncPlan? plan = null)
    {
        if (delivery.FatesJson is not null)
        {
            var book = await books.OpenAsync(delivery, cancellationToken);
            end = book.IsEmpty ? end : end with { FatesJson = book.ToJson(), Digest = book.Digest };
        }

        await progress.SaveAsync(new(Key, _state?.Row.User ?? formerUser) { Ends = [end], Sync = plan }, cancellationToken);
        LogEnd(delivery, 0);
    }

    private void LogEnd(PendingDelivery delivery, int runs)
    {
        using var activity = Tracing.Resume("event", delivery.TraceParent);
        var durationMs = (long)(time.GetUtcNow() - delivery.ReceivedAt).TotalMilliseconds;
        LogProcessed(logger, delivery.Id, delivery.ConnectionId, durationMs, runs);
    }
}
