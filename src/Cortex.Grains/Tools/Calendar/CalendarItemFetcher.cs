using System.Text.Json.Nodes;
using Cortex.Items;
using Cortex.Storage.Errors;

namespace Cortex.Tools.Calendar;

/// <summary>Finds out which calendar an event is in, which no record says, and who its guests are where the sync left some out.</summary>
internal sealed class CalendarItemFetcher(Calendars calendars, CalendarEvents events) : IItemFetcher
{
    public string Provider => Providers.GoogleCalendar;

    public async Task<FetchedItem> FetchAsync(ProviderAccount account, Item item, CancellationToken cancellationToken)
    {
        var fields = JsonNode.Parse(item.FieldsJson)!.AsObject();
        if (item.Missing?.All(fields.ContainsKey) ?? true)
        {
            return new(item.FieldsJson, null);
        }

        if (TriggeringEvent.IdOf(item) is not { } id)
        {
            return new(null, new ToolResult.Failed("The event's id cannot be looked up at Google Calendar, so nothing more is to be had of it.", ErrorCodes.NotFound));
        }

        var (all, unlisted) = await calendars.ListAsync(account, cancellationToken);
        if (unlisted is not null)
        {
            return new(null, unlisted);
        }

        var found = await events.FirstAsync(account, all, id, cancellationToken);
        if (found.Calendar is not { } home)
        {
            return new(null, found.Failure ?? new ToolResult.Failed("The event is no longer in any calendar of this account, so Cortex cannot tell which one it was in.", ErrorCodes.NotFound));
        }

        fields["calendar"] = ItemText.CleanLine(home.Name, ItemLimits.TextLengthMax);
        if (!fields.ContainsKey("attendees"))
        {
            var guests = CalendarEventReader.Attendees(found.Event).Take(ItemLimits.ListEntriesMax);
            fields["attendees"] = new JsonArray([.. guests.Select(guest => JsonValue.Create(ItemText.CleanLine(guest, ItemLimits.TextLengthMax)))]);
        }

        return new(fields.ToJsonString(ItemJson.Options), null);
    }
}
