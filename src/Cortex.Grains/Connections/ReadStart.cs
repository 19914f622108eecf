namespace Cortex.Connections;

/// <summary>Where a read of records begins. Pure.</summary>
/// <remarks>
/// A record's stamp is the time at which Nango's writing transaction began, so a record can become visible behind one that was read already; and a webhook's
/// <c>modifiedAfter</c> is the start of its run, before which none of the run's records can be stamped. Reading from the earlier of the two, less an overlap, misses neither;
/// what was seen before is known from the <c>items</c> table and dropped. (Nango docs, Records API; Nango sources, records store.)
/// </remarks>
internal static class ReadStart
{
    /// <summary>How far behind the newest change seen a read begins, at most.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromSeconds(60);

    /// <summary>The time from which to read, or null to read all there is.</summary>
    /// <param name="highWater">The newest change that was dealt with.</param>
    /// <param name="modifiedAfter">The earliest run start among the webhooks at hand; null if one of them does not say.</param>
    /// <param name="overlap">How far to go back behind the newest change; at most <see cref="Overlap"/>.</param>
    public static DateTimeOffset? Of(DateTimeOffset? highWater, DateTimeOffset? modifiedAfter, TimeSpan overlap)
    {
        if (highWater is not { } newest)
        {
            return null;
        }

        var start = newest - overlap;
        return modifiedAfter < start ? modifiedAfter : start;
    }
}
