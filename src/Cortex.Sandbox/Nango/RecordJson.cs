using System.Text.Json.Nodes;
using Cortex.Sandbox.Records;

namespace Cortex.Sandbox.Nango;

internal static class RecordJson
{
    public static JsonNode Of(StoredRecord record)
    {
        var json = record.PrunedAt is null ? JsonNode.Parse(record.Payload)!.AsObject() : [];
        json["id"] = record.Id;
        json["_nango_metadata"] = new JsonObject
        {
            ["first_seen_at"] = RecordTime.Stamp(record.FirstSeenAt),
            ["last_modified_at"] = RecordTime.Stamp(record.LastModifiedAt),
            ["last_action"] = record.LastAction.ToString().ToUpperInvariant(),
            ["deleted_at"] = record.DeletedAt is { } deletedAt ? RecordTime.Stamp(deletedAt) : null,
            ["pruned_at"] = record.PrunedAt is { } prunedAt ? RecordTime.Stamp(prunedAt) : null,
            ["cursor"] = record.Cursor.ToString(),
        };
        return json;
    }
}
