using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Nango;
using Cortex.Sandbox.Records;

namespace Cortex.Sandbox.Providers;

/// <summary>Runs a connection's syncs a while after something changed at its provider, as Nango does every few minutes. One run may wait for each connection.</summary>
internal sealed class SyncSchedule(SyncRunner runner, IEnumerable<ISyncSource> sources, ConnectionStore connections, SandboxOptions options, TimeProvider time) : IDisposable
{
    private readonly Lock access = new();
    private readonly Dictionary<string, ITimer> waiting = new(StringComparer.Ordinal);
    private bool isClosed;

    public void Soon(Connection connection)
    {
        if (options.SyncSeconds == 0)
        {
            return;
        }

        lock (access)
        {
            if (!isClosed && !waiting.ContainsKey(connection.ConnectionId))
            {
                waiting[connection.ConnectionId] = time.CreateTimer(
                    id => Run((string)id!), connection.ConnectionId, TimeSpan.FromSeconds(options.SyncSeconds), Timeout.InfiniteTimeSpan);
            }
        }
    }

    public void Dispose()
    {
        lock (access)
        {
            isClosed = true;
            foreach (var timer in waiting.Values)
            {
                timer.Dispose();
            }

            waiting.Clear();
        }
    }

    private void Run(string connectionId)
    {
        lock (access)
        {
            if (isClosed || !waiting.Remove(connectionId, out var timer))
            {
                return;
            }

            timer.Dispose();
            if (connections.Find(connectionId) is { } connection)
            {
                var models = sources.Where(source => source.Provider == connection.Provider).SelectMany(source => source.ModelsToSync(connection));
                HashSet<string> names = [.. models.Select(model => SyncNames.Of(connection.Provider, model))];
                if (names.Count > 0)
                {
                    runner.Schedule(connection, names);
                }
            }
        }
    }
}
