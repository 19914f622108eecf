using Npgsql;

namespace Cortex.Api.Tests.Support;

/// <summary>Looks into the table of deliveries.</summary>
internal static class StoredDeliveries
{
    public sealed record Row(string Type, string? ConnectionId, string Status, string? Outcome, string? Reason, byte[] Payload, string? TraceParent, string? UserId);

    public static async Task<IReadOnlyList<Row>> ListAsync(ApiProcess api)
    {
        await using var command = api.Get<NpgsqlDataSource>().CreateCommand("SELECT type, connection_id, status, outcome, reason, payload, trace_parent, user_id FROM events ORDER BY seq");
        await using var reader = await command.ExecuteReaderAsync();
        List<Row> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add(new(
                reader.GetString(0), Text(1), reader.GetString(2), Text(3), Text(4), reader.GetFieldValue<byte[]>(5), Text(6), Text(7)));
        }

        return rows;

        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
    }

    public static async Task<IReadOnlyList<Row>> OfAsync(ApiProcess api, string payload) =>
        [.. (await ListAsync(api)).Where(r => r.Payload.AsSpan().SequenceEqual(System.Text.Encoding.UTF8.GetBytes(payload)))];
}
