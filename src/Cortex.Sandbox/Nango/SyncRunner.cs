using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Providers;
using Cortex.Sandbox.Records;
using Cortex.Sandbox.Webhooks;

namespace Cortex.Sandbox.Nango;

/// <summary>Runs a connection's syncs: what calls through the proxy changed is found, or nothing new, and the webhook says so, as it does at Nango.</summary>
internal sealed class SyncRunner(RecordStore records, IEnumerable<ISyncSource> sources, WebhookSender webhooks, IHostApplicationLifetime lifetime)
{
    public void Schedule(Connection connection, IReadOnlySet<string> names)
    {
        var source = sources.FirstOrDefault(candidate => candidate.Provider == connection.Provider);
        foreach (var model in records.Models(connection.ConnectionId).Select(status => status.Model).Union(source?.ModelsToSync(connection) ?? []))
        {
            if (names.Count > 0 && !names.Contains(SyncNames.Of(connection.Provider, model)))
            {
                continue;
            }

            var run = source is null ? Save([]) : source.Bring(connection, model, Save);
            _ = webhooks.SendAsync(WebhookBodies.Sync(connection, model, run), 1, lifetime.ApplicationStopping);

            SyncRun Save(IReadOnlyList<RecordInput> inputs) => records.Save(connection.ConnectionId, model, inputs);
        }
    }
}
