using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Records;

namespace Cortex.Sandbox.Nango;

/// <summary>Syncs, as far as the sandbox has any: each model that holds records is one, and a run finds nothing new.</summary>
internal static class SyncEndpoints
{
    public static void MapSyncs(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sync/trigger", TriggerAsync);
        routes.MapGet("/sync/status", Status);
    }

    private static async Task<IResult> TriggerAsync(
        HttpContext http, ConnectionStore connections, Integrations integrations, SyncRunner runner, CancellationToken cancellationToken)
    {
        var body = await BodyReader.ReadAsync(http.Request, cancellationToken);
        body.Allow("provider_config_key", "connection_id", "syncs", "opts", "sync_mode", "full_resync");
        var key = body.Text("provider_config_key");
        var connectionId = body.Text("connection_id");
        var names = body.Array("syncs")?.Select(Name).ToHashSet() ?? [];
        if (body.Faults.Count > 0)
        {
            return NangoResults.InvalidBody(body.Faults);
        }

        if (key is null)
        {
            return NangoResults.Error(StatusCodes.Status400BadRequest, "missing_provider_config_key", "Missing provider_config_key");
        }

        if (integrations.ProviderOf(key) is null)
        {
            return NangoResults.Error(StatusCodes.Status400BadRequest, "unknown_provider_config", "Provider does not exist");
        }

        if (connectionId is not null && connections.Find(connectionId, key) is null)
        {
            return NangoResults.Error(StatusCodes.Status404NotFound, "unknown_connection", "Connection does not exist");
        }

        // Scheduled, not awaited: the answer does not wait for a run.
        foreach (var connection in Chosen(connections, key, connectionId))
        {
            runner.Schedule(connection, names);
        }

        return NangoResults.Success();
    }

    private static IResult Status(HttpContext http, ConnectionStore connections, RecordStore records)
    {
        var query = http.Request.Query;
        List<NangoFault> faults = [.. QueryFaults.Unknown(query, "provider_config_key", "syncs", "connection_id")];
        var key = QueryFaults.Single(query, "provider_config_key", faults);
        var names = QueryFaults.Single(query, "syncs", faults)?.Split(',').ToHashSet();
        var connectionId = QueryFaults.Single(query, "connection_id", faults);
        if (faults.Count > 0 || key is null || names is null)
        {
            return NangoResults.InvalidQuery([.. faults, .. Missing("provider_config_key", key), .. Missing("syncs", names)]);
        }

        if (connectionId is not null && connections.Find(connectionId, key) is null)
        {
            return NangoResults.UnknownConnection();
        }

        var syncs = Chosen(connections, key, connectionId)
            .SelectMany(connection => records.Models(connection.ConnectionId).Select(model => (connection, model)))
            .Where(sync => names.Contains("*") || names.Contains(SyncNames.Of(sync.connection.Provider, sync.model.Model)))
            .Select(sync => SyncJson.Of(sync.connection, sync.model));
        return NangoResults.Json(new JsonObject { ["syncs"] = new JsonArray([.. syncs]) });
    }

    private static IEnumerable<Connection> Chosen(ConnectionStore connections, string key, string? connectionId)
        => connections.All.Where(connection => connection.ProviderConfigKey == key && (connectionId ?? connection.ConnectionId) == connection.ConnectionId);

    /// <summary>A sync is named by text, "name::variant" included, or by an object.</summary>
    private static string Name(JsonNode? sync)
        => (sync is JsonObject named ? named["name"] : sync) is JsonValue name && name.GetValueKind() == JsonValueKind.String
            ? name.GetValue<string>().Split("::")[0]
            : "";

    private static IEnumerable<NangoFault> Missing(string name, object? value)
        => value is null ? [new NangoFault("invalid_type", "Invalid input: expected string, received undefined", [name])] : [];
}
