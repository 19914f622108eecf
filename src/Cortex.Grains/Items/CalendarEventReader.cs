using System.Text.Json;

namespace Cortex.Items;

/// <summary>Reads Google Calendar's own event resource, which both generations of syncs pass on as it is.</summary>
internal static class CalendarEventReader
{
    /// <summary>What ends the address of a calendar that is nobody's main one. (Calendar API, "Calendars".)</summary>
    private const string SharedCalendar = "@group.calendar.google.com";

    public static CalendarFields Read(JsonElement calendarEvent)
    {
        var (organizer, creator) = (calendarEvent.ObjectAt("organizer"), calendarEvent.ObjectAt("creator"));
        var isOfSharedCalendar = organizer?.Text("email")?.EndsWith(SharedCalendar, StringComparison.OrdinalIgnoreCase) ?? false;
        return new()
        {
            Summary = calendarEvent.Text("summary"),
            Description = calendarEvent.Text("description"),
            Location = calendarEvent.Text("location"),
            Start = CalendarTime.Of(calendarEvent.ObjectAt("start")),
            End = CalendarTime.Of(calendarEvent.ObjectAt("end")),
            // The organizer of an event in a shared calendar is that calendar; people mean who made it.
            Organizer = (isOfSharedCalendar ? Address(creator) : null) ?? Address(organizer) ?? Address(creator),
            Attendees = calendarEvent.Flag("attendeesOmitted") == true ? null : Attendees(calendarEvent),
            Calendar = isOfSharedCalendar && organizer?.Flag("self") == true && organizer?.Text("displayName") is { Length: > 0 } name ? name : null,
            Status = calendarEvent.Text("status") is { Length: > 0 } status ? status : CalendarItems.Confirmed,
            SeriesId = calendarEvent.Text("recurringEventId") is { Length: > 0 } series ? series : null,
        };
    }

    /// <summary>The people that are invited; rooms are not among them.</summary>
    public static IReadOnlyList<string> Attendees(JsonElement calendarEvent) =>
    [
        .. calendarEvent.Elements("attendees")
            .Where(attendee => attendee.Flag("resource") != true)
            .Select(attendee => Address(attendee))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    private static string? Address(JsonElement? person) => person?.Text("email")?.Trim() is { Length: > 0 } address ? address.ToLowerInvariant() : null;
}
