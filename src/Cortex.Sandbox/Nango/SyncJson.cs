using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Records;

namespace Cortex.Sandbox.Nango;

internal static class SyncJson
{
    private static readonly TimeSpan Frequency = TimeSpan.FromMinutes(5);

    public static JsonNode Of(Connection connection, ModelStatus model, bool isPaused)
    {
        var run = model.LastRun;
        var result = new JsonObject { ["added"] = run.Added, ["updated"] = run.Updated, ["deleted"] = run.Deleted };
        return new JsonObject
        {
            ["id"] = Id(connection, model.Model),
            ["name"] = SyncNames.Of(connection.Provider, model.Model),
            ["variant"] = "base",
            ["connection_id"] = connection.ConnectionId,
            ["status"] = isPaused ? "PAUSED" : "SUCCESS",
            ["type"] = run.IsInitial ? "INITIAL" : "INCREMENTAL",
            ["frequency"] = $"{Frequency.TotalMinutes}m",
            ["finishedAt"] = RecordTime.Iso(run.StartedAt),
            ["nextScheduledSyncAt"] = isPaused ? null : RecordTime.Iso(run.StartedAt + Frequency),
            ["latestResult"] = new JsonObject { [model.Model] = result },
            ["recordCount"] = new JsonObject { [model.Model] = model.RecordCount },
            ["checkpoint"] = null,
        };
    }

    /// <summary>The same at every start, as it is made of the names.</summary>
    private static string Id(Connection connection, string model)
        => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{connection.ConnectionId}/{model}")).AsSpan(0, 16)).ToString();
}
