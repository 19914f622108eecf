namespace Cortex.Catalog;

/// <summary>Google Calendar.</summary>
internal static class CalendarCatalog
{
    private static readonly ItemKind Event = new(
        "event",
        new ItemField("id", FieldKind.Text, "event id", "7q2k1d3m8n"),
        new ItemField("summary", FieldKind.Text, "title", "Weekly sync") { Synonyms = ["summary", "name", "subject", "heading"] },
        new ItemField("description", FieldKind.Text, "description", "Agenda: numbers of the quarter") { Synonyms = ["body", "notes", "details", "agenda text"] },
        new ItemField("location", FieldKind.Text, "location", "Room 4") { Synonyms = ["place", "venue", "room", "address"], Prepositions = ["at", "at location", "in location", "located at", "located in", "taking place at", "held at"] },
        new ItemField("start", FieldKind.Time, "start", "2026-01-31T08:30:00Z") { Synonyms = ["start time", "beginning"] },
        new ItemField("end", FieldKind.Time, "end", "2026-01-31T09:30:00Z") { Synonyms = ["end time"] },
        new ItemField("organizer", FieldKind.Address, "organizer", "ana@example.com") { Synonyms = ["organiser", "host"], Prepositions = ["organized by", "organised by", "hosted by", "created by", "from", "by"] },
        new ItemField("attendees", FieldKind.AddressList, "attendees", "ben@example.com") { Synonyms = ["attendee", "guests", "guest", "participants", "invitees"], Prepositions = ["with"] },
        new ItemField("calendar", FieldKind.Text, "calendar", "work") { Synonyms = ["calendar name"] },
        new ItemField("status", FieldKind.Text, "status", "confirmed"),
        new ItemField("allDay", FieldKind.Flag, "all-day mark", "false"),
        new ItemField("changed", FieldKind.TextList, "changed fields", "location") { ElementsAreNames = true })
    {
        Label = "calendar event",
        Title = "{{ summary }}",
        Text = "{{ description }}",
        Time = "{{ start }}",
        Person = "{{ organizer }}",
    };

    public static ProviderCatalog Entry { get; } = new(Providers.GoogleCalendar)
    {
        Hints = ["calendar", "event", "meeting", "appointment", "invit", "schedul", "book", "attendee", "guest", "organi", "sync", "standup", "call", "reminder", "starts", "ends", "interview"],
        Triggers =
        [
            new TriggerInfo("event.created", Event, "a calendar event is created"),
            new TriggerInfo("event.updated", Event, "a calendar event changes") { IsChange = true },
            new TriggerInfo("event.cancelled", Event, "a calendar event is cancelled") { IsChange = true },
            new TriggerInfo("event.starting", Event, "a calendar event starts") { TakesLeadTime = true },
            new TriggerInfo("event.ended", Event, "a calendar event ends"),
        ],
        Tools =
        [
            new ToolInfo("calendar.create_event", "create a calendar event", "create a calendar event \"{summary}\" at {start}")
            {
                Inputs =
                [
                    new ToolInput("summary", InputKind.Text) { Default = "{title}", Question = "the title of the event" },
                    new ToolInput("start", InputKind.Time) { Default = "{time}", Question = "when it is to start" },
                    new ToolInput("end", InputKind.Time, Required: false),
                    new ToolInput("duration", InputKind.Duration, Required: false),
                    new ToolInput("description", InputKind.Text, Required: false),
                    new ToolInput("location", InputKind.Text, Required: false),
                    new ToolInput("attendees", InputKind.Addresses, Required: false),
                    new ToolInput("calendar", InputKind.Name, Required: false),
                ],
                Outputs = [new ToolOutput("eventId", "event id"), new ToolOutput("link", "link")],
                EventsCaused = ["event.created"],
            },
            new ToolInfo("calendar.update_event", "change the calendar event", "change the event")
            {
                Inputs =
                [
                    new ToolInput("summary", InputKind.Text, Required: false),
                    new ToolInput("start", InputKind.Time, Required: false),
                    new ToolInput("end", InputKind.Time, Required: false),
                    new ToolInput("description", InputKind.Text, Required: false),
                    new ToolInput("location", InputKind.Text, Required: false),
                    new ToolInput("attendees", InputKind.Addresses, Required: false),
                ],
                Outputs = [new ToolOutput("eventId", "event id")],
                EventsCaused = ["event.updated"],
                ActsOn = "event",
            },
            new ToolInfo("calendar.delete_event", "delete the calendar event", "delete the event")
            {
                EventsCaused = ["event.cancelled"],
                ActsOn = "event",
            },
            new ToolInfo("calendar.find_events", "find calendar events", "find calendar events from {from} to {to}")
            {
                Inputs =
                [
                    new ToolInput("query", InputKind.Text, Required: false),
                    new ToolInput("from", InputKind.Time) { Question = "from when" },
                    new ToolInput("to", InputKind.Time) { Question = "until when" },
                ],
                Outputs = [new ToolOutput("count", "number of events"), new ToolOutput("events", "events")],
            },
        ],
    };
}
