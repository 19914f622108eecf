using Cortex.Storage.Deliveries;

namespace Cortex.Connections;

/// <summary>Opens the book of a delivery's fates.</summary>
internal sealed class FateBooks(DeliveryStore deliveries)
{
    /// <summary>The book with the pages that were kept before an interruption, if there was one.</summary>
    public async Task<FateBook> OpenAsync(PendingDelivery delivery, CancellationToken cancellationToken) =>
        FateBook.Open(delivery.FatesJson is { } kept ? [kept, .. await deliveries.ListPagesAsync(delivery.Id, cancellationToken)] : []);
}
