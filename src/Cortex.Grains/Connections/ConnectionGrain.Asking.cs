using Cortex.Storage.Connections;

namespace Cortex.Connections;

/// <summary>The part of a connection's story that is about providers who say that something has changed, and not what: Nango is asked to sync the account.</summary>
internal sealed partial class ConnectionGrain
{
    // Lost on deactivation: then the change comes with the next sync, or is found without a webhook.
    private DateTimeOffset _syncAskedAt;
    private DateTimeOffset? _nextSyncAt;

    /// <summary>Of many notices in a short time the first has a sync run at once, and one more run follows for the others.</summary>
    private async Task<string> AskForSyncAsync(ConnectionRow row, CancellationToken cancellationToken)
    {
        var wait = _syncAskedAt + settings.SyncPeriodMin - time.GetUtcNow();
        if (wait <= TimeSpan.Zero)
        {
            _syncAskedAt = time.GetUtcNow();
            return await askedSync.RunAsync(row, cancellationToken);
        }

        _nextSyncAt ??= _syncAskedAt + settings.SyncPeriodMin;
        return "The account says that something has changed; a sync that Cortex asked Nango for shortly before is followed by another.";
    }

    /// <summary>The one that follows for the others.</summary>
    private async Task AskForNextSyncAsync(CancellationToken cancellationToken)
    {
        if (_nextSyncAt is not { } at || at > time.GetUtcNow())
        {
            return;
        }

        var row = await connections.FindAsync(Key, cancellationToken);
        (_nextSyncAt, _syncAskedAt) = (null, time.GetUtcNow());
        if (row is not null)
        {
            await askedSync.RunAsync(row, cancellationToken);
        }
    }
}
