using Cortex.Storage.Connections;
using Cortex.Storage.Deliveries;
using Cortex.Storage.Units;
using Microsoft.Extensions.Logging;

namespace Cortex.Connections;

/// <summary>Fans the items of a delivery out to the units that may want them.</summary>
internal sealed partial class UnitOffers(IGrainFactory grains, ILogger<UnitOffers> logger)
{
    /// <summary>Units that are asked at a time.</summary>
    public const int ConcurrencyMax = 64;

    /// <summary>Bytes of items that are under way to units at a time, where one unit's do not exceed them.</summary>
    public const int BytesMax = 2 * 1024 * 1024;

    /// <summary>Offers items to every unit whose trigger fits them; the others' fate is settled here. One line of the book per item and unit.</summary>
    /// <param name="connection">Whose items they are.</param>
    /// <param name="delivery">The delivery that they are of.</param>
    /// <param name="receivedAt">When word of them came.</param>
    /// <param name="items">The items.</param>
    /// <param name="routes">The units that may want them.</param>
    /// <param name="book">Where their fates are entered.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async Task OfferAsync(
        ConnectionRow connection, PendingDelivery delivery, DateTimeOffset receivedAt, IReadOnlyList<Item> items, IReadOnlyList<UnitRoute> routes, FateBook book, CancellationToken cancellationToken)
    {
        foreach (var chunk in routes.Chunk(ConcurrencyOf(items)))
        {
            var answers = await Task.WhenAll(chunk.Select(route => AskAsync(connection, delivery, receivedAt, [.. items.Where(i => i.Happening == route.Happening)], route, cancellationToken)));
            for (var k = 0; k < chunk.Length; k++)
            {
                Enter(book, items, chunk[k], answers[k]);
            }
        }
    }

    private static int ConcurrencyOf(IReadOnlyList<Item> items) =>
        (int)Math.Clamp(BytesMax / Math.Max(1, items.Sum(item => (long)item.FieldsJson.Length + (item.PreviousJson?.Length ?? 0))), 1, ConcurrencyMax);

    private static void Enter(FateBook book, IReadOnlyList<Item> items, UnitRoute route, IReadOnlyList<Fate> fates)
    {
        var next = 0;
        foreach (var item in items)
        {
            book.Add(item, route, item.Happening == route.Happening ? fates[next++] : new(FateKind.Filtered, Reason: $"The automation waits for {route.Happening}; this was {item.Happening}."));
        }
    }

    private async Task<IReadOnlyList<Fate>> AskAsync(
        ConnectionRow connection, PendingDelivery delivery, DateTimeOffset receivedAt, IReadOnlyList<Item> items, UnitRoute route, CancellationToken cancellationToken)
    {
        if (items.Count == 0)
        {
            return [];
        }

        try
        {
            return await grains.Unit(route.Id)
                .OfferAsync(new(delivery.Id, receivedAt, route.Revision, connection.ProviderConfigKey, connection.ConnectionId, delivery.TraceParent, items), cancellationToken);
        }
        catch (GrainFailedException failure) when (DeliveryRetry.IsLastTry(delivery))
        {
            // A unit that breaks on this item every time must not keep the others, and what comes after, waiting for ever.
            LogUnitBroke(logger, failure, route.Id, delivery.Id);
            return [.. items.Select(_ => new Fate(FateKind.Ignored, Reason: "The automation could not judge it because of an internal error."))];
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{UnitId} breaks on {Event} every time; it is left out")]
    private static partial void LogUnitBroke(ILogger logger, Exception exception, UnitId unitId, DeliveryId @event);
}
