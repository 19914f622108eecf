namespace Cortex.Sandbox.Records;

/// <summary>
/// The records of one model of one connection, in the order in which they were last changed, with a stamp each. A change appends; the place where the
/// record stood before becomes a hole, and holes are swept out when they outnumber the records. Not safe for concurrent use.
/// </summary>
internal sealed class RecordLog
{
    private const int HolesBeforeSweepMin = 64;

    private readonly Dictionary<string, StoredRecord> byId = new(StringComparer.Ordinal);
    private List<StoredRecord> order = [];

    public SyncRun? LastRun { get; private set; }

    public DateTimeOffset LastStamp { get; private set; }

    public int LiveCount => byId.Values.Count(record => record.DeletedAt is null);

    public StoredRecord? Find(string id) => byId.GetValueOrDefault(id);

    public void Apply(SyncRun run, IReadOnlyList<StoredRecord> records)
    {
        LastRun = run;
        Apply(records);
    }

    /// <summary>Takes over records that no run has changed.</summary>
    public void Apply(IReadOnlyList<StoredRecord> records)
    {
        foreach (var record in records)
        {
            Place(record);
        }

        if (order.Count > (byId.Count * 2) + HolesBeforeSweepMin)
        {
            order = [.. order.Where(IsCurrent)];
        }
    }

    /// <summary>Forgets the records; the run and the stamp that come next still follow the last ones.</summary>
    public void Clear()
    {
        byId.Clear();
        order.Clear();
    }

    /// <summary>All records behind the cursor and not older than the given instant, oldest change first.</summary>
    public IEnumerable<StoredRecord> Read(RecordCursor? cursor, DateTimeOffset? modifiedAfter)
    {
        var from = Max(cursor?.LastModifiedAt, modifiedAfter);
        for (var index = from is { } instant ? IndexOf(instant) : 0; index < order.Count; index++)
        {
            var record = order[index];
            if (IsCurrent(record) && (cursor is null || cursor.IsBefore(record)))
            {
                yield return record;
            }
        }
    }

    private static DateTimeOffset? Max(DateTimeOffset? left, DateTimeOffset? right)
        => left is null || right > left ? right ?? left : left;

    /// <summary>A change appends; a record that did not move takes the place that its stamp gives it.</summary>
    private void Place(StoredRecord record)
    {
        byId[record.Id] = record;
        if (record.LastModifiedAt > LastStamp)
        {
            order.Add(record);
            LastStamp = record.LastModifiedAt;
        }
        else
        {
            order.Insert(IndexOf(record.LastModifiedAt), record);
        }
    }

    private bool IsCurrent(StoredRecord record) => ReferenceEquals(byId[record.Id], record);

    /// <summary>The first place whose stamp is not before the instant; stamps only grow, so it can be halved in.</summary>
    private int IndexOf(DateTimeOffset instant)
    {
        int low = 0, high = order.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = order[middle].LastModifiedAt < instant ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
