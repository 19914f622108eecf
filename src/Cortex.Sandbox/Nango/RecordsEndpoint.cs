using System.Text.Json.Nodes;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Faults;
using Cortex.Sandbox.Records;

namespace Cortex.Sandbox.Nango;

internal static class RecordsEndpoint
{
    public static void MapRecords(this IEndpointRouteBuilder routes) => routes.MapGet("/records", List);

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
}
