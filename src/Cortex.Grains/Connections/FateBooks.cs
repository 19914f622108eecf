using Cortex.Storage.Events;

namespace Cortex.Connections;

/// <summary>Opens the book of an event's fates.</summary>
internal sealed class FateBooks(EventStore events)
{
    /// <summary>The book with the pages that were kept before an interruption, if there was one.</summary>
    public async Task<FateBook> OpenAsync(PendingEvent e, CancellationToken cancellationToken) =>
        FateBook.Open(e.FatesJson is { } kept ? [kept, .. await events.ListPagesAsync(e.Id, cancellationToken)] : []);
}
