using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Records;
using Cortex.Sandbox.Webhooks;

namespace Cortex.Sandbox.Nango;

/// <summary>Runs a connection's syncs: nothing new is found at the provider, and the webhook says so, as it does at Nango.</summary>
internal sealed class SyncRunner(RecordStore records, WebhookSender webhooks, IHostApplicationLifetime lifetime)
{
    public void Schedule(Connection connection, IReadOnlySet<string> names, SyncReset reset)
    {
        foreach (var status in records.Models(connection.ConnectionId))
        {
            if (names.Count > 0 && !names.Contains(SyncNames.Of(connection.Provider, status.Model)))
            {
                continue;
            }

            var run = reset.Reset || reset.EmptyCache
                ? records.Reset(connection.ConnectionId, status.Model, reset.EmptyCache)
                : records.Save(connection.ConnectionId, status.Model, []);
            _ = webhooks.SendAsync(WebhookBodies.Sync(connection, status.Model, run), 1, lifetime.ApplicationStopping);
        }
    }
}
