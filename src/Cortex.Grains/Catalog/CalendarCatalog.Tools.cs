namespace Cortex.Catalog;

/// <content>What steps do with events: make, change, delete and find them.</content>
internal static partial class CalendarCatalog
{
    private const string Things = "calendar event|calendar entry|event|calendar appointment|appointment|meeting|calendar item|entry|call|calendar reminder|slot";

    private const string NewEvent = "[a|an|another|the] [new|detailed|quick|matching|google|separate] [google] (" + Things + "|reminder|placeholder|place holder|block|hold) [(in|on|to|into) [my|the|our|your] [google] (calendar|google calendar)] [(from|out of|of|based on) (it|this|that|them|the email|the message|the mail)|for (it|them|the email|the message)]";

    private const string SeveralThings = "calendar events|calendar entries|events|calendar appointments|appointments|meetings";

    private const string Create = "(create~|add~|make~|book~|schedule~|put~|set~ up|set~|drop~|place~|plan~|save~|pop~|stick~|throw~|i want|i'd like|i would like|i need)";

    private const string OnCalendar = "(on|onto|to|in|into) [my|the|our|your] [google] (calendar|google calendar|schedule|agenda)";

    private const string At = "[for|on|at|starting|to start|beginning]";

    private const string Lasting = "[a|an|another|the] [new|quick] {duration} [long] [new|quick] [calendar|google calendar] (event|appointment|meeting|entry|call|slot|block|reminder|placeholder|hold|session)";

    private static IReadOnlyList<ToolInfo> EventTools =>
    [
        new ToolInfo("calendar.create_event", "create a calendar event", "create a calendar event called {summary} that starts {start}[ and ends {end}][ and lasts {duration}][, at the location {location}][, in the calendar {calendar}][, with {attendees} as attendees][, with {description} as the description]")
        {
            Harm = new("invite {others} to an event for {items}", "invited {others} to an event for {items}") { IsToOthers = true },
            Inputs =
            [
                new ToolInput("summary", InputKind.Text) { Default = "{title}", Question = "the title of the event" },
                new ToolInput("start", InputKind.Time) { Default = "{time}", Question = "when it is to start" },
                new ToolInput("end", InputKind.Time, Required: false),
                new ToolInput("duration", InputKind.Duration, Required: false),
                new ToolInput("description", InputKind.Text, Required: false) { CarriesResult = true },
                new ToolInput("location", InputKind.Text, Required: false),
                new ToolInput("attendees", InputKind.Addresses, Required: false),
                new ToolInput("calendar", InputKind.Name, Required: false),
            ],
            Outputs = [new ToolOutput("eventId", "event id"), new ToolOutput("link", "link")],
            MakingVerbs = [Create],
            Phrases =
            [
                $"{Create} {NewEvent}",
                $"{Create} {NewEvent} {{with}}",
                $"{Create} {Lasting} [{OnCalendar}] {{with}}",
                $"{Create} [a|an|another|the] {{sort:few}} ({Things}|slot) [{OnCalendar}] {{with}}",
                $"{Create} [a|an|another|the] {{duration}} {{sort:few}} ({Things}|slot|block|session) [{OnCalendar}] {{with}}",
                $"{Create} [a|an|the] {{summary:quoted}} {OnCalendar} {{with}}",
                $"{Create} (it|this|that|them) {OnCalendar} {{with}}",
                new($"(block~|block~ out|block~ off|reserve~|add~|create~) {{duration}} [{OnCalendar}] [right|straight|directly|immediately] (after it|afterwards|after that|after the event|after the meeting) [{OnCalendar}]") { Given = new Dictionary<string, string> { ["start"] = "<end>" } },
                new($"(block~|block~ out|block~ off|reserve~|add~|create~) {{duration}} [{OnCalendar}] [right|straight|directly|immediately] (after it|afterwards|after that|after the event|after the meeting) [{OnCalendar}] (called|named|titled|for) {{summary}}") { Given = new Dictionary<string, string> { ["start"] = "<end>" } },
                .. Combined.Of(
                    [Create],
                    [$"{Lasting} [{OnCalendar}]", $"[a|an|another|the] {{duration}} {{sort:few}} ({Things}|slot|block|session) [{OnCalendar}]"],
                    ["", $"{At} {{start}} [{OnCalendar}]", $"[{At}] {{start:then}} [{OnCalendar}]"]).Select(phrase => (ToolPhrase)phrase),
                .. Combined.Of(
                    [$"{Create} {Lasting} [{OnCalendar}]"],
                    ["", $"{At} {{start}} [{OnCalendar}]"],
                    ["(called|named|titled|entitled) {summary}", "[:|for] {summary:quoted}"],
                    ["", $"{At} {{start}} [{OnCalendar}]"]).Select(phrase => (ToolPhrase)phrase),
                $"{Create} [a|an|another|the] {{sort:few}} ({Things}|slot) [{OnCalendar}]",
                $"{Create} [a|an|another|the] {{sort:few}} ({Things}|slot) [{OnCalendar}] {At} {{start}}",
                $"{Create} [a|an|another|the] {{sort:few}} ({Things}|slot) {At} {{start}} {OnCalendar}",
                $"{Create} {NewEvent} {At} {{start}} to {{summary}}",
                $"{Create} {NewEvent} to {{summary}}",
                $"{Create} (a|an|another) {{sort:few}} {OnCalendar}",
                $"{Create} (a|an|another) {{sort:few}} {OnCalendar} {At} {{start}}",
                $"{Create} [a|an|another|the] {{summary:quoted}} ({Things}|reminder) {OnCalendar}",
                $"{Create} [a|an|another|the] {{summary:quoted}} ({Things}|reminder) {OnCalendar} {At} {{start}}",
                $"(turn~|convert~|make~) (it|this|that|them|the email|the message) into [a|an] [new] [google] ({Things}) [{OnCalendar}]",
                $"{Create} [a|an|the] {{summary:quoted}} {OnCalendar} {At} {{start}}",
                $"{Create} [a|an|the] {{summary:quoted}} {OnCalendar}",
                $"{Create} (it|this|that|them) {OnCalendar} {At} {{start}}",
                $"{Create} {{start:reference}} {OnCalendar}",
                $"{Create} {{summary:reference}} {OnCalendar} (on|at|for) {{start:reference}}",
                $"{Create} {NewEvent} for (it|them|this)",
                $"{Create} {NewEvent} [for|on|at] {{start:then}}",
                $"{Create} {NewEvent} {{summary:quoted}} [for|on|at] {{start:then}}",
                $"{Create} (it|this|that|them|the meeting|the appointment|the flight|the event|the booking|{{summary:quoted}}) {OnCalendar} [for|on|at] {{start:then}}",
                new($"[a|an] (reminder|event|calendar event|placeholder|appointment) (is|gets|should be|will be) [also|automatically] (added|created|put|made) [{OnCalendar}] [{At} {{start}}]") { IsOfMade = true },
                "[a|an|new|a new] [google] calendar (event|entry|appointment) [called|named|titled] {summary:quoted}",
                $"(block~|block~ out|block~ off|reserve~) {{duration}} [{OnCalendar}] [{At} {{start}}] [for it|for that]",
                $"{Create} {NewEvent} (called|named|titled|entitled|saying) {{summary}} [in my calendar|on my calendar]",
                $"{Create} {NewEvent} (called|named|titled|entitled) {{summary}} [for|on|at|starting] {{start}}",
                $"{Create} {NewEvent} [for|on|at|starting] {{start}}",
                $"{Create} {NewEvent} [for|on|at|starting] {{start}} (called|named|titled|entitled) {{summary}}",
                $"{Create} {NewEvent} with the same (name|title)",
                new($"(should|must|shall|needs to|has to|is to) (go|be put|be added|be placed|land|be) {OnCalendar} [{At} {{start}}]") { IsOfMade = true },
                new($"(should|must|shall|needs to|has to|is to) (go|be put|be added|be placed|land|be) {OnCalendar}") { IsOfMade = true },
                "(put~|add~|drop~|place~|save~|copy~|pop~|stick~|throw~|get~) (it|this|that) (on|onto|to|in|into) [my|the|our] [google] calendar",
                "(put~|add~|drop~|place~|save~|copy~) (it|this|that) (on|onto|to|in|into) [my|the|our] google calendar",
                $"{Create} {NewEvent} {{summary:quoted}} [for|on|at|starting] {{start}}",
                $"{Create} {NewEvent} {{summary:quoted}} [in my calendar|on my calendar]",
                "(put~|add~|schedule~|book~) {summary:quoted} (on|in|to|into) [my|the] [google] calendar [for|on|at|starting] {start}",
                "(put~|add~|schedule~|book~) {summary:quoted} (on|in|to|into) [my|the] [google] calendar",
                $"{Create} [a|an|another|the] [new] {{summary:quoted}} ({Things}|reminder|block) [{OnCalendar}]",
            $"{Create} [a|an|another|the] [new] {{summary:quoted}} ({Things}|reminder|block) [{OnCalendar}] {At} {{start}} [{OnCalendar}]",
            $"{Create} [a|an|another|the] [new] {{summary:quoted}} ({Things}|reminder|block) [{OnCalendar}] {{with}}",
            $"(schedule~|book~|put~|plan~) (a|an) {{sort:few}} {OnCalendar} {At} {{start}}",
            $"(schedule~|book~|put~|plan~) (a|an) {{sort:few}} {OnCalendar}",
                "(block~|block~ off) [an|one] {duration} [on|in] [my] [calendar]",
            ],
            EventPhrases =
            [
                $"{Create} [a|an] [new|detailed] [google] ({Things}|{SeveralThings}) [{OnCalendar}|in google calendar] (from|for|out of|based on) {{event}}",
                $"{Create} {NewEvent} (for|from|out of) {{event}} (on|at|for) {{start:reference}}",
                $"(save~|log~|add~|store~|record~|put~) {{event}} as [a|an] [new] [google] ({Things}|{SeveralThings}) [{OnCalendar}]",
                $"(turn~|convert~|make~) {{event}} into [a|an] [new] [google] ({Things}|{SeveralThings}) [{OnCalendar}]",
                $"{{event}} to [a|an] [new] google ({Things}|{SeveralThings})",
                "(copy~|add~|duplicate~|clone~|save~) {event} (to|into|in) [a|the|my] [second|other] calendar [,|called|named] {calendar}",
                "(copy~|add~|duplicate~|clone~|save~) {event} (to|into|in) [a|the|my] {calendar:quoted} calendar",
                "(save~|add~|put~|copy~|send~) {event} (to|on|in|into|onto) [my|the|our] (google calendar|calendar|gcal) [as (an event|events|calendar events|a calendar event)]",
                $"(save~|add~|put~|copy~|log~|drop~|enter~|note~) {{start:reference}} of {{event}} {OnCalendar}",
                "(save~|add~|put~|copy~|log~|drop~) [the received time of|the time of|the date of] {event} (to|on|in|into|onto) [my|the] [google] (calendar|google calendar)",
            ],
            IncompletePhrases = ["(block~|block~ off) [some] time [on my calendar]"],
            EventsCaused = ["event.created"],
        },
        new ToolInfo("calendar.update_event", "change the calendar event", "change the event so that <it is called {summary}|it starts {start}|it ends {end}|it takes place at {location}|it is also attended by {attendees}|its description is {description}>")
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
                "(put~|use~|copy~|write~|save~|set~) {placed} [of (it|the event|the meeting)]",
                "rename~ (it|the event|the meeting) [to] {summary}",
                "(add~|invite~) {attendees} [to it|to the event|to the meeting|to the invite|as a guest|as an attendee|as guests|as attendees|too]",
                "(move~|reschedule~|push~|shift~) (it|the event|the meeting) [back] to {start}",
            ],
            EventPhrases =
            [
                "(add~|put~|set~|use~) {location:quoted} as [the|a] (location|place|venue|room) (of|for|to|on) {event}",
                "(set~|change~) the (location|place|venue|room) (of|for|on) {event} to {location}",
                "(invite~|add~) {attendees} to {event}",
            ],
            EventsCaused = ["event.updated"],
            ActsOn = "event",
        },
        new ToolInfo("calendar.delete_event", "delete the calendar event", "delete the event")
        {
            Harm = new("delete {items}", "deleted {items}") { Destroys = true, Words = ["delete", "cancel", "remove", "decline", "erase", "trash", "off my calendar"] },
            Phrases = ["(delete~|cancel~|remove~) (it|the event|the meeting|the appointment|that event|that meeting|them) [from my calendar|from the calendar|from my agenda|off my calendar]", "(be|is|are|get|gets|to be) (deleted|removed) [from my calendar|from the calendar|off my calendar]"],
            EventPhrases = [new("(delete~|remove~|cancel~) {event}") { NeedsEvery = true }],
            EventsCaused = ["event.cancelled"],
            ActsOn = "event",
        },
        new ToolInfo("calendar.find_events", "find calendar events", "find the calendar events[ that match {query}] that start {from} or later and end {to} or earlier")
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
    ];
}
