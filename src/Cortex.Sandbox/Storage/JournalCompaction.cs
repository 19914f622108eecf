using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Json;
using Cortex.Sandbox.Records;

namespace Cortex.Sandbox.Storage;

/// <summary>
/// Leaves out of a journal what later lines have made void, so that the rest replays to the same state: earlier states of a connection, a
/// user, a record, an event or a schedule, and everything of a connection that was deleted since. Lines of other kinds stay as they are.
/// </summary>
internal static class JournalCompaction
{
    public static IReadOnlyList<byte[]> Compact(IReadOnlyList<byte[]> lines)
    {
        // From the end to the beginning: what comes later is known when it is decided about a line.
        var later = new HashSet<string>(StringComparer.Ordinal);
        List<byte[]> kept = [];
        for (var index = lines.Count - 1; index >= 0; index--)
        {
            if (Reduce(lines[index], later) is { } line)
            {
                kept.Add(line);
            }
        }

        kept.Reverse();
        return kept;
    }

    private static byte[]? Reduce(byte[] line, HashSet<string> later)
    {
        var entry = JsonNode.Parse(line)!.AsObject();
        var kind = entry["kind"]!.GetValue<string>();
        var connectionId = (entry["connectionId"] ?? entry["connection"]?["connectionId"])?.GetValue<string>();
        if (kind == "connection-deleted")
        {
            // Kept itself: the number of a connection is never given out again.
            later.Add($"deleted {connectionId}");
            return line;
        }

        if (connectionId is not null && later.Contains($"deleted {connectionId}"))
        {
            return null;
        }

        return kind switch
        {
            "user" => later.Add($"user {entry["uid"]}") ? line : null,
            "connection" => later.Add($"connection {connectionId}") ? line : null,
            "sync-paused" => later.Add($"sync {connectionId} {entry["name"]}") ? line : null,
            "calendar" => later.Add($"calendar {connectionId} {entry["calendar"]!["id"]}") ? line : null,
            "calendar-event" => later.Add($"event {connectionId} {entry["calendarId"]} {entry["id"]}") ? line : null,
            "sobject" or "sobject-removed" => later.Add($"sobject {connectionId} {entry["id"]}") ? line : null,
            "custom-fields" => later.Add($"fields {connectionId}") ? line : null,
            "records-cleared" => Void(later, $"cleared {connectionId} {entry["model"]}"),
            "records" or "records-pruned" => later.Contains($"cleared {connectionId} {entry["model"]}") ? null : ReduceRecords(line, later),
            _ => line,
        };
    }

    /// <summary>A line that makes all before it void goes with them.</summary>
    private static byte[]? Void(HashSet<string> later, string what)
    {
        later.Add(what);
        return null;
    }

    /// <summary>Only records that no later line names again; the last run of a model is known even when it has none left.</summary>
    private static byte[]? ReduceRecords(byte[] line, HashSet<string> later)
    {
        switch (JsonSerializer.Deserialize<JournalEntry>(line, SandboxJson.Options))
        {
            case RecordsSaved saved:
                var isLastRun = later.Add($"run {saved.ConnectionId} {saved.Model}");
                var records = Latest(saved.ConnectionId, saved.Model, saved.Records, later);
                return records.Count > 0 || isLastRun ? Rewritten(line, saved with { Records = records }, records.Count == saved.Records.Count) : null;
            case RecordsPruned pruned:
                var others = Latest(pruned.ConnectionId, pruned.Model, pruned.Records, later);
                return others.Count > 0 ? Rewritten(line, pruned with { Records = others }, others.Count == pruned.Records.Count) : null;
            default:
                return line;
        }
    }

    private static List<StoredRecord> Latest(string connectionId, string model, IReadOnlyList<StoredRecord> records, HashSet<string> later)
        => [.. records.Where(record => later.Add($"record {connectionId} {model} {record.Id}"))];

    private static byte[] Rewritten(byte[] line, JournalEntry entry, bool isWhole)
        => isWhole ? line : JsonSerializer.SerializeToUtf8Bytes(entry, SandboxJson.Options);
}
