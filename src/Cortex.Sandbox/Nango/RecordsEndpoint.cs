using System.Text.Json.Nodes;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Faults;
using Cortex.Sandbox.Records;

namespace Cortex.Sandbox.Nango;

internal static class RecordsEndpoint
{
    private const int PruneLimitDefault = 1_000;
    private const int PruneLimitMax = 10_000;

    public static void MapRecords(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/records", List);
        routes.MapPatch("/records/prune", PruneAsync);
    }

    private static IResult List(HttpContext http, ConnectionStore connections, RecordStore records, TimeProvider time)
    {
        if (ConnectionHeaders.TryRead(http.Request, out var headerFaults) is not { } names)
        {
            return NangoResults.InvalidHeaders(headerFaults);
        }

        var reader = new RecordsQueryReader(http.Request.Query, time);
        var request = reader.Read();
        if (reader.Faults.Count > 0)
        {
            return NangoResults.InvalidQuery(reader.Faults);
        }

        if (names.Find(connections) is not { } connection)
        {
            return NangoResults.UnknownConnection();
        }

        RecordCursor? cursor = null;
        if (request.Cursor is { } text && (cursor = RecordCursor.TryParse(text)) is null)
        {
            return NangoResults.ServerError("Failed to fetch records: invalid cursor");
        }

        // Only base variants are ever saved here, and a model that nobody saved is empty, not unknown.
        var query = new RecordQuery(cursor, request.ModifiedAfter, request.Limit, request.Filter, request.Ids, ReplicaLag.SeenUpTo(http, time));
        var page = request.Variant == "base" ? records.Read(connection.ConnectionId, request.Model, query) : RecordPage.Empty;
        return NangoResults.Json(new JsonObject
        {
            ["next_cursor"] = page.NextCursor?.ToString(),
            ["records"] = new JsonArray([.. page.Records.Select(RecordJson.Of)]),
        });
    }

    private static async Task<IResult> PruneAsync(
        HttpContext http, ConnectionStore connections, RecordStore records, CancellationToken cancellationToken)
    {
        var body = await BodyReader.ReadAsync(http.Request, cancellationToken);
        body.Allow("model", "variant", "until_cursor", "limit");
        var model = body.RequiredText("model");
        var variant = body.Text("variant") ?? "base";
        var until = body.RequiredText("until_cursor");
        var limit = body.Number("limit", 1, PruneLimitMax) ?? PruneLimitDefault;
        if (body.Faults.Count > 0 || !ModelName.IsValid(model))
        {
            return NangoResults.InvalidBody(body.Faults.Count > 0 ? body.Faults : [new NangoFault("invalid_format", "Invalid model", ["model"])]);
        }

        if (ConnectionHeaders.TryRead(http.Request, out var headerFaults) is not { } names)
        {
            return NangoResults.InvalidHeaders(headerFaults);
        }

        if (names.Find(connections) is not { } connection)
        {
            return NangoResults.UnknownConnection();
        }

        if (RecordCursor.TryParse(until) is not { } cursor)
        {
            return NangoResults.ServerError("Failed to prune records");
        }

        var (count, last) = variant == "base" ? records.Prune(connection.ConnectionId, model, cursor, limit) : (0, null);

        // As Nango has it: only when the very record of the cursor was pruned is it sure that no more are left.
        return NangoResults.Json(new JsonObject { ["count"] = count, ["has_more"] = count > 0 && last?.ToString() != until });
    }
}
