using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cortex.Catalog;
using Cortex.Nango;

namespace Cortex.Items;

/// <summary>What Google Calendar's records mean: <c>CalendarEvent</c> of the current syncs, <c>GoogleCalendarEvent</c> of the legacy one.</summary>
/// <remarks>
/// <para>The syncs bring a recurring event as a record for each of its instances. It is created once, which is what <see cref="Item.Series"/> is for.</para>
/// <para>
/// Changed and cancelled it can be as a whole (a record for each instance, all saved by one run of the sync) or instance by instance, and a record does not say which.
/// What changes of one series carry the same minute in Nango's stamps counts as one change: a series that is deleted is cancelled once, and an instance that is cancelled
/// another time counts by itself. Two instances that somebody cancels so close to each other that one run finds both count as one.
/// </para>
/// <para>A series that is moved to another time of day gets new instances from Google, under other ids: its old ones are cancelled.</para>
/// </remarks>
internal sealed partial class CalendarItems : IProviderItems
{
    public const string Kind = "event";
    public const string Confirmed = "confirmed";
    public const string Cancelled = "cancelled";

    private const string EventCreated = "event.created";
    private const string EventUpdated = "event.updated";
    private const string EventCancelled = "event.cancelled";

    private static readonly ItemKind Fields = CortexCatalog.Known.FindTrigger(Providers.GoogleCalendar, EventUpdated)!.Item;

    public string Provider => Providers.GoogleCalendar;

    public IReadOnlyCollection<string> Models { get; } = ["CalendarEvent", "GoogleCalendarEvent"];

    public IReadOnlyCollection<string> Kinds { get; } = [Kind];

    public IReadOnlyCollection<string> Events { get; } = [EventCreated, EventUpdated, EventCancelled, "event.starting", "event.ended"];

    public NormalisedRecord? Normalise(string model, NangoRecord record)
    {
        var fields = CalendarEventReader.Read(record.Body);
        if (record.Action == RecordAction.Deleted)
        {
            fields = fields with { Status = Cancelled };
        }

        var takesPlace = !IsCancelled(fields.Status);
        return new(Kind, record.Id, ItemTime.Parse(record.Body.Text("created")) ?? record.FirstSeenAt, record.LastModifiedAt, fields.ToJson(record.Id))
        {
            Missing = fields.Missing,
            IsShell = !takesPlace && fields.Start is null,
            StartsAt = takesPlace ? fields.Start?.At : null,
            EndsAt = takesPlace ? fields.End?.At : null,
        };
    }

    public IReadOnlyList<Happening> HappeningsOf(RecordChange change)
    {
        var isCancelled = change.IsDeleted || IsCancelled(change.Fields);
        if (!change.SeenBefore)
        {
            return isCancelled ? [] : [Happening.Once(EventCreated, change.Current) with { Series = SeriesOf(change) }];
        }

        if (isCancelled)
        {
            return IsCancelled(change.Previous) ? [] : [Change(EventCancelled, change)];
        }

        // One that had been cancelled and is there again differs in its status.
        return Differs(change) ? [Change(EventUpdated, change)] : [];
    }

    public string AfterDeletion(string previousJson)
    {
        var fields = JsonNode.Parse(previousJson)!.AsObject();
        fields["status"] = Cancelled;
        return fields.ToJsonString(ItemJson.Options);
    }

    /// <summary>Whether something that people see is not as it was. Where an event that says nothing of its calendar got or lost that name, it is no change.</summary>
    private static bool Differs(RecordChange change) =>
        ChangedFields.Of(change.Fields, change.Previous, Fields).Except([.. change.Current.Missing, "calendar"], StringComparer.Ordinal).Any();

    private static Happening Change(string name, RecordChange change)
    {
        var happening = Happening.Change(name, change.Current);
        if (SeriesOf(change) is not { } series)
        {
            return happening;
        }

        // The time is part of what makes two occurrences one. It is the minute's end, since its beginning may be before the automation was made.
        var minute = new DateTimeOffset(happening.OccurredAt.UtcTicks / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute, TimeSpan.Zero);
        return new(name, $"{name["event.".Length..]} {minute.UtcDateTime:yyyy-MM-dd'T'HH:mm'Z'}", minute.AddMinutes(1), series);
    }

    /// <summary>"This and all following" makes another recurring event, whose id is the old one's with a mark; to people it is still the same.</summary>
    private static string? SeriesOf(RecordChange change) =>
        change.Fields.Text(CalendarFields.Series) is { } series ? SplitMark().Replace(series, string.Empty) : null;

    private static bool IsCancelled(JsonElement fields) => IsCancelled(fields.Text("status"));

    private static bool IsCancelled(string? status) => string.Equals(status, Cancelled, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"(?<=.)_R[0-9]{8}(T[0-9]{6}Z?)?\z")]
    private static partial Regex SplitMark();
}
