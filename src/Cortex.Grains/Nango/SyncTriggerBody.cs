using System.Text.Json.Nodes;

namespace Cortex.Nango;

/// <summary>Writes the body of POST /sync/trigger.</summary>
internal static class SyncTriggerBody
{
    /// <summary>An empty list stands for every sync of the connection.</summary>
    public static string Of(NangoConnectionName connection, IReadOnlyList<string> syncs) => new JsonObject
    {
        ["provider_config_key"] = connection.ProviderConfigKey,
        ["connection_id"] = connection.ConnectionId,
        ["syncs"] = new JsonArray([.. syncs.Select(sync => JsonValue.Create(sync))]),
    }.ToJsonString();
}
