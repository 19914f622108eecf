using Cortex.Programs;

namespace Cortex.Catalog;

/// <summary>Google Calendar.</summary>
internal static class CalendarCatalog
{
    private const string Noun = "(calendar event|calendar entry|calendar appointment|calendar item|calendar schedule|calendar meeting|calendar invite|event|events|meeting|meetings|appointment|appointments"
        + "|calendar events|calendar entries|calendar appointments|calendar meetings|schedule|call|calls|agenda item)";

    private const string NewEvent = "[a|an|another] [new|detailed|quick|matching|google|separate] [google] (calendar event|calendar entry|event|calendar appointment|appointment|meeting|calendar item|entry) [in|on|to|into] [my|the] [google] [calendar|google calendar]";

    private const string Made = "(is|are|was|were|gets|get|has been|have been) [newly] (created|added|made|booked|scheduled|set up|put|entered|planned)";

    private static readonly ItemKind Event = new(
        "event",
        new ItemField("id", FieldKind.Text, "event id", "7q2k1d3m8n"),
        new ItemField("summary", FieldKind.Text, "title", "Weekly sync")
        {
            Synonyms = ["summary", "name", "subject", "heading", "event title", "event name"],
            Wordings =
            [
                new Wording("[that|which] (is|are) (called|named|titled|entitled) {value}", Operator.Contains),
                new Wording("(called|named|titled|entitled) {value}", Operator.Contains),
                new Wording("[that|which] (says|say|mentions|mention|includes|include|contains|contain|containing|mentioning) {value:quoted}", Operator.Contains),
                new Wording("[that|which] (don't|doesn't|do not|does not) (say|mention|include|contain) {value:quoted}", Operator.Contains, Negated: true),
                new Wording("(with|labeled|labelled|tagged) [the] [label|tag|word] {value:mark}", Operator.Contains),
                new Wording("with label {value}", Operator.Contains),
                new Wording("(with|tagged with) [the] {value} [tag] in [the|its|their] (title|name|summary)", Operator.Contains),
            ],
        },
        new ItemField("description", FieldKind.Text, "description", "Agenda: numbers of the quarter") { Synonyms = ["body", "notes", "details", "event description", "meeting body", "text"] },
        new ItemField("location", FieldKind.Text, "location", "Room 4")
        {
            Synonyms = ["place", "venue", "room", "address", "event location"],
            Wordings =
            [
                new Wording("[that|which] [is|are|takes place|take place|taking place|held|happens] (at|in) [the] location {value}", Operator.Contains),
                new Wording("[that|which] [is|are|takes place|take place|taking place|held|happening] (at|in) {value:quoted}", Operator.Contains),
                new Wording("[that|which] [is|are|takes place|take place|taking place|held|happening] at the {value}", Operator.Contains),
                new Wording("[that|which] [is|are|takes place|take place|taking place|held|happening] (at|in) {value:name}", Operator.Contains),
                new Wording("(located|held) (at|in) {value}", Operator.Contains),
            ],
        },
        new ItemField("start", FieldKind.Time, "start", "2026-01-31T08:30:00Z") { Synonyms = ["start time", "beginning", "time", "date"] },
        new ItemField("end", FieldKind.Time, "end", "2026-01-31T09:30:00Z") { Synonyms = ["end time"] },
        new ItemField("organizer", FieldKind.Address, "organizer", "ana@example.com")
        {
            Synonyms = ["organiser", "host"],
            Prepositions = ["organized by", "organised by", "hosted by", "created by", "from", "by", "that is organized by"],
        },
        new ItemField("attendees", FieldKind.AddressList, "attendees", "ben@example.com")
        {
            Synonyms = ["attendee", "guests", "guest", "participants", "invitees"],
            Prepositions = ["with", "attended by", "that includes"],
        },
        new ItemField("calendar", FieldKind.Text, "calendar", "work")
        {
            Synonyms = ["calendar name"],
            Values = [.. new[] { "work", "personal", "private", "family", "home", "team", "holiday", "birthdays" }.Select(name => new KnownValue(name, name))],
            Wordings =
            [
                new Wording("[that|which] [is|are] (in|on|to|into|from|of) [my|the|our] {value:known} calendar", Operator.Contains),
                new Wording("[that|which] [is|are] (in|on|to|into|from|of) [my|the|our] {value:quoted} calendar", Operator.Contains),
                new Wording("[that|which|and] [it] (is not|isn't|are not|not) (in|on) [my|the|our] {value:known} calendar", Operator.Contains, Negated: true),
                new Wording("[that|which|and] [it] (is not|isn't|are not|not) (in|on) [my|the|our] {value:quoted} calendar", Operator.Contains, Negated: true),
            ],
        },
        new ItemField("status", FieldKind.Text, "status", "confirmed"),
        new ItemField("allDay", FieldKind.Flag, "all-day mark", "false"),
        new ItemField("changed", FieldKind.TextList, "changed fields", "location") { ElementsAreNames = true })
    {
        Label = "calendar event",
        AlwaysThere = ["id", "summary", "start", "end", "organizer", "calendar", "status", "changed"],
        Usual = [("status", "confirmed")],
        Nouns = [Noun],
        Title = "{{ summary }}",
        Text = "{{ description }}",
        Time = "{{ start }}",
        Person = "{{ organizer }}",
    };

    public static ProviderCatalog Entry { get; } = new(Providers.GoogleCalendar)
    {
        Names = ["google calendar", "google", "gcal", "icalendar", "calendar"],
        Places =
        [
            "(in|on|to|from|into|of|at) [my|the|our] [google] (calendar|calendars|gcal|icalendar|schedule|google calendar)",
        ],
        Hints = ["calendar", "event", "meeting", "appointment", "invit", "schedul", "book", "attendee", "guest", "organi", "sync", "standup", "call", "reminder", "starts", "ends", "interview"],
        Triggers =
        [
            new TriggerInfo("event.created", Event, "a calendar event is created")
            {
                IsDefault = true,
                Adjectives = ["new", "newly created", "newly added", "freshly created"],
                Openings =
                [
                    "(i|we|someone|somebody|anyone) (create|creates|add|adds|book|books|schedule|schedules|make|makes|set up|sets up|plan|put|puts)",
                    "(there is|there's|there are|i have|i get|i receive|we have)",
                ],
                Closings =
                [
                    Made,
                    "(added|created|booked|scheduled|made|that is added|that are added|that gets added|that get added)",
                    "(appears|appear|shows up|show up|pops up)",
                    "i (create|add|book|schedule|make)",
                ],
            },
            new TriggerInfo("event.updated", Event, "a calendar event changes")
            {
                IsChange = true,
                Adjectives = ["updated", "changed", "modified", "rescheduled", "edited"],
                Openings = ["[any|a|some] (changes|change|updates|update|edits) (to|in|of|on)", "(i|someone|somebody|anyone|anybody) (change|changes|update|updates|edit|edits|modify|modifies|reschedule|reschedules|move|moves)"],
                Closings =
                [
                    "(changes|change|has changed|have changed|is changed|are changed|gets changed|get changed|is updated|are updated|gets updated|get updated|has been updated|is modified|gets modified|is edited|gets edited|is altered|has been changed)",
                    new EventWording("(is|gets|has been|are|get) (rescheduled|moved)") { Field = "changed", Value = "start", Op = Operator.Contains },
                ],
            },
            new TriggerInfo("event.cancelled", Event, "a calendar event is cancelled")
            {
                IsChange = true,
                Adjectives = ["cancelled", "canceled", "deleted"],
                Openings = ["(i|someone|somebody|anyone|anybody) (cancel|cancels|delete|deletes|remove|removes|call off|calls off)"],
                Closings =
                [
                    "(is|are|gets|get|has been|have been|was|were) (cancelled|canceled|deleted|removed|called off)",
                    "(cancelled|canceled|deleted)",
                ],
            },
            new TriggerInfo("event.starting", Event, "a calendar event starts")
            {
                TakesLeadTime = true,
                IsTimed = true,
                Adjectives = ["upcoming"],
                Openings = ["{lead} (before|prior to|ahead of) [the start of]", "(before|at the start of|at the beginning of|at the time of)", "there (is|are) {lead} (before|until|till|to)", "it is time for", "it's time for"],
                Closings =
                [
                    "(starts|start|begins|begin|is starting|is beginning|are starting|commences|kicks off|is about to start|is about to begin|is about to commence|is going to start|is going to begin|is going to commence"
                        + "|is going to take place|is going to happen|will start|will begin|takes place|is due to start|is due to begin|are about to start|are about to begin)",
                    "(starts|start|begins|begin|is|is starting|is beginning|will start|is about to start|commences|is going to start) in {lead}",
                    "is {lead} away",
                    "(is coming up|comes up|is upcoming) in {lead}",
                    "(is coming up|is upcoming|comes up)",
                ],
            },
            new TriggerInfo("event.ended", Event, "a calendar event ends")
            {
                IsTimed = true,
                Openings = ["(after|at the end of) [the end of]"],
                Closings = ["(ends|end|finishes|finish|is over|are over|has ended|have ended|has finished|is finished|concludes|wraps up|is done|comes to an end|ended)"],
            },
        ],
        Tools =
        [
            new ToolInfo("calendar.create_event", "create a calendar event", "create a calendar event \"{summary}\" at {start}")
            {
                Harm = new("invite {others} to an event for {items}", "invited {others} to an event for {items}") { IsToOthers = true },
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
                Phrases =
                [
                    $"(create~|add~|make~|book~|schedule~|put~|set~ up) {NewEvent}",
                    $"(create~|add~|make~|book~|schedule~|set~ up) {NewEvent} (called|named|titled|entitled|saying) {{summary}} [in my calendar|on my calendar]",
                    $"(create~|add~|make~|book~|schedule~|set~ up) {NewEvent} (called|named|titled|entitled) {{summary}} [for|on|at|starting] {{start}}",
                    $"(create~|add~|make~|book~|schedule~|set~ up) {NewEvent} [for|on|at|starting] {{start}}",
                    $"(create~|add~|make~|book~|schedule~|set~ up) {NewEvent} [for|on|at|starting] {{start}} (called|named|titled|entitled) {{summary}}",
                    $"(create~|add~|make~|book~|schedule~|set~ up) {NewEvent} with the same (name|title)",
                    "(put~|add~|drop~|place~|save~|copy~) (it|this|that) (on|onto|to|in|into) [my|the|our] [google] calendar",
                    "(put~|add~|drop~|place~|save~|copy~) (it|this|that) (on|onto|to|in|into) [my|the|our] google calendar",
                    $"(create~|add~|make~|book~|schedule~|set~ up|put~) {NewEvent} {{summary:quoted}} [for|on|at|starting] {{start}}",
                    $"(create~|add~|make~|book~|schedule~|set~ up|put~) {NewEvent} {{summary:quoted}} [in my calendar|on my calendar]",
                    "(put~|add~|schedule~|book~) {summary:quoted} (on|in|to|into) [my|the] [google] calendar [for|on|at|starting] {start}",
                    "(put~|add~|schedule~|book~) {summary:quoted} (on|in|to|into) [my|the] [google] calendar",
                    $"(create~|add~|make~|book~|schedule~) [a|an] {{summary:quoted}} (event|calendar event|meeting|appointment) [in my calendar|on my calendar]",
                    "(block~|block~ off) [an|one] {duration} [on|in] [my] [calendar]",
                ],
                EventPhrases = ["(save~|add~|put~|copy~|log~) [the received time of|the time of|the date of] {event} (to|on|in|into|onto) [my|the] [google] (calendar|google calendar)"],
                IncompletePhrases = ["(block~|block~ off) [some] time [on my calendar]"],
                EventsCaused = ["event.created"],
            },
            new ToolInfo("calendar.update_event", "change the calendar event", "change the event")
            {
                Harm = new("change {items}", "changed {items}"),
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
                Phrases =
                [
                    "(set~|change~|update~) [its|the|the event's|the meeting's] {set}",
                    "rename~ (it|the event|the meeting) [to] {summary}",
                    "(add~|invite~) {attendees} [to it|to the event|to the meeting|as a guest|as an attendee]",
                ],
                EventsCaused = ["event.updated"],
                ActsOn = "event",
            },
            new ToolInfo("calendar.delete_event", "delete the calendar event", "delete the event")
            {
                Harm = new("delete {items}", "deleted {items}"),
                Phrases = ["(delete~|cancel~|remove~) (it|the event|the meeting|the appointment|that event) [from my calendar]"],
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
                Phrases = ["(find~|look~ up|list~) [my|the] [calendar] (events|meetings|appointments) [on my calendar|in my calendar] (from|between) {from} (to|until|and) {to}"],
            },
        ],
    };
}
