using System.Text.Json.Nodes;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Records;

namespace Cortex.Sandbox.Webhooks;

/// <summary>The bodies of Nango's webhooks. The order of the keys does not matter here: the writer sorts them.</summary>
internal static class WebhookBodies
{
    public const string Environment = "dev";

    public static JsonObject Auth(Connection connection, bool isNew) => new()
    {
        ["from"] = "nango",
        ["type"] = "auth",
        ["operation"] = isNew ? "creation" : "override",
        ["success"] = true,
        ["connectionId"] = connection.ConnectionId,
        ["authMode"] = "OAUTH2",
        ["providerConfigKey"] = connection.ProviderConfigKey,
        ["provider"] = connection.Provider,
        ["environment"] = Environment,
        ["tags"] = Tags(connection.Tags),
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

    public static JsonObject Tags(IReadOnlyDictionary<string, string> tags)
        => new(tags.Select(tag => KeyValuePair.Create<string, JsonNode?>(tag.Key, tag.Value)));
}
