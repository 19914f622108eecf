namespace Cortex.Sandbox.Records;

/// <summary>
/// What saving records does to a model's log, decided without touching it: unchanged payloads do not move (one that was pruned is whole again), a record that comes back
/// after its deletion is new, a deletion leaves the id alone, and deleting an id that was never seen makes a record but is not counted.
/// </summary>
internal static class SyncRunPlan
{
    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);

    public static (SyncRun Run, IReadOnlyList<StoredRecord> Records) Make(RecordLog log, IReadOnlyList<RecordInput> inputs, DateTimeOffset now)
    {
        // The run's start names the run in its webhook, so no two runs of a model share one.
        var startedAt = RecordTime.Floor(now, Millisecond);
        if (log.LastRun is { } last && startedAt <= last.StartedAt)
        {
            startedAt = last.StartedAt + Millisecond;
        }

        var stamp = Max(RecordTime.Floor(now, RecordTime.Microsecond), startedAt, log.LastStamp + RecordTime.Microsecond);
        var changes = new Dictionary<RecordAction, int>();
        List<StoredRecord> changed = [];
        foreach (var input in Latest(inputs))
        {
            var known = log.Find(input.Id);
            if (Next(known, input, stamp) is not { } record)
            {
                continue;
            }

            changed.Add(record);
            if (record.LastModifiedAt != stamp)
            {
                continue;
            }

            stamp += RecordTime.Microsecond;
            if (known is not null || !input.IsDeletion)
            {
                changes[record.LastAction] = changes.GetValueOrDefault(record.LastAction) + 1;
            }
        }

        var run = new SyncRun(
            startedAt,
            log.LastRun is null,
            changes.GetValueOrDefault(RecordAction.Added),
            changes.GetValueOrDefault(RecordAction.Updated),
            changes.GetValueOrDefault(RecordAction.Deleted));
        return (run, changed);
    }

    /// <summary>An id that is named twice counts once, as it last was.</summary>
    private static IEnumerable<RecordInput> Latest(IReadOnlyList<RecordInput> inputs)
        => inputs.Reverse().DistinctBy(input => input.Id).Reverse();

    private static StoredRecord? Next(StoredRecord? known, RecordInput input, DateTimeOffset stamp)
    {
        if (known is null)
        {
            return new StoredRecord(input.Id, Guid.NewGuid(), input.Payload, stamp, stamp, input.IsDeletion ? stamp : null);
        }

        if (input.IsDeletion)
        {
            return known.DeletedAt is null
                ? known with { Payload = input.Payload, LastModifiedAt = stamp, DeletedAt = stamp, PrunedAt = null }
                : null;
        }

        if (known.DeletedAt is not null)
        {
            return known with
            {
                Payload = input.Payload, FirstSeenAt = stamp, LastModifiedAt = stamp, DeletedAt = null, PrunedAt = null,
            };
        }

        if (known.Payload != input.Payload)
        {
            return known with { Payload = input.Payload, LastModifiedAt = stamp, PrunedAt = null };
        }

        return known.PrunedAt is null ? null : known with { PrunedAt = null };
    }

    private static DateTimeOffset Max(params ReadOnlySpan<DateTimeOffset> instants)
    {
        var latest = instants[0];
        foreach (var instant in instants[1..])
        {
            latest = instant > latest ? instant : latest;
        }

        return latest;
    }
}
