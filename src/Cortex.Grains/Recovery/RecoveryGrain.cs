using Cortex.Diagnostics;
using Cortex.Storage;
using Cortex.Storage.Connections;
using Cortex.Storage.Deliveries;
using Cortex.Storage.Heartbeats;
using Cortex.Storage.Items;
using Cortex.Storage.Jobs;
using Cortex.Storage.Model;
using Cortex.Storage.Notifications;
using Cortex.Storage.Runs;
using Microsoft.Extensions.Logging;

namespace Cortex.Recovery;

/// <inheritdoc cref="IRecoveryGrain"/>
/// <remarks>
/// <para>What a crash, a lost call or an outage left behind is open in PostgreSQL; a sweep finds it and pokes its grain. A poke of a grain that is at work does nothing.</para>
/// <para>Sweeps are asked for by every silo (<see cref="RecoveryHeartbeat"/>), so they go on as long as one lives. The first of each hour keeps the house: partitions and retention.</para>
/// </remarks>
[GrainType("recovery")]
internal sealed partial class RecoveryGrain(
    DeliveryStore deliveries,
    RunStore runs,
    ConnectionStore accounts,
    HeartbeatStore heartbeats,
    ItemStore items,
    NotificationStore notifications,
    JobStore jobs,
    ModelUsageStore usage,
    PartitionStore partitions,
    GrainSettings settings,
    RunInstruments instruments,
    TimeProvider time,
    ILogger<RecoveryGrain> logger)
    : Grain, IRecoveryGrain
{
    /// <summary>What has been due for longer has no activation that sees to it.</summary>
    private static readonly TimeSpan DueAgeMin = TimeSpan.FromSeconds(1);

    /// <summary>What is younger is still being dealt with by whoever began it.</summary>
    private static readonly TimeSpan OpenAgeMin = TimeSpan.FromSeconds(5);

    /// <summary>Several silos ask; one sweep answers all of them.</summary>
    private static readonly TimeSpan SweepPeriodMin = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan HousekeepingPeriod = TimeSpan.FromHours(1);

    /// <summary>Grains that one sweep pokes; the next sweep goes on.</summary>
    private const int PokesMax = 1_000;

    /// <summary>Pokes that are under way at a time.</summary>
    private const int ConcurrencyMax = 50;

    /// <summary>How long a sweep waits for one grain: one that is busy for longer hears it in its turn, and must not keep the others from being swept.</summary>
    private static readonly TimeSpan PokeTimeMax = TimeSpan.FromSeconds(2);

    /// <summary>Accounts that one sweep has reconciled: at a sweep every three seconds four hundred a minute, each with a few calls of the lowest priority to Nango.</summary>
    private const int ReconciliationsMax = 20;

    /// <summary>
    /// How long after a time without a receiver accounts are looked at again soon, and how soon. Nango leaves an address that has failed alone for a minute, and drops meanwhile what it
    /// would have sent: what changes right after the start is announced by nobody, either.
    /// </summary>
    private static readonly TimeSpan AftermathPeriod = TimeSpan.FromMinutes(2);

    /// <summary>Pending deliveries are counted up to this.</summary>
    private const int CountMax = 100_000;

    /// <summary>Old rows of one table that one round of housekeeping deletes.</summary>
    private const int DeletionsMax = 50_000;

    // Lost on deactivation.
    private DateTimeOffset _lastSweep;
    private DateTimeOffset _lastGap;

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now - _lastSweep < SweepPeriodMin)
        {
            return;
        }

        _lastSweep = now;
        try
        {
            instruments.OnPendingCounted(await deliveries.CountPendingAsync(CountMax, cancellationToken));
            var connections = await deliveries.ListStaleAsync(OpenAgeMin, PokesMax, cancellationToken);
            var open = await runs.ListStaleAsync(OpenAgeMin, PokesMax, cancellationToken);
            connections = [.. connections.Union(await accounts.ListDueAsync(DueAgeMin, PokesMax, cancellationToken))];
            await PokeAsync(connections, key => GrainFactory.Connection(key).PokeAsync(cancellationToken));
            await PokeAsync(open, run => GrainFactory.Run(run).PokeAsync(cancellationToken));
            if (connections.Count + open.Count > 0)
            {
                LogSwept(logger, connections.Count, open.Count);
            }
        }
        catch (StorageException e)
        {
            throw new RecoveryFailedException($"PostgreSQL: {e.Message}");
        }

        await TryPartAsync(ReconcileAsync, cancellationToken);
        await TryPartAsync(ReleaseAsync, cancellationToken);
        await TryPartAsync(TakeUpJobsAsync, cancellationToken);
        await TryPartAsync(KeepHouseAsync, cancellationToken);
    }

    /// <summary>One part of a sweep that fails does not keep the other from its work.</summary>
    private async Task TryPartAsync(Func<CancellationToken, Task> part, CancellationToken cancellationToken)
    {
        try
        {
            await part(cancellationToken);
        }
        catch (StorageException e)
        {
            LogPartFailed(logger, e.Message);
        }
    }

    /// <summary>Whose turn it is to be looked at; everybody's, after a time in which no webhook could be received, and once more soon after it.</summary>
    private async Task ReconcileAsync(CancellationToken cancellationToken)
    {
        if (await heartbeats.TakeGapAsync(HeartbeatStore.Receiver, cancellationToken) is var (from, until))
        {
            _lastGap = time.GetUtcNow();
            LogGap(logger, from, until);
        }

        var period = time.GetUtcNow() - _lastGap < AftermathPeriod ? AftermathPeriod : settings.ReconciliationPeriod;
        var due = await accounts.TakeDueAsync(period, ReconciliationsMax, cancellationToken);
        await PokeAsync(due, key => GrainFactory.Connection(key).ReconcileAsync(cancellationToken));
    }

    /// <summary>Runs that were refused tell on their accounts; and those whose accounts work again, or are gone, go on.</summary>
    private async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        var refused = await accounts.ListRefusedAsync(PokesMax, cancellationToken);
        await PokeAsync(refused, key => GrainFactory.Connection(key).ReportRefusedAsync(cancellationToken));
        var released = await runs.ListReleasedAsync(PokesMax, cancellationToken);
        await PokeAsync(released, run => GrainFactory.Run(run).ReleaseAsync(cancellationToken));
    }

    /// <summary>Jobs that their silo left, and those that an operator has made.</summary>
    private async Task TakeUpJobsAsync(CancellationToken cancellationToken)
    {
        var owners = await jobs.ListStaleAsync(OpenAgeMin, PokesMax, cancellationToken);
        await PokeAsync(owners, owner => GrainFactory.Jobs(owner).PokeAsync(cancellationToken));
    }

    private async Task KeepHouseAsync(CancellationToken cancellationToken)
    {
        if (!await heartbeats.TakeTurnAsync(HeartbeatStore.Housekeeping, HousekeepingPeriod, cancellationToken))
        {
            return;
        }

        var made = await partitions.EnsureAsync(cancellationToken);
        var deleted = await items.DeleteOldAsync(settings.RetentionDays, DeletionsMax, cancellationToken)
            + await notifications.DeleteOldAsync(settings.RetentionDays, DeletionsMax, cancellationToken)
            + await jobs.DeleteOldAsync(settings.RetentionDays, DeletionsMax, cancellationToken);
        await usage.DeleteOldAsync(settings.RetentionDays, DeletionsMax, cancellationToken);

        // Last, as it cannot be done while somebody reads for long.
        var dropped = await partitions.DropAsync(settings.RetentionDays, cancellationToken);
        LogHousekeeping(logger, made, dropped, deleted);
    }

    private async Task PokeAsync<T>(IEnumerable<T> grains, Func<T, Task> poke)
    {
        foreach (var chunk in grains.Chunk(ConcurrencyMax))
        {
            await Task.WhenAll(chunk.Select(grain => PokeOneAsync(grain, poke)));
        }
    }

    private async Task PokeOneAsync<T>(T grain, Func<T, Task> poke)
    {
        try
        {
            await poke(grain).WaitAsync(PokeTimeMax, time);
        }
        catch (Exception e) when (e is OrleansException or TimeoutException or UnavailableException or GrainFailedException)
        {
            LogPokeFailed(logger, e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Recovery took up {Connections} connections and {Runs} runs that had been open too long")]
    private static partial void LogSwept(ILogger logger, int connections, int runs);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No webhook could be received from {From} until {Until}: every account is looked at for what was missed")]
    private static partial void LogGap(ILogger logger, DateTimeOffset from, DateTimeOffset until);

    [LoggerMessage(Level = LogLevel.Information, Message = "Housekeeping: {Made} partitions made, {Dropped} dropped, {Deleted} old items, notifications and jobs deleted")]
    private static partial void LogHousekeeping(ILogger logger, int made, int dropped, int deleted);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A part of the sweep failed and comes round again: {Error}")]
    private static partial void LogPartFailed(ILogger logger, string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A poke failed and will be repeated: {Error}")]
    private static partial void LogPokeFailed(ILogger logger, string error);
}
