using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Connections;

namespace Cortex.Sandbox.Nango;

/// <summary>What an application keeps on its connections: POST puts something else in its place, PATCH changes members of it.</summary>
internal static class MetadataEndpoints
{
    public static void MapMetadata(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/connections/metadata", ReplaceAsync);
        routes.MapPatch("/connections/metadata", MergeAsync);
    }

    private static Task<IResult> ReplaceAsync(HttpContext http, ConnectionStore connections, CancellationToken cancellationToken)
        => ChangeAsync(http, connections, (_, given) => given, StatusCodes.Status201Created, cancellationToken);

    private static Task<IResult> MergeAsync(HttpContext http, ConnectionStore connections, CancellationToken cancellationToken)
        => ChangeAsync(http, connections, Merge, StatusCodes.Status200OK, cancellationToken);

    private static async Task<IResult> ChangeAsync(
        HttpContext http, ConnectionStore connections, Func<JsonObject, JsonObject, JsonObject> change, int success, CancellationToken cancellationToken)
    {
        if (QueryFaults.Unknown(http.Request.Query).ToArray() is { Length: > 0 } queryFaults)
        {
            return NangoResults.InvalidQuery(queryFaults);
        }

        var body = await BodyReader.ReadAsync(http.Request, cancellationToken);
        body.Allow("connection_id", "provider_config_key", "metadata");
        var connectionIds = ConnectionIds(body);
        var key = body.RequiredText("provider_config_key");
        var metadata = body.RequiredObject("metadata");
        if (body.Faults.Count > 0)
        {
            return NangoResults.InvalidBody(body.Faults);
        }

        if (connectionIds.FirstOrDefault(connectionId => connections.Find(connectionId, key) is null) is { } unknown)
        {
            return Unknown(unknown, key, connectionIds.Count);
        }

        foreach (var connectionId in connectionIds)
        {
            connections.Change(
                connectionId, key, known => known with { Metadata = change(known.Metadata ?? [], metadata.DeepClone().AsObject()) });
        }

        return NangoResults.Json(body.Whole, success);
    }

    private static JsonObject Merge(JsonObject known, JsonObject given)
    {
        var merged = known.DeepClone().AsObject();
        foreach (var (name, value) in given)
        {
            merged[name] = value?.DeepClone();
        }

        return merged;
    }

    /// <summary>One id, or a list of them.</summary>
    private static List<string> ConnectionIds(BodyReader body)
    {
        if (body.Whole["connection_id"] is not JsonArray list)
        {
            return [body.RequiredText("connection_id")];
        }

        var ids = list.Where(id => id?.GetValueKind() == JsonValueKind.String).Select(id => id!.GetValue<string>()).ToList();
        if (ids.Count != list.Count)
        {
            body.Add("invalid_type", "Invalid input: expected string", "connection_id");
        }

        return ids;
    }

    private static IResult Unknown(string connectionId, string key, int count)
    {
        var sentence = $"Connection with connection id {connectionId} and provider config key {key} not found. "
            + "Please make sure the connection exists in the Nango dashboard"
            + (count > 1 ? ". No actions were taken on any of the connections as a result of this failure." : "");
        return NangoResults.Error(StatusCodes.Status404NotFound, "unknown_connection", sentence);
    }
}
