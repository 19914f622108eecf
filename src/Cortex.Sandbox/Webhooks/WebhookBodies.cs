using System.Text.Json.Nodes;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Records;

namespace Cortex.Sandbox.Webhooks;

/// <summary>The bodies of Nango's webhooks. The order of the keys does not matter here: the writer sorts them.</summary>
internal static class WebhookBodies
{
    public const string Environment = "dev";

    /// <summary>Nango's words when a provider refuses to refresh a token.</summary>
    public const string RefreshRefused = "The external API returned an error when trying to refresh the access token. Please try again later.";

    private const string AuthMode = "OAUTH2";

    /// <summary>A connection was made, authorised anew, recovered or deleted.</summary>
    /// <param name="connection">The connection as it is now.</param>
    /// <param name="operation">creation, override, refresh or deletion.</param>
    public static JsonObject Auth(Connection connection, string operation) => new()
    {
        ["from"] = "nango",
        ["type"] = "auth",
        ["operation"] = operation,
        ["success"] = true,
        ["connectionId"] = connection.ConnectionId,
        ["authMode"] = AuthMode,
        ["providerConfigKey"] = connection.ProviderConfigKey,
        ["provider"] = connection.Provider,
        ["environment"] = Environment,
        ["tags"] = Tags(connection.Tags),
    };

    /// <summary>A token could not be refreshed.</summary>
    public static JsonObject RefreshFailed(Connection connection)
        => Failed(connection, "refresh", "refresh_token_external_error", RefreshRefused);

    /// <summary>Something that was tried with a connection did not work.</summary>
    public static JsonObject Failed(Connection connection, string operation, string error, string description)
    {
        var body = Auth(connection, operation);
        body["success"] = false;
        body["error"] = new JsonObject { ["type"] = error, ["description"] = description };
        return body;
    }

    /// <summary>Nobody allowed the access that was asked for: it names a connection that does not exist, and has no tags.</summary>
    public static JsonObject CreationFailed(string connectionId, string providerConfigKey, string provider, string error, string description) => new()
    {
        ["from"] = "nango",
        ["type"] = "auth",
        ["operation"] = "creation",
        ["success"] = false,
        ["connectionId"] = connectionId,
        ["authMode"] = AuthMode,
        ["providerConfigKey"] = providerConfigKey,
        ["provider"] = provider,
        ["environment"] = Environment,
        ["error"] = new JsonObject { ["type"] = error, ["description"] = description },
    };

    /// <summary>An action that nobody waited for is over; whether it worked is to be asked for.</summary>
    public static JsonObject AsyncAction(Connection connection, Guid id) => new()
    {
        ["from"] = "nango",
        ["type"] = "async_action",
        ["connectionId"] = connection.ConnectionId,
        ["providerConfigKey"] = connection.ProviderConfigKey,
        ["payload"] = new JsonObject { ["id"] = id.ToString(), ["statusUrl"] = $"/action/{id}" },
    };

    /// <summary>A provider's own webhook, passed on in Nango's name for one connection.</summary>
    public static JsonObject Forward(Connection connection, JsonNode? payload) => new()
    {
        ["from"] = connection.Provider,
        ["type"] = "forward",
        ["providerConfigKey"] = connection.ProviderConfigKey,
        ["connectionId"] = connection.ConnectionId,
        ["payload"] = payload?.DeepClone(),
    };

    public static JsonObject Sync(Connection connection, string model, SyncRun run)
    {
        var startedAt = RecordTime.Iso(run.StartedAt);
        return new JsonObject
        {
            ["from"] = "nango",
            ["type"] = "sync",
            ["connectionId"] = connection.ConnectionId,
            ["providerConfigKey"] = connection.ProviderConfigKey,
            ["syncName"] = SyncNames.Of(connection.Provider, model),
            ["syncVariant"] = "base",
            ["model"] = model,
            ["syncType"] = run.IsInitial ? "INITIAL" : "INCREMENTAL",
            ["success"] = true,
            ["responseResults"] = new JsonObject { ["added"] = run.Added, ["updated"] = run.Updated, ["deleted"] = run.Deleted },
            ["modifiedAfter"] = startedAt,
            ["queryTimeStamp"] = startedAt,
        };
    }

    /// <summary>A run failed, which one webhook tells for all its models; one that was aborted names none.</summary>
    /// <param name="lastSuccess">What Nango calls the start: the last run that went well, now if there was none.</param>
    public static JsonObject SyncFailed(
        Connection connection, string syncName, IReadOnlyList<string> models, JsonObject error, DateTimeOffset? lastSuccess, DateTimeOffset now) => new()
    {
        ["from"] = "nango",
        ["type"] = "sync",
        ["connectionId"] = connection.ConnectionId,
        ["providerConfigKey"] = connection.ProviderConfigKey,
        ["syncName"] = syncName,
        ["syncVariant"] = "base",
        ["model"] = string.Join(',', models),
        ["syncType"] = lastSuccess is null ? "INITIAL" : "INCREMENTAL",
        ["success"] = false,
        ["error"] = error,
        ["startedAt"] = RecordTime.Iso(lastSuccess ?? now),
        ["failedAt"] = RecordTime.Iso(now),
    };

    public static JsonObject Tags(IReadOnlyDictionary<string, string> tags)
        => new(tags.Select(tag => KeyValuePair.Create<string, JsonNode?>(tag.Key, tag.Value)));
}
