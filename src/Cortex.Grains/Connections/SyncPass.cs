using Cortex.Items;
using Cortex.Nango;
using Cortex.Storage.Connections;
using Cortex.Storage.Events;
using Cortex.Storage.Items;
using Cortex.Storage.Units;

namespace Cortex.Connections;

/// <summary>Deals with the webhooks that announce changes of one model: reads the records, offers what happened to the units, keeps the fates.</summary>
/// <remarks>
/// The story: (1) read a page of records; (2) drop those that were seen before; (3) offer what the others amount to, after which every run that they cause is a row;
/// (4) keep the fates and the records' states in one transaction; (5) move the cursor. A crash before (4) repeats the page, and finds its runs made;
/// a crash between (4) and (5) reads the page again and finds its records seen.
/// </remarks>
internal sealed class SyncPass(INangoClient nango, ItemStore items, UnitStore units, ProgressStore progress, UnitOffers offers)
{
    /// <summary>Records per page: what one step of the story holds in memory and one transaction writes.</summary>
    public const int PageSize = 200;

    /// <summary>Goes through the pages. Afterwards every event of the group is processed, and has its fates.</summary>
    /// <returns>How many runs each event caused; null if Nango has none of the records that a webhook announced, which a replica that lags explains: then nothing was written.</returns>
    public async Task<IReadOnlyDictionary<EventId, int>?> RunAsync(SyncState state, IReadOnlyList<SyncEvent> group, CancellationToken cancellationToken)
    {
        var connection = state.Connection;
        var first = group[0].Detail;
        var routes = await units.ListRoutesAsync(connection.User, connection.Provider, cancellationToken);
        var books = group.ToDictionary(e => e.Event.Id, e => FateBook.Open(e.Event.FatesJson));
        var announcedSince = group.Any(e => e.Detail.ModifiedAfter is null) ? null : group.Min(e => e.Detail.ModifiedAfter);
        var cursor = state.CursorOf(first.Model, first.Variant);
        var query = Query(connection, first, cursor, announcedSince, state.Recent);
        var found = false;
        while (true)
        {
            var page = await nango.ListRecordsAsync(query, cancellationToken);
            found |= page.Records.Any(r => announcedSince is null || r.LastModifiedAt >= announcedSince);
            if (page.NextCursor is null && !found && IsLagging(group))
            {
                return null;
            }

            var states = await DealAsync(state, group, books, routes, page.Records, cancellationToken);
            var isLast = page.NextCursor is null;
            await progress.SaveAsync(
                new(connection.Key, connection.User, isLast ? Ends(group, books, routes.Count) : [], isLast ? NoFates : books.ToDictionary(b => b.Key, b => b.Value.ToJson()), states),
                cancellationToken);
            cursor = new(Newest(cursor.HighWater, page.Records), isLast ? null : page.NextCursor);
            await state.SaveCursorAsync(first.Model, first.Variant, cursor);
            if (isLast)
            {
                return books.ToDictionary(b => b.Key, b => b.Value.Runs);
            }

            query = query with { Cursor = page.NextCursor };
        }
    }

    private static readonly Dictionary<EventId, string> NoFates = [];

    private static RecordsQuery Query(
        ConnectionRow connection, WebhookDetail.SyncSucceeded detail, ModelCursor cursor, DateTimeOffset? announcedSince, RecentChanges recent)
    {
        var start = cursor is { Resume: null, HighWater: { } highWater } ? ReadStart.Of(highWater, announcedSince, recent.OverlapBehind(highWater)) : null;
        return new(connection.ProviderConfigKey, connection.ConnectionId, detail.Model, detail.Variant, cursor.Resume, start, PageSize);
    }

    /// <summary>Announced changes that are not there are waited for once.</summary>
    private static bool IsLagging(IReadOnlyList<SyncEvent> group) => group[0].Event.Attempts == 0 && group.Any(e => !e.Detail.ChangedNothing);

    /// <summary>Steps 2 and 3: offers what a page's records amount to.</summary>
    /// <returns>The states of the records, to be kept.</returns>
    private async Task<IReadOnlyList<ItemState>> DealAsync(
        SyncState state, IReadOnlyList<SyncEvent> group, Dictionary<EventId, FateBook> books, IReadOnlyList<UnitRoute> routes, IReadOnlyList<NangoRecord> records,
        CancellationToken cancellationToken)
    {
        var connection = state.Connection;
        List<ItemState> states = [];
        Dictionary<SyncEvent, List<Item>> happened = [];
        var known = records
            .Select(r => (Record: r, Normalised: RecordNormaliser.Normalise(connection.Provider, group[0].Detail.Model, r)))
            .Where(r => r.Normalised is not null)
            .DistinctBy(r => (r.Normalised!.Kind, r.Normalised.RecordId));
        foreach (var kind in known.GroupBy(r => r.Normalised!.Kind))
        {
            var seen = (await items.ListSeenAsync(connection.Key, kind.Key, kind.Select(r => r.Normalised!.RecordId), cancellationToken))
                .ToDictionary(s => s.RecordId);
            foreach (var (record, normalised) in kind)
            {
                var before = seen.GetValueOrDefault(normalised!.RecordId);
                if (before is not null && before.LastModifiedAt >= normalised.LastModifiedAt)
                {
                    continue;
                }

                state.Recent.Add(normalised.LastModifiedAt);
                var change = ChangeOf(normalised, record, before?.FieldsJson);
                if (change.SeenBefore || !change.IsDeleted)
                {
                    states.Add(StateOf(change.Current));
                }

                var eventOf = Attribution.Of(group, normalised.LastModifiedAt);
                foreach (var happening in Happenings.Of(change))
                {
                    if (!happened.TryGetValue(eventOf, out var list))
                    {
                        happened[eventOf] = list = [];
                    }

                    list.Add(ItemOf(connection, change, happening));
                }
            }
        }

        foreach (var (syncEvent, list) in happened)
        {
            await offers.OfferAsync(connection, syncEvent.Event, list, routes, books[syncEvent.Event.Id], cancellationToken);
        }

        return states;
    }

    /// <summary>A record that is gone, or that Nango has emptied, is what it was last.</summary>
    private static RecordChange ChangeOf(NormalisedRecord normalised, NangoRecord record, string? previousJson)
    {
        var change = new RecordChange(normalised, record, previousJson);
        return previousJson is null ? change
            : change.IsDeleted ? change with { Current = normalised with { FieldsJson = ProviderItems.OfKind(normalised.Kind)!.AfterDeletion(previousJson) } }
            : change.IsPruned ? change with { Current = normalised with { FieldsJson = previousJson } }
            : change;
    }

    private static ItemState StateOf(NormalisedRecord record) => new(record.Kind, record.RecordId, record.OccurredAt, record.LastModifiedAt, record.FieldsJson);

    private static Item ItemOf(ConnectionRow connection, RecordChange change, Happening happening) => new(
        connection.Key,
        connection.Provider,
        happening.Event,
        change.Current.Kind,
        change.Current.RecordId,
        happening.Occurrence,
        happening.OccurredAt,
        ChangedFields.AddTo(change.Current.FieldsJson, change.PreviousJson, connection.Provider, happening.Event),
        happening.PreviousJson ?? change.PreviousJson,
        happening.Series,
        change.Current.Missing is { Count: > 0 } missing ? missing : null);

    private static List<EventEnd> Ends(IReadOnlyList<SyncEvent> group, Dictionary<EventId, FateBook> books, int routes) =>
        [.. group.Select(e => EndOf(e, books[e.Event.Id], routes))];

    private static EventEnd EndOf(SyncEvent e, FateBook book, int routes)
    {
        var reason = !book.IsEmpty ? null
            : routes == 0 ? "No automation watches this account."
            : $"Nothing new for an automation in {e.Detail.Model}: no record that Cortex had not seen before, or none of a kind that sets one off.";
        return new(e.Event.Id, Failed: false, book.Outcome, reason, book.ToJson());
    }

    private static DateTimeOffset? Newest(DateTimeOffset? highWater, IReadOnlyList<NangoRecord> records)
    {
        var newest = records.Count == 0 ? highWater : records.Max(r => r.LastModifiedAt);
        return highWater > newest ? highWater : newest;
    }
}
