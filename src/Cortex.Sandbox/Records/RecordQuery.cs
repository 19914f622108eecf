namespace Cortex.Sandbox.Records;

/// <summary>What a reader of records asks for, checked.</summary>
/// <param name="UpTo">The last change that a reader sees who reads from a replica that lags behind.</param>
internal sealed record RecordQuery(
    RecordCursor? Cursor, DateTimeOffset? ModifiedAfter, int Limit, RecordFilter Filter, IReadOnlySet<string> Ids, DateTimeOffset? UpTo = null)
{
    public RecordPage Page(RecordLog log)
    {
        var found = log.Read(Cursor, ModifiedAfter)
            .TakeWhile(record => UpTo is null || record.LastModifiedAt <= UpTo)
            .Where(record => Filter.Lets(record.LastAction) && (Ids.Count == 0 || Ids.Contains(record.Id)))
            .Take(Limit + 1)
            .ToList();
        if (found.Count <= Limit)
        {
            return new RecordPage(found, null);
        }

        found.RemoveAt(Limit);
        return new RecordPage(found, found[^1].Cursor);
    }
}
