namespace Cortex.Connections;

/// <summary>Where a read of records begins. Pure.</summary>
/// <remarks>
/// A record's stamp is the time at which Nango's writing transaction began, so a record can become visible behind one that was read already; and a webhook's
/// <c>modifiedAfter</c> is the start of its run, before which none of the run's records can be stamped: a read from there misses none of them. What a webhook that was lost would have
/// announced, and what became visible late behind it, is found by the look without a webhook, which reads again what was read since the last look.
/// What was seen before is known from the <c>items</c> table and dropped. (Nango docs, Records API; Nango sources, records store.)
/// </remarks>
internal static class ReadStart
{
    /// <summary>How far behind the newest change seen a read begins of which no webhook says where.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromSeconds(60);

    /// <summary>How far before what a webhook announced a read begins: its own clock's and Nango's stamps may differ.</summary>
    public static readonly TimeSpan AnnouncedOverlap = TimeSpan.FromSeconds(2);

    /// <summary>The time from which to read for webhooks, or null to read all there is.</summary>
    /// <param name="highWater">The newest change that was dealt with.</param>
    /// <param name="modifiedAfter">The earliest run start among the webhooks at hand; null if one of them does not say.</param>
    public static DateTimeOffset? ForWebhooks(DateTimeOffset? highWater, DateTimeOffset? modifiedAfter) => highWater is not { } newest ? null
        : modifiedAfter is not { } announced ? newest - Overlap
        : Earlier(newest, announced) - AnnouncedOverlap;

    /// <summary>How far behind the newest change seen the first look begins.</summary>
    public static readonly TimeSpan FirstLook = TimeSpan.FromHours(1);

    /// <summary>The time from which to look for what no webhook announced, or null to look at all there is.</summary>
    /// <param name="highWater">The newest change that was dealt with.</param>
    /// <param name="lookedTo">
    /// Up to which change it was looked before. No look goes farther than what was old enough for its webhook to have come (<see cref="GrainSettings.ReconciliationGrace"/>): that is the overlap.
    /// </param>
    public static DateTimeOffset? ForLook(DateTimeOffset? highWater, DateTimeOffset? lookedTo) =>
        lookedTo is { } looked ? Earlier(highWater ?? looked, looked) - AnnouncedOverlap : highWater - FirstLook;

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
