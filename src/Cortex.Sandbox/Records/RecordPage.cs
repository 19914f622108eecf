namespace Cortex.Sandbox.Records;

internal sealed record RecordPage(IReadOnlyList<StoredRecord> Records, RecordCursor? NextCursor)
{
    public static readonly RecordPage Empty = new([], null);
}
