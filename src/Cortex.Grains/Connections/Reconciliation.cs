using Cortex.Items;
using Cortex.Nango;
using Cortex.Scheduling;
using Cortex.Storage.Connections;
using Cortex.Storage.Deliveries;
using Microsoft.Extensions.Logging;

namespace Cortex.Connections;

/// <summary>
/// Looks, without having been told to, whether an account works and whether Nango has records of it that no webhook announced: webhooks get lost (Nango tries three times and then
/// drops them). What it finds becomes a delivery of the backlog; usually it finds nothing and writes nothing.
/// </summary>
/// <remarks>When an account's turn comes is a column of its row (<c>reconcile_at</c>); recovery takes those that are due, a few at a time.</remarks>
internal sealed partial class Reconciliation(
    INangoClient nango, ConnectionStore connections, DeliveryStore deliveries, SyncPass sync, GrainSettings settings, TimeProvider time, ILogger<Reconciliation> logger)
{
    /// <summary>Models of one account that are looked at: more than any provider has that Cortex reads.</summary>
    public const int ModelsMax = 40;

    /// <summary>How soon an account that does not work is looked at again; its user is busy connecting it, perhaps.</summary>
    private static readonly TimeSpan BrokenPeriod = TimeSpan.FromMinutes(5);

    /// <summary>How soon after Nango could not answer.</summary>
    private static readonly Backoff Unanswered = new(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));

    /// <summary>Looks, and adds a delivery for each model that has news.</summary>
    /// <returns>Whether any was added.</returns>
    public async Task<bool> RunAsync(ConnectionState state, CancellationToken cancellationToken)
    {
        var connection = state.Row;
        var hasAdded = false;
        try
        {
            if (connection.Status == ConnectionStatus.NeedsReauth && !await WorksAgainAsync(connection, cancellationToken))
            {
                return false;
            }

            var isEarly = false;
            foreach (var (model, variant) in (await ModelsAsync(state, cancellationToken)).Take(ModelsMax))
            {
                var news = await sync.FindNewsAsync(state, model, variant, time.GetUtcNow() - settings.ReconciliationGrace, cancellationToken);
                isEarly |= news.IsEarly;
                if (news is { Oldest: { } oldest, Newest: { } newest })
                {
                    var known = await deliveries.AddAsync(OwnDelivery.Found(connection, model, variant, oldest, newest, time.GetUtcNow()), connection.User, cancellationToken);
                    if (known is null)
                    {
                        hasAdded = true;
                        LogFound(logger, connection.ConnectionId, model, newest);
                    }
                    else if (known == DeliveryOutcome.Processed)
                    {
                        // Their states could not be kept, so they look new for ever: the look goes on behind them.
                        await connections.KeepLookAsync(connection.Key, model, variant, newest, cancellationToken);
                    }
                }
                else if (news.LookedTo is { } lookedTo && lookedTo > state.CursorOf(model, variant).LookedTo.GetValueOrDefault())
                {
                    await connections.KeepLookAsync(connection.Key, model, variant, lookedTo, cancellationToken);
                }
            }

            if (isEarly)
            {
                await connections.ReconcileAfterAsync(connection.Key, settings.ReconciliationGrace, cancellationToken);
            }
        }
        catch (NangoException e) when (e.Kind == NangoFailure.UnknownConnection)
        {
            LogUnknown(logger, connection.ConnectionId);
            await connections.SetStatusAsync(connection.Key, ConnectionStatus.NeedsReauth, cancellationToken);
        }
        catch (NangoException e)
        {
            var delay = Unanswered.After(1, e.RetryAfter);
            LogPutOff(logger, connection.ConnectionId, delay, e.Message);
            await connections.ReconcileAfterAsync(connection.Key, delay, cancellationToken);
        }

        return hasAdded;
    }

    /// <summary>The models that have been read, and those that Nango's syncs of the account say they have: the webhook that would have named one may be the one that was lost.</summary>
    private async Task<IReadOnlyList<(string Model, string? Variant)>> ModelsAsync(ConnectionState state, CancellationToken cancellationToken)
    {
        var connection = state.Row;
        var listed = await ListedAsync(connection, cancellationToken);
        return [.. state.Cursors.Keys.Select(ModelCursor.ParseKey).Concat(listed).Where(key => RecordNormaliser.Knows(connection.Provider, key.Model)).Distinct()];
    }

    private async Task<IEnumerable<(string Model, string? Variant)>> ListedAsync(ConnectionRow connection, CancellationToken cancellationToken)
    {
        try
        {
            return (await nango.ListSyncsAsync(connection.ProviderConfigKey, connection.ConnectionId, CallPriority.Reconciliation, cancellationToken))
                .SelectMany(listed => listed.Models, (listed, model) => (model, listed.Variant));
        }
        catch (NangoException e) when (e.Kind is NangoFailure.Rejected or NangoFailure.Unauthorized)
        {
            // A key without the scope environment:syncs:read, or an account without syncs: what is known has to do.
            LogSyncsUnlisted(logger, connection.ConnectionId, e.Message);
            return [];
        }
    }

    /// <summary>Word of a recovery gets lost, too. An account that Nango does not know is only called broken: another environment's key knows none of them.</summary>
    private async Task<bool> WorksAgainAsync(ConnectionRow connection, CancellationToken cancellationToken)
    {
        var found = await nango.FindConnectionAsync(connection.ProviderConfigKey, connection.ConnectionId, CallPriority.Reconciliation, cancellationToken);
        if (found is null or { HasAuthError: true })
        {
            await connections.ReconcileAfterAsync(connection.Key, BrokenPeriod * (0.75 + Random.Shared.NextDouble() / 2), cancellationToken);
            return false;
        }

        LogWorks(logger, connection.ConnectionId);
        await connections.SetStatusAsync(connection.Key, ConnectionStatus.Active, cancellationToken);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Changes found that no webhook announced")]
    private static partial void LogFound(ILogger logger, string connectionId, string model, DateTimeOffset newest);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The syncs of {ConnectionId} are not to be had: {Error}")]
    private static partial void LogSyncsUnlisted(ILogger logger, string connectionId, string error);

    [LoggerMessage(Level = LogLevel.Information, Message = "Reconciliation of {ConnectionId} is put off for {Delay}: {Error}")]
    private static partial void LogPutOff(ILogger logger, string connectionId, TimeSpan delay, string error);

    [LoggerMessage(Level = LogLevel.Information, Message = "{ConnectionId} works again")]
    private static partial void LogWorks(ILogger logger, string connectionId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nango does not know {ConnectionId}: it was removed there, or NANGO_SECRET_KEY is of another environment. It needs its user")]
    private static partial void LogUnknown(ILogger logger, string connectionId);
}
