using Cortex.Storage.Connections;
using Cortex.Storage.Deliveries;

namespace Cortex.Connections;

/// <summary>The part of a connection's story that is about providers who say that something has changed, and not what: Nango is asked to sync the account.</summary>
internal sealed partial class ConnectionGrain
{
    /// <summary>Of many notices in a short time the first has a sync run at once, and one more run follows for the others: when is in the connection's row.</summary>
    private async Task AskForSyncAsync(PendingDelivery delivery, ConnectionState state, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var isAtOnce = !(state.SyncAskedAt + settings.SyncPeriodMin > now);
        var plan = isAtOnce ? new SyncPlan(now, null) : new SyncPlan(null, state.SyncAt ?? state.SyncAskedAt + settings.SyncPeriodMin);
        var reason = isAtOnce
            ? await askedSync.RunAsync(state.Row, cancellationToken)
            : "The account says that something has changed; a sync that Cortex asked Nango for shortly before is followed by another.";
        await EndAsync(delivery, new(delivery.Id, Failed: false, "ignored", reason, null), cancellationToken, plan: plan);
        _state = state with { SyncAskedAt = plan.AskedAt ?? state.SyncAskedAt, SyncAt = plan.DueAt ?? state.SyncAt };
    }

    /// <summary>The one that follows for the others. A crash before it is noted asks twice, which is one sync more.</summary>
    private async Task AskForSyncIfDueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_state is not { SyncAt: { } at } state || at > now)
        {
            return;
        }

        await askedSync.RunAsync(state.Row, cancellationToken);
        await connections.KeepSyncAsync(Key, now, cancellationToken);
        _state = state with { SyncAskedAt = now, SyncAt = null };
    }
}
