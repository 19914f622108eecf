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
        routes.MapPost("/sync/start", StartAsync);
        routes.MapPost("/sync/pause", PauseAsync);
        routes.MapGet("/sync/status", Status);
    }

    private static async Task<IResult> TriggerAsync(
        HttpContext http, ConnectionStore connections, Integrations integrations, SyncRunner runner, CancellationToken cancellationToken)
    {
        var body = await BodyReader.ReadAsync(http.Request, cancellationToken);
        var command = SyncCommand.Read(body, "opts", "sync_mode", "full_resync");
        var reset = SyncReset.Read(body);
        if (command.Refusal(body, connections, integrations) is { } refusal)
        {
            return refusal;
        }

        // Scheduled, not awaited: the answer does not wait for a run.
        foreach (var connection in command.Connections(connections))
        {
            runner.Trigger(connection, command.Names, reset);
        }

        return NangoResults.Success();
    }

    private static Task<IResult> StartAsync(
        HttpContext http, ConnectionStore connections, Integrations integrations, RecordStore records, PausedSyncs paused,
        CancellationToken cancellationToken)
        => ScheduleAsync(http, connections, integrations, records, paused, isPaused: false, cancellationToken);

    private static Task<IResult> PauseAsync(
        HttpContext http, ConnectionStore connections, Integrations integrations, RecordStore records, PausedSyncs paused,
        CancellationToken cancellationToken)
        => ScheduleAsync(http, connections, integrations, records, paused, isPaused: true, cancellationToken);

    private static async Task<IResult> ScheduleAsync(
        HttpContext http, ConnectionStore connections, Integrations integrations, RecordStore records, PausedSyncs paused, bool isPaused,
        CancellationToken cancellationToken)
    {
        var body = await BodyReader.ReadAsync(http.Request, cancellationToken);
        var command = SyncCommand.Read(body);
        if (command.Refusal(body, connections, integrations) is { } refusal)
        {
            return refusal;
        }

        foreach (var connection in command.Connections(connections))
        {
            foreach (var name in command.NamesFor(connection, records))
            {
                paused.Set(connection.ConnectionId, name, isPaused);
            }
        }

        return NangoResults.Success();
    }

    private static IResult Status(HttpContext http, ConnectionStore connections, RecordStore records, PausedSyncs paused)
    {
        var query = http.Request.Query;
        List<NangoFault> faults = [.. QueryFaults.Unknown(query, "provider_config_key", "syncs", "connection_id")];
        var key = QueryFaults.Single(query, "provider_config_key", faults);
        var names = QueryFaults.Single(query, "syncs", faults)?.Split(',').Select(SyncCommand.WithoutVariant).ToHashSet();
        var connectionId = QueryFaults.Single(query, "connection_id", faults);
        if (faults.Count > 0 || key is null || names is null)
        {
            return NangoResults.InvalidQuery([.. faults, .. Missing("provider_config_key", key), .. Missing("syncs", names)]);
        }

        if (connectionId is not null && connections.Find(connectionId, key) is null)
        {
            return NangoResults.UnknownConnection();
        }

        var syncs = new SyncCommand(key, connectionId, names).Connections(connections)
            .SelectMany(connection => records.Models(connection.ConnectionId)
                .Select(model => (connection, model, name: SyncNames.Of(connection.Provider, model.Model))))
            .Where(sync => names.Contains("*") || names.Contains(sync.name))
            .Select(sync => SyncJson.Of(sync.connection, sync.model, paused.IsPaused(sync.connection.ConnectionId, sync.name)));
        return NangoResults.Json(new JsonObject { ["syncs"] = new JsonArray([.. syncs]) });
    }

    private static IEnumerable<NangoFault> Missing(string name, object? value)
        => value is null ? [new NangoFault("invalid_type", "Invalid input: expected string, received undefined", [name])] : [];
}
