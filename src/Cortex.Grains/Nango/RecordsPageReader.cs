using System.Text.Json;

namespace Cortex.Nango;

/// <summary>Reads a page of GET /records.</summary>
internal static class RecordsPageReader
{
    /// <summary>Longer than any provider's id, short enough for an index.</summary>
    private const int IdLengthMax = 500;

    /// <summary>Reads a page.</summary>
    /// <returns>The page, and how many records had no usable id, position or time; null if the answer is no page.</returns>
    public static (RecordsPage Page, int Unreadable)? Read(NangoReply reply)
    {
        try
        {
            // A page may have megabytes: each record is detached by itself, the page as a whole never.
            using var document = NangoJson.Parse(reply.Body);
            return document.RootElement.Field("records") is { ValueKind: JsonValueKind.Array } ? Read(document.RootElement) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static (RecordsPage Page, int Unreadable) Read(JsonElement body)
    {
        var elements = body.Elements("records").ToList();
        List<NangoRecord> records = [.. elements.Select(ReadRecord).OfType<NangoRecord>()];
        return (new(records, body.Text("next_cursor") is { Length: > 0 } next ? next : null), elements.Count - records.Count);
    }

    private static NangoRecord? ReadRecord(JsonElement record) =>
        record.ObjectAt("_nango_metadata") is { } metadata
        && record.TextOrNumber("id") is { Length: > 0 and <= IdLengthMax } id
        && !id.Any(char.IsControl)
        && metadata.Text("cursor") is { Length: > 0 } cursor
        && metadata.Time("last_modified_at") is { } modified
            ? new(id, record.Clone(), Action(metadata), metadata.Time("first_seen_at") ?? modified, modified, cursor)
            : null;

    private static RecordAction Action(JsonElement metadata) => metadata.Text("last_action")?.ToUpperInvariant() switch
    {
        "DELETED" => RecordAction.Deleted,
        _ when metadata.Text("deleted_at") is not null => RecordAction.Deleted,
        "ADDED" => RecordAction.Added,
        _ => RecordAction.Updated,
    };
}
