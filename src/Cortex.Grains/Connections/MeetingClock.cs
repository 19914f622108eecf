using Cortex.Catalog;
using Cortex.Storage.Connections;
using Cortex.Storage.Deliveries;
using Cortex.Storage.Items;
using Cortex.Storage.Units;

namespace Cortex.Connections;

/// <summary>
/// Sets automations off when meetings begin or end. The times are in the items' rows, so a meeting that moves moves its time with it;
/// how far the clock has been read is in the connection's row, so nothing falls between two readings, not even while nothing runs.
/// </summary>
internal sealed class MeetingClock(ItemStore items, UnitStore units, FateBooks books, ProgressStore progress, UnitOffers offers)
{
    /// <summary>Items that are offered at a time.</summary>
    private const int PageSize = 200;

    /// <summary>How late word of a beginning may come after the meeting is over, and of an end at all; later it is of no use to anybody.</summary>
    private static readonly TimeSpan LateMax = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan EndLateMax = TimeSpan.FromDays(1);

    /// <summary>Whether a connection's items have times at all.</summary>
    private static bool Concerns(ConnectionRow connection) =>
        CortexCatalog.Known.Providers.Any(provider => provider.Name == connection.Provider && provider.Triggers.Any(trigger => trigger.IsTimed));

    /// <summary>Reads the clock: what has come due since the last reading becomes one delivery of the backlog, in the transaction that notes how far it was read.</summary>
    /// <returns>When it is to be read next, null if nothing waits for it; and whether something has come due.</returns>
    public async Task<(DateTimeOffset? Next, bool HasAdded)> ReadAsync(ConnectionState state, CancellationToken cancellationToken)
    {
        var connection = state.Row;
        var timings = Concerns(connection) ? (await RoutesAsync(connection, cancellationToken)).Select(route => TimingOf(connection, route)).Distinct().ToList() : [];
        var span = new ClockWindow(state.ClockedTo ?? state.Now, state.Now);
        DateTimeOffset? next = null;
        var isDue = false;
        foreach (var timing in timings)
        {
            isDue = isDue || (await items.ListTimedAsync(connection.Key, timing, span, after: null, limit: 1, cancellationToken)).Count > 0;
            var at = await items.NextTimeAsync(connection.Key, timing, state.Now, cancellationToken);
            next = at < next || next is null ? at ?? next : next;
        }

        await progress.SaveAsync(
            new(connection.Key, connection.User)
            {
                Clock = new(timings.Count == 0 ? null : state.Now, next, state.ClockAt),
                Added = isDue ? [OwnDelivery.Tick(connection, span)] : [],
            },
            cancellationToken);
        return (next, isDue);
    }

    /// <summary>Offers what came due within the span of a delivery, and keeps the fates.</summary>
    /// <returns>How many runs it caused.</returns>
    public async Task<int> OfferAsync(ConnectionRow connection, PendingDelivery delivery, CancellationToken cancellationToken)
    {
        var span = OwnDelivery.ReadTick(delivery.Payload);
        var book = await books.OpenAsync(delivery, cancellationToken);
        foreach (var group in (await RoutesAsync(connection, cancellationToken)).GroupBy(route => (route.Happening, Timing: TimingOf(connection, route))))
        {
            TimedItem? last = null;
            List<TimedItem> page;
            do
            {
                page = await items.ListTimedAsync(connection.Key, group.Key.Timing, span, last, PageSize, cancellationToken);
                await OfferPageAsync(connection, delivery, group.Key.Happening, group.Key.Timing, page, [.. group], book, cancellationToken);
                last = page.LastOrDefault();
            }
            while (page.Count == PageSize);
        }

        var reason = book.IsEmpty ? "No automation waits for this any more, or the meeting was moved meanwhile." : null;
        await progress.SaveAsync(
            new(connection.Key, connection.User) { Ends = [new(delivery.Id, Failed: false, book.Outcome, reason, book.ToJson()) { Digest = book.Digest }] }, cancellationToken);
        return book.Runs;
    }

    private async Task OfferPageAsync(
        ConnectionRow connection, PendingDelivery delivery, string happening, ItemTiming timing, List<TimedItem> page, IReadOnlyList<UnitRoute> routes, FateBook book,
        CancellationToken cancellationToken)
    {
        var all = page.ConvertAll(timed => (Timed: timed, Item: ItemOf(connection, happening, timing, timed)));
        var inTime = all.Where(pair => !IsTooLate(pair.Timed, pair.Item.OccurredAt, timing, delivery.ReceivedAt)).Select(pair => pair.Item).ToList();
        foreach (var late in all.Select(pair => pair.Item).Except(inTime))
        {
            foreach (var route in routes)
            {
                book.Add(late, route, new(FateKind.TooOld, Reason: "Cortex was not running when it was due, and it is over."));
            }
        }

        await offers.OfferAsync(connection, delivery, delivery.ReceivedAt, inTime, routes, book, cancellationToken);
    }

    private static bool IsTooLate(TimedItem timed, DateTimeOffset due, ItemTiming timing, DateTimeOffset now) => timing.IsEnd
        ? now - due > EndLateMax
        : now - due > LateMax && (timed.EndsAt ?? timed.At) < now;

    private static Item ItemOf(ConnectionRow connection, string happening, ItemTiming timing, TimedItem timed)
    {
        var due = timing.IsEnd ? timed.At : timed.At - TimeSpan.FromMinutes(timing.LeadMinutes);
        if (!timing.IsEnd && timed.Since > due)
        {
            // Made or moved at short notice: it could not be announced before it was so.
            due = timed.Since;
        }

        var occurrence = $"{(timing.IsEnd ? "ended" : "starting")} {timed.At.UtcDateTime:O} {timing.LeadMinutes}";
        return new(
            connection.Key, connection.Provider, happening, timed.Kind, timed.RecordId, occurrence, due, timed.FieldsJson,
            Missing: timed.Missing.Count > 0 ? timed.Missing : null);
    }

    private async Task<List<UnitRoute>> RoutesAsync(ConnectionRow connection, CancellationToken cancellationToken) =>
        [.. (await units.ListRoutesAsync(connection.User, connection.Provider, cancellationToken)).Where(route => TriggerOf(connection, route) is { IsTimed: true })];

    private static ItemTiming TimingOf(ConnectionRow connection, UnitRoute route) =>
        TriggerOf(connection, route) is { TakesLeadTime: true } ? new(IsEnd: false, route.LeadMinutes) : new(IsEnd: true, 0);

    private static TriggerInfo? TriggerOf(ConnectionRow connection, UnitRoute route) => CortexCatalog.Known.FindTrigger(connection.Provider, route.Happening);
}
