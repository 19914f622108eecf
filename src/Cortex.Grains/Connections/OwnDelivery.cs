using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Storage.Connections;
using Cortex.Storage.Deliveries;
using Cortex.Storage.Items;

namespace Cortex.Connections;

/// <summary>Makes the deliveries that no webhook brings. They wait in the same backlog as webhooks, so that order, recovery and fates are the same.</summary>
internal static class OwnDelivery
{
    private const string ClockType = "clock";

    /// <summary>Records that no webhook had announced: to the reader of the backlog the same as a sync that has ended.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="model">The model that they are of.</param>
    /// <param name="variant">The sync's variant, or null.</param>
    /// <param name="oldest">The oldest change among them.</param>
    /// <param name="newest">The newest: the same find is one delivery, however often it is found.</param>
    /// <param name="now">The time.</param>
    public static OwnNewDelivery Found(ConnectionRow connection, string model, string? variant, DateTimeOffset oldest, DateTimeOffset newest, DateTimeOffset now)
    {
        var body = new JsonObject
        {
            ["from"] = "cortex",
            ["type"] = "sync",
            ["success"] = true,
            ["syncName"] = "reconciliation",
            ["syncVariant"] = variant ?? "base",
            ["model"] = model,
            ["providerConfigKey"] = connection.ProviderConfigKey,
            ["connectionId"] = connection.ConnectionId,
            ["modifiedAfter"] = oldest.UtcDateTime,
            ["responseResults"] = new JsonObject { ["added"] = 0, ["updated"] = 0, ["deleted"] = 0 },
        };
        return new(Create(connection, "sync", $"reconciliation|{model}|{variant}|{newest.UtcTicks}", body, now), DeliverySource.Reconciliation);
    }

    /// <summary>A span of time in which meetings began or ended.</summary>
    public static OwnNewDelivery Tick(ConnectionRow connection, ClockWindow span)
    {
        var body = new JsonObject { ["from"] = "cortex", ["type"] = ClockType, ["after"] = span.From.UtcDateTime, ["until"] = span.Until.UtcDateTime };
        return new(Create(connection, ClockType, $"clock|{span.Until.UtcTicks}", body, span.Until), DeliverySource.Clock);
    }

    /// <summary>The span that a tick is about.</summary>
    public static ClockWindow ReadTick(ReadOnlyMemory<byte> payload)
    {
        using var body = JsonDocument.Parse(payload);
        return new(body.RootElement.GetProperty("after").GetDateTimeOffset(), body.RootElement.GetProperty("until").GetDateTimeOffset());
    }

    private static NewDelivery Create(ConnectionRow connection, string type, string dedupeKey, JsonObject body, DateTimeOffset now) => new(
        DeliveryId.New(now), connection.Key, connection.ProviderConfigKey, connection.ConnectionId, type, dedupeKey,
        JsonSerializer.SerializeToUtf8Bytes(body), System.Diagnostics.Activity.Current?.Id, IgnoredReason: null);
}
