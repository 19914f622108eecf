using System.Text.Json.Nodes;
using Cortex.Sandbox.Connections;
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
        json["connection_config"] = connection.AddressHash is { } hash ? new JsonObject { ["emailAddressHash"] = hash } : [];
        json["webhook_url_override"] = connection.WebhookUrlOverride;
        json["created_at"] = RecordTime.Stamp(connection.CreatedAt);
        json["updated_at"] = RecordTime.Stamp(connection.UpdatedAt);
        json["last_fetched_at"] = RecordTime.Stamp(connection.UpdatedAt);
        json["credentials"] = new JsonObject();
        return json;
    }

    private static JsonArray Errors(Connection connection)
        => connection.RefreshFailure is { } failure ? [new JsonObject { ["type"] = "auth", ["log_id"] = failure.LogId }] : [];

    private static JsonObject Common(Connection connection) => new()
    {
        ["id"] = connection.Id,
        ["connection_id"] = connection.ConnectionId,
        ["provider_config_key"] = connection.ProviderConfigKey,
        ["provider"] = connection.Provider,
        ["errors"] = Errors(connection),
        ["end_user"] = null,
        ["tags"] = WebhookBodies.Tags(connection.Tags),
        ["metadata"] = connection.Metadata?.DeepClone(),
    };
}
