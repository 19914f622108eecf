namespace Cortex.Storage.Events;

/// <summary>The fates of one page of records of a delivery that has more pages.</summary>
/// <param name="Event">The delivery.</param>
/// <param name="Page">From 0.</param>
/// <param name="FatesJson">One entry per item and unit.</param>
public sealed record FatePage(EventId Event, int Page, string FatesJson);
