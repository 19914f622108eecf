namespace Cortex.Storage.Deliveries;

/// <summary>The fates of one page of records of a delivery that has more pages.</summary>
/// <param name="Delivery">The delivery.</param>
/// <param name="Page">From 0.</param>
/// <param name="FatesJson">One entry per item and unit.</param>
public sealed record FatePage(DeliveryId Delivery, int Page, string FatesJson);
