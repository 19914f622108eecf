using Cortex.Items;
using Cortex.Nango;
using Cortex.Storage.Connections;
using Cortex.Storage.Deliveries;
using Cortex.Storage.Items;
using Cortex.Storage.Units;

namespace Cortex.Connections;

/// <summary>Deals with the webhooks that announce changes of one model: reads the records, offers what happened to the units, keeps the fates.</summary>
/// <remarks>
/// The story: (1) read a page of records; (2) drop those that were seen before; (3) offer what the others amount to, after which every run that they cause is a row;
/// (4) keep the fates, the records' states and the cursor in one transaction. A crash before (4) repeats the page, and finds its runs made.
/// </remarks>
internal sealed class SyncPass(
    INangoClient nango, ItemStore items, UnitStore units, FateBooks fates, ProgressStore progress, UnitOffers offers, IEnumerable<IRecordCompleter> completers, TimeProvider time)
{
    /// <summary>Records per page: what one step of the story holds in memory and one transaction writes.</summary>
    public const int PageSize = 200;

    /// <summary>Pages that are looked through for news, or as many as it takes to get on; what lies beyond them comes with what is found, or the next time.</summary>
    private const int NewsPagesMax = 20;

    /// <summary>Goes through the pages. Afterwards every delivery of the group is processed, and has its fates.</summary>
    /// <returns>Null if Nango has none of the records that a webhook announced, which a replica that lags explains, and they are to be waited for: then nothing was written.</returns>
    public async Task<SyncEnd?> RunAsync(ConnectionState state, IReadOnlyList<SyncDelivery> group, CancellationToken cancellationToken)
    {
        var connection = state.Row;
        var first = group[0].Detail;
        var books = new Dictionary<DeliveryId, FateBook>();
        foreach (var e in group)
        {
            books[e.Delivery.Id] = await fates.OpenAsync(e.Delivery, cancellationToken);
        }

        var announcedSince = group.Any(e => e.Detail.ModifiedAfter is null) ? null : group.Min(e => e.Detail.ModifiedAfter);
        var cursor = state.CursorOf(first.Model, first.Variant);
        var query = Query(connection, first, cursor.Resume, cursor.Resume is null ? ReadStart.ForWebhooks(cursor.HighWater, announcedSince) : null);
        var (found, hasTimes, leftOut) = (false, false, 0);
        while (true)
        {
            var page = await nango.ListRecordsAsync(query, cancellationToken);
            found |= page.Records.Any(r => announcedSince is null || r.LastModifiedAt >= announcedSince);
            var isLast = page.NextCursor is null;
            var isMissingAnnounced = isLast && !found && group.Any(e => !e.Detail.ChangedNothing);
            if (isMissingAnnounced && IsWaitedFor(group))
            {
                return null;
            }

            // Only now, as automations are made while pages are read.
            var routes = await units.ListRoutesAsync(connection.User, connection.Provider, cancellationToken);
            var states = await OfferAsync(connection, group, books, routes, page.Records, cancellationToken);
            hasTimes |= states.Any(record => record.StartsAt is not null || record.EndsAt is not null);
            cursor = cursor with { HighWater = Newest(cursor.HighWater, page.Records), Resume = page.NextCursor };
            leftOut += (await progress.SaveAsync(
                new(connection.Key, connection.User)
                {
                    Ends = isLast ? [.. group.Select(e => EndOf(e, books[e.Delivery.Id], connection.Provider, routes.Count))] : [],
                    Pages = isLast ? [] : [.. books.Select(book => book.Value.TakePage(book.Key))],
                    Items = states,
                    Cursor = new(first.Model, first.Variant, cursor),
                },
                cancellationToken)).Count;
            if (isLast)
            {
                return new(books.ToDictionary(b => b.Key, b => b.Value.Runs), isMissingAnnounced, leftOut, hasTimes, cursor);
            }

            query = query with { Cursor = page.NextCursor };
        }
    }

    /// <summary>Looks whether Nango has changes that were not dealt with, and deals with none of them.</summary>
    /// <param name="state">The connection's state.</param>
    /// <param name="model">The model.</param>
    /// <param name="variant">The sync's variant, or null.</param>
    /// <param name="until">Up to when changes are of interest: the webhooks of later ones may be on their way.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async Task<News> FindNewsAsync(ConnectionState state, string model, string? variant, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var cursor = state.CursorOf(model, variant);
        if (cursor.Resume is not null)
        {
            // A read is under way that will find them.
            return default;
        }

        var connection = state.Row;
        var query = Query(connection, new(string.Empty, variant, model, null, null, null, null), null, ReadStart.ForLook(cursor.HighWater, cursor.LookedTo)) with
        {
            Priority = CallPriority.Reconciliation,
        };
        var news = default(News);
        for (var pages = 1; ; pages++)
        {
            var page = await nango.ListRecordsAsync(query, cancellationToken);
            foreach (var kind in Known(connection, model, page.Records).GroupBy(r => r.Normalised.Kind))
            {
                var seen = await SeenAsync(connection, kind.Key, kind.Select(r => r.Normalised.RecordId), cancellationToken);
                var unseen = kind.Where(r => seen.TryGetValue(r.Normalised.RecordId, out var before)
                    ? before.LastModifiedAt < r.Normalised.LastModifiedAt
                    : r.Record.Action != RecordAction.Deleted);
                news = unseen.Aggregate(news, (found, r) => found.With(r.Normalised.LastModifiedAt, until));
            }

            if (Newest(news.LookedTo, page.Records) is { } newest)
            {
                news = news with { LookedTo = newest < until ? newest : until };
            }

            // Many records have one stamp: a look that ended among those that the last one saw would end there every time.
            if (page.NextCursor is null || (pages >= NewsPagesMax && !(news.LookedTo <= cursor.LookedTo)))
            {
                return news;
            }

            query = query with { Cursor = page.NextCursor };
        }
    }

    private static RecordsQuery Query(ConnectionRow connection, WebhookDetail.SyncSucceeded detail, string? resume, DateTimeOffset? start) =>
        new(connection.ProviderConfigKey, connection.ConnectionId, detail.Model, detail.Variant, resume, start, PageSize);

    /// <summary>Announced changes that are not there are waited for once.</summary>
    private static bool IsWaitedFor(IReadOnlyList<SyncDelivery> group) => group[0].Delivery.Attempts == 0;

    /// <summary>Steps 2 and 3: offers what a page's records amount to.</summary>
    /// <returns>The states of the records, to be kept.</returns>
    private async Task<IReadOnlyList<ItemState>> OfferAsync(
        ConnectionRow connection, IReadOnlyList<SyncDelivery> group, Dictionary<DeliveryId, FateBook> books, IReadOnlyList<UnitRoute> routes, IReadOnlyList<NangoRecord> records,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        List<ItemState> states = [];
        Dictionary<(SyncDelivery Delivery, DateTimeOffset ReceivedAt), List<Item>> happened = [];
        var known = await CompletedAsync(connection, Known(connection, group[0].Detail.Model, records), cancellationToken);
        foreach (var kind in known.GroupBy(r => r.Normalised.Kind))
        {
            var seen = await SeenAsync(connection, kind.Key, kind.Select(r => r.Normalised.RecordId), cancellationToken);
            foreach (var (record, normalised) in kind)
            {
                var before = seen.GetValueOrDefault(normalised.RecordId);
                if (before is not null && before.LastModifiedAt >= normalised.LastModifiedAt)
                {
                    continue;
                }

                var change = ChangeOf(normalised, record, before?.FieldsJson);
                if (change is { SeenBefore: true, IsPruned: false } or { SeenBefore: false, IsDeleted: false })
                {
                    states.Add(StateOf(change.Current));
                }

                var deliveryOf = Attribution.Find(group, normalised.LastModifiedAt);

                // What changed after the webhook came has one of its own, which may still be under way: word of it comes now.
                var receivedAt = normalised.LastModifiedAt > deliveryOf.Delivery.ReceivedAt ? now : deliveryOf.Delivery.ReceivedAt;
                foreach (var happening in Happenings.Of(change))
                {
                    if (!happened.TryGetValue((deliveryOf, receivedAt), out var list))
                    {
                        happened[(deliveryOf, receivedAt)] = list = [];
                    }

                    list.Add(ItemOf(connection, change, happening));
                }
            }
        }

        foreach (var ((announced, receivedAt), list) in happened)
        {
            await offers.OfferAsync(connection, announced.Delivery, receivedAt, list, routes, books[announced.Delivery.Id], cancellationToken);
        }

        return states;
    }

    /// <summary>The records that Cortex reads, each once.</summary>
    private static List<(NangoRecord Record, NormalisedRecord Normalised)> Known(ConnectionRow connection, string model, IReadOnlyList<NangoRecord> records) =>
        [.. records
            .Select(r => (Record: r, Normalised: RecordNormaliser.Normalise(connection.Provider, model, r)!))
            .Where(r => r.Normalised is not null)
            .DistinctBy(r => (r.Normalised.Kind, r.Normalised.RecordId))];

    private async Task<IReadOnlyList<(NangoRecord Record, NormalisedRecord Normalised)>> CompletedAsync(
        ConnectionRow connection, List<(NangoRecord Record, NormalisedRecord Normalised)> known, CancellationToken cancellationToken)
    {
        if (known.Count == 0 || completers.FirstOrDefault(c => c.Provider == connection.Provider) is not { } completer)
        {
            return known;
        }

        var completed = await completer.CompleteAsync(connection, [.. known.Select(r => r.Normalised)], cancellationToken);
        return [.. known.Zip(completed, (r, normalised) => (r.Record, normalised))];
    }

    private async Task<Dictionary<string, SeenItem>> SeenAsync(ConnectionRow connection, string kind, IEnumerable<string> ids, CancellationToken cancellationToken) =>
        (await items.ListSeenAsync(connection.Key, kind, ids, cancellationToken)).ToDictionary(s => s.RecordId, StringComparer.Ordinal);

    /// <summary>A record that is gone, or that Nango has emptied, is what it was last; what its model does not bring stays as it was known.</summary>
    internal static RecordChange ChangeOf(NormalisedRecord normalised, NangoRecord record, string? previousJson)
    {
        var change = new RecordChange(normalised, record, previousJson);
        return previousJson is null ? change
            : change.IsDeleted || normalised.IsShell ? change with { Current = normalised with { FieldsJson = ProviderItems.OfKind(normalised.Kind)!.AfterDeletion(previousJson) } }
            : change.IsPruned ? change with { Current = normalised with { FieldsJson = previousJson } }
            : change with { Current = KnownFields.Keep(normalised, previousJson) };
    }

    private static ItemState StateOf(NormalisedRecord record) => new(record.Kind, record.RecordId, record.OccurredAt, record.LastModifiedAt, record.FieldsJson)
    {
        Missing = record.Missing,
        StartsAt = record.StartsAt,
        EndsAt = record.EndsAt,
    };

    private static Item ItemOf(ConnectionRow connection, RecordChange change, Happening happening) => new(
        connection.Key,
        connection.Provider,
        happening.Name,
        change.Current.Kind,
        change.Current.RecordId,
        happening.Occurrence,
        happening.OccurredAt,
        ChangedFields.AddTo(change.Current.FieldsJson, change.PreviousJson, connection.Provider, happening.Name),
        happening.PreviousJson ?? change.PreviousJson,
        happening.Series,
        change.Current.Missing is { Count: > 0 } missing ? missing : null);

    private static DeliveryEnd EndOf(SyncDelivery e, FateBook book, string provider, int routes)
    {
        var reason = !book.IsEmpty ? null
            : routes == 0 ? "No automation watches this account."
            : !RecordNormaliser.Knows(provider, e.Detail.Model) ? $"No automation can be about records of the model {e.Detail.Model}."
            : $"Nothing new for an automation in {e.Detail.Model}: no record that Cortex had not seen before, or none of a kind that sets one off.";
        return new(e.Delivery.Id, Failed: false, book.Outcome, reason, book.ToJson()) { Digest = book.Digest };
    }

    private static DateTimeOffset? Newest(DateTimeOffset? highWater, IReadOnlyList<NangoRecord> records)
    {
        var newest = records.Count == 0 ? highWater : records.Max(r => r.LastModifiedAt);
        return highWater > newest ? highWater : newest;
    }
}
