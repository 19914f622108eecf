using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Providers;
using Cortex.Sandbox.Records;
using Cortex.Sandbox.Webhooks;

namespace Cortex.Sandbox.Nango;

/// <summary>Runs a connection's syncs: what calls through the proxy changed is found, or nothing new, and the webhook says so, as it does at Nango.</summary>
internal sealed class SyncRunner(
    RecordStore records, PausedSyncs paused, IEnumerable<ISyncSource> sources, WebhookSender webhooks, IHostApplicationLifetime lifetime)
{
    /// <summary>Runs that are due by themselves; a paused sync has none.</summary>
    public void Schedule(Connection connection, IReadOnlySet<string> names)
        => Run(connection, name => names.Contains(name) && !paused.IsPaused(connection.ConnectionId, name), new SyncReset(false, false));

    /// <summary>Runs that somebody asks for, of the named syncs or of all; a paused sync runs this once too.</summary>
    public void Trigger(Connection connection, IReadOnlySet<string> names, SyncReset reset)
        => Run(connection, name => names.Count == 0 || names.Contains(name), reset);

    private void Run(Connection connection, Func<string, bool> isWanted, SyncReset reset)
    {
        var source = sources.FirstOrDefault(candidate => candidate.Provider == connection.Provider);
        foreach (var model in records.Models(connection.ConnectionId).Select(status => status.Model).Union(source?.ModelsToSync(connection) ?? []))
        {
            if (!isWanted(SyncNames.Of(connection.Provider, model)))
            {
                continue;
            }

            var run = source is null ? Save([]) : source.Bring(connection, model, Save);
            _ = webhooks.SendAsync(WebhookBodies.Sync(connection, model, run), 1, lifetime.ApplicationStopping);

            SyncRun Save(IReadOnlyList<RecordInput> inputs) => reset is { Reset: false, EmptyCache: false }
                ? records.Save(connection.ConnectionId, model, inputs)
                : records.Reset(connection.ConnectionId, model, inputs, reset.EmptyCache);
        }
    }
}
