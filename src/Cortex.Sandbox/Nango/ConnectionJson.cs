using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Providers;
using Cortex.Sandbox.Records;
using Cortex.Sandbox.Webhooks;

namespace Cortex.Sandbox.Nango;

/// <summary>The two forms in which Nango shows a connection.</summary>
internal static class ConnectionJson
{
    public static JsonNode InList(Connection connection)
    {
        var json = Common(connection);
        json["created"] = RecordTime.Iso(connection.CreatedAt);
        return json;
    }

    /// <summary>As a key without the scope for credentials sees it.</summary>
    public static JsonNode Single(Connection connection)
    {
        var json = Common(connection);
        json["connection_config"] = Config(connection);
        json["webhook_url_override"] = null;
        json["created_at"] = RecordTime.Stamp(connection.CreatedAt);
        json["updated_at"] = RecordTime.Stamp(connection.UpdatedAt);
        json["last_fetched_at"] = RecordTime.Stamp(connection.UpdatedAt);
        json["credentials"] = new JsonObject();
        return json;
    }

    /// <summary>Of Google's accounts Nango keeps a hash of the address.</summary>
    private static JsonObject Config(Connection connection) => connection.Provider is not (ProviderNames.Gmail or ProviderNames.Calendar)
        ? []
        : new JsonObject
        {
            ["emailAddressHash"] = Convert.ToHexStringLower(
                SHA256.HashData(Encoding.UTF8.GetBytes("nango.emailAddressHash.v1:" + connection.Address.Trim().ToLowerInvariant()))),
        };

    private static JsonObject Common(Connection connection) => new()
    {
        ["id"] = connection.Id,
        ["connection_id"] = connection.ConnectionId,
        ["provider_config_key"] = connection.ProviderConfigKey,
        ["provider"] = connection.Provider,
        ["errors"] = new JsonArray(),
        ["end_user"] = null,
        ["tags"] = WebhookBodies.Tags(connection.Tags),
        ["metadata"] = null,
    };
}
