namespace Cortex.Connections;

/// <summary>Tells to which of several webhooks, whose records are read in one go, a record belongs. Pure.</summary>
internal static class Attribution
{
    /// <summary>The newest webhook whose run had begun when the record changed; the first one for records older than all of them.</summary>
    /// <param name="group">In the order of acceptance; at least one.</param>
    /// <param name="lastModifiedAt">The record's stamp.</param>
    public static SyncDelivery Find(IReadOnlyList<SyncDelivery> group, DateTimeOffset lastModifiedAt)
    {
        for (var i = group.Count - 1; i > 0; i--)
        {
            if (group[i].Detail.ModifiedAfter is { } start && start <= lastModifiedAt)
            {
                return group[i];
            }
        }

        return group[0];
    }
}
