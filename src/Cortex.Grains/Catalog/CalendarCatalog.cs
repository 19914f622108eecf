using Cortex.Programs;

namespace Cortex.Catalog;

/// <summary>Google Calendar.</summary>
internal static class CalendarCatalog
{
    private const string Noun = "(calendar event|calendar entry|calendar appointment|calendar item|calendar schedule|calendar meeting|calendar invite|event|events|meeting|meetings|appointment|appointments"
        + "|calendar events|calendar entries|calendar appointments|calendar meetings|calendar schedule|schedule|schedules|calendar|agenda item|agenda|icalendar event|icalendar events|icalendar schedule|booking|bookings|invite|invites|meeting invite|meeting invites|meeting invitation|meeting invitations|event invite|event invites|event invitation)";

    private const string Things = "calendar event|calendar entry|event|calendar appointment|appointment|meeting|calendar item|entry|call|calendar reminder|slot";

    private const string NewEvent = "[a|an|another|the] [new|detailed|quick|matching|google|separate] [google] (" + Things + "|reminder|placeholder|place holder|block|hold) [(in|on|to|into) [my|the|our] [google] (calendar|google calendar)]";

    private const string Create = "(create~|add~|make~|book~|schedule~|put~|set~ up|set~|drop~|place~|plan~)";

    private const string OnCalendar = "(on|onto|to|in|into) [my|the|our] [google] (calendar|google calendar|schedule|agenda)";

    private const string At = "[for|on|at|starting|to start|beginning]";

    private const string Made = "(is|are|was|were|gets|get|has been|have been) [newly] (created|added|made|booked|scheduled|set up|put|entered|planned)";

    private const string Lasting = "[a|an|another|the] [new|quick] {duration} [long] [new|quick] [calendar|google calendar] (event|appointment|meeting|entry|call|slot|block|reminder|placeholder|hold|session)";

    /// <summary>What a meeting is for, as only its words can tell.</summary>
    private static readonly string[] Purposes =
    [
        "sales", "client", "customer", "internal", "external", "team", "board", "budget", "planning", "project", "medical", "dental", "dentist", "doctor", "doctor's", "dentist's", "vet", "hair", "job", "business", "work", "school", "social", "family", "training", "kickoff",
        "kick-off", "onboarding", "networking", "strategy", "performance review", "review", "status", "travel", "partner", "investor", "vendor", "supplier", "marketing", "recruiting", "hiring", "parent-teacher", "follow-up", "check-in", "coaching", "legal", "finance",
    ];

    private const string Attending = "(attending|invited|invited to it|coming|a guest|one of the guests|an attendee|one of the attendees|a participant|on the guest list|on the invite|in the meeting|going|part of it)";

    private const string Attends = "((is|are|was|were) [also] " + Attending + "|attends)";

    private static readonly TimeParts Start = new("start")
    {
        WeekdaySynonyms = ["day of the start", "weekday"],
        TimeSynonyms = ["time of day"],
        WholeDay = "allDay",
        Clause = "starting ",
        Leads = ["for"],
        Verbs = ["starts", "start", "begins", "begin", "takes place", "take place", "happens", "happen", "is held", "falls"],
        Participles = ["starting", "beginning", "taking place", "happening", "held", "scheduled", "scheduled for", "planned", "planned for"],
    };

    private static readonly ItemKind Event = new(
        "event",
        new ItemField("id", FieldKind.Text, "id", "7q2k1d3m8n") { Synonyms = ["event id"] },
        new ItemField("summary", FieldKind.Text, "title", "Weekly sync")
        {
            Synonyms = ["summary", "name", "subject", "heading", "event title", "event name"],
            ChangeWords = ["renamed", "retitled", "rename", "renames", "retitle", "retitles"],
            Wordings =
            [
                new Wording("[that|which] (is|are) (called|named|titled|entitled) {value}", Operator.Contains),
                new Wording("(called|named|titled|entitled) {value}", Operator.Contains),
                new Wording("[that|which] (says|say|mentions|mention|includes|include|contains|contain|containing|mentioning|has|have|with) {value:quoted} [in it|in them|anywhere]", Operator.Contains),
                new Wording("[that|which] (don't|doesn't|do not|does not) (say|mention|include|contain|have) {value:quoted} [in it|in them|in the schedule]", Operator.Contains, Negated: true),
                new Wording("(with|labeled|labelled|tagged) [the] [label|tag|word] {value:mark}", Operator.Contains),
                new Wording("with label {value}", Operator.Contains),
                new Wording("(with|tagged with) [the] {value} [tag] in [the|its|their] (title|name|summary)", Operator.Contains),
            ],
        },
        new ItemField("description", FieldKind.Text, "description", "Agenda: numbers of the quarter") { Synonyms = ["body", "notes", "details", "event description", "meeting body", "text", "descriptions"], IsProse = true },
        new ItemField("location", FieldKind.Text, "location", "Room 4")
        {
            Synonyms = ["place", "venue", "room", "address", "event location", "locations"],
            HoldsNames = true,
            Wordings =
            [
                new Wording("[that|which] [is|are|takes place|take place|taking place|held|happens] (at|in) [the] location {value}", Operator.Contains),
                new Wording("[that|which] [is|are|takes place|take place|taking place|held|happening] (at|in) {value:quoted}", Operator.Contains),
                new Wording("[that|which] [is|are|takes place|take place|taking place|held|happening] at the {value}", Operator.Contains),
                new Wording("[that|which] [is|are|takes place|take place|taking place|held|happening] (at|in) {value:name}", Operator.Contains),
                new Wording("(located|held) (at|in) {value}", Operator.Contains),
                new Wording("[that|which] (isn't|is not|aren't|are not|not) [taking place|held|happening|located] (at|in) {value:quoted}", Operator.Contains, Negated: true),
                new Wording("[that|which] (isn't|is not|aren't|are not|not) [taking place|held|happening|located] (at|in) {value:name}", Operator.Contains, Negated: true),
            ],
        },
        new ItemField("start", FieldKind.Time, "start", "2026-01-31T08:30:00Z")
        {
            Synonyms = ["start time", "beginning", "time", "date", "start date", "event time", "meeting time"],
            Parts = Start,
            Wordings =
            [
                new Wording("[that|which] [is|are] (starting|starts|start|beginning|begins|begin|taking place|happening|scheduled|on a date) (before|earlier than|prior to) {value}", Operator.LessThan),
                new Wording("[that|which] [is|are] (after|later than|from) {value}", Operator.GreaterThan),
                new Wording("[that|which] [is|are] (starting|starts|start|beginning|begins|begin|taking place|happening|scheduled|on a date) (after|later than) {value}", Operator.GreaterThan),
            ],
        },
        new ItemField("end", FieldKind.Time, "end", "2026-01-31T09:30:00Z")
        {
            Synonyms = ["end time", "end date", "end dates"],
            ChangeWords = ["extended", "shortened", "cut", "longer", "shorter", "prolonged"],
            Wordings =
            [
                new Wording("[that|which] [is|are] (ending|ends|end) (before|earlier than|prior to) {value}", Operator.LessThan),
                new Wording("[that|which] [is|are] (ending|ends|end) (after|later than) {value}", Operator.GreaterThan),
            ],
        },
        new ItemField("organizer", FieldKind.Address, "organizer", "ana@example.com")
        {
            Synonyms = ["organiser", "host"],
            Prepositions = ["organized by", "organised by", "hosted by", "created by", "from", "by", "that is organized by"],
        },
        new ItemField("attendees", FieldKind.AddressList, "attendees", "ben@example.com")
        {
            Synonyms = ["attendee", "guests", "guest", "participants", "participant", "invitees", "invitee"],
            Prepositions = ["attended by", "with", "that includes"],
            Wordings =
            [
                new Wording("[that|which] (with|has|have|having|lists|includes) {value:address} (among|amongst|as one of|in) [its|the|their] (guests|attendees|participants|invitees|guest list)", Operator.Contains),
                new Wording($"[that|which|where|if|and] {{value:address}} {Attends}", Operator.Equals),
                new Wording($"[that|which|where|if|and] neither {{value:each}} {Attends}", Operator.Equals, Negated: true),
                new Wording($"[that|which|where|if|and] {{value:address}} (is not|isn't|are not|aren't) [also] {Attending}", Operator.Equals, Negated: true),
            ],
        },
        new ItemField("calendar", FieldKind.Text, "calendar", "work")
        {
            Synonyms = ["calendar name"],
            HoldsNames = true,
            Values = [.. new[] { "work", "personal", "private", "family", "home", "team", "holiday", "birthdays" }.Select(name => new KnownValue(name, name))],
            Wordings =
            [
                new Wording("[that|which] [is|are] (in|on|to|into|from|of) [my|the|our] {value:known} calendar", Operator.Contains),
                new Wording("[that|which] [is|are] (in|on|to|into|from|of) [my|the|our] {value:quoted} calendar", Operator.Contains),
                new Wording("[that|which] [is|are] (in|on|to|into|from|of) [my|the|our] {value:name} calendar", Operator.Contains),
                new Wording("[that|which] [is|are] (in|on|to|into|from|of) [my|the|our] calendar (called|named) {value}", Operator.Contains),
                new Wording("[that|which|and] [it] (is not|isn't|are not|not) (in|on) [my|the|our] {value:known} calendar", Operator.Contains, Negated: true),
                new Wording("[that|which|and] [it] (is not|isn't|are not|not) (in|on) [my|the|our] {value:quoted} calendar", Operator.Contains, Negated: true),
            ],
        },
        new ItemField("status", FieldKind.Text, "status", "confirmed"),
        new ItemField("allDay", FieldKind.Flag, "all-day mark", "false")
        {
            Adjectives = ["all-day", "all day", "full-day", "full day", "whole-day", "whole day"],
            Wordings =
            [
                new Wording("[that|which|it|and] [is|are|lasts|last|goes on|go on|takes|take|lasting|it's|that's] [an] (all day|all-day|all day long|the whole day|the entire day) [event|meeting|one]", Operator.Equals),
                new Wording("[that|which|it|and] (is not|isn't|are not|aren't|does not last|doesn't last|do not last|don't last|not) [an] (all day|all-day|all day long|the whole day|the entire day) [event|meeting|one]", Operator.Equals, Negated: true),
            ],
            FlagWords = new("that lasts all day", "that does not last all day", "lasts all day", "does not last all day"),
        },
        new ItemField("changed", FieldKind.TextList, "changed fields", "location") { ElementsAreNames = true })
    {
        Label = "calendar event",
        SaysWhose = true,
        AlwaysThere = ["id", "summary", "start", "end", "organizer", "calendar", "status", "changed"],
        Usual = [("status", "confirmed")],
        VagueNouns = ["everything", "anything", "something", "class", "classes", "lesson", "lessons", "shift", "shifts", "session", "sessions"],
        Sorts =
        [
            "call", "class", "lesson", "shift", "session", "interview", "job interview", "workshop", "webinar", "training", "exam", "lecture", "seminar", "conference", "flight", "birthday", "birthday party", "party", "wedding", "funeral", "concert", "rehearsal", "demo", "standup", "stand-up",
            "one-on-one", "1:1", "kickoff", "kick-off", "retrospective", "viewing", "site visit", "doctor's visit", "doctor visit", "haircut", "deadline", "holiday", "vacation", "trip", "dinner", "lunch", "social evening", "phone call", "video call", "conference call",
            .. Purposes.SelectMany(purpose => new[] { $"{purpose} meeting", $"{purpose} appointment", $"{purpose} event" }),
        ],
        Unjudged =
        [
            "cancelled", "canceled", "deleted", "updated", "changed", "modified", "rescheduled", "edited", "moved", "postponed", "upcoming", "recurring", "repeating", "repeated", "weekly", "daily", "monthly", "yearly", "biweekly", "all-day", "day", "whole", "full", "private",
            "public", "accepted", "declined", "tentative", "confirmed", "pending", "past", "next", "last", "first", "second", "third", "long", "short", "early", "late", "double-booked", "conflicting", "overlapping", "unanswered", "back-to-back", "google", "calendar", "salesforce",
            "busy", "free", "morning", "afternoon", "evening", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "weekend", "today's", "tomorrow's", "other", "same", "hour", "minute", "one", "two", "three", "email", "invites", "invite", "planned", "future", "current",
        ],
        SemanticAdjectives = ["urgent", "important", "work-related", "personal", "boring", "confidential", "social", "outdoors", "outdoor"],
        Nouns = [Noun],
        Title = "{{ summary }}",
        Text = "{{ description }}",
        Time = "{{ start }}",
        Person = "{{ organizer }}",
        PersonRoles = [PersonRoles.Organizer],
        PersonName = "{{ organizer }}",
        People = "{{ attendees }}",
    };

    public static ProviderCatalog Entry { get; } = new(Providers.GoogleCalendar)
    {
        Names = ["google calendar", "google", "gcal", "icalendar", "calendar"],
        Places =
        [
            "with (me|us)",
            "[that|which] [is|are|appears|appear|shows up] [listed|displayed|shown|saved|on display] (in|on|to|from|into|of|at|through|via) [my|the|our] [google] (calendar|calendars|gcal|icalendar|schedule|google calendar|calendar's schedule)",
        ],
        Hints = ["calendar", "event", "meeting", "appointment", "invit", "schedul", "book", "attendee", "guest", "organi", "sync", "standup", "call", "reminder", "starts", "ends", "interview"],
        Triggers =
        [
            new TriggerInfo("event.created", Event, "a calendar event is created")
            {
                HappensWithItem = true,
                IsDefault = true,
                Adjectives = ["new", "newly created", "newly added", "freshly created"],
                Openings =
                [
                    "(i|we|someone|somebody|anyone) (create|creates|add|adds|book|books|schedule|schedules|make|makes|set up|sets up|plan|put|puts)",
                    "(there is|there's|there are|i have|i get|i receive|we have)",
                    "[the] (creation|addition|booking) of",
                    "(my calendar|my schedule|my google calendar) (has|shows|contains|gets)",
                    "(someone|somebody|anyone|anybody|a colleague|a client|a customer) (invites|invite) (me|us) to",
                    "(i am|i'm|we are|we're|i get|i got) invited to",
                ],
                Closings =
                [
                    Made,
                    "(added|created|booked|scheduled|made|that is added|that are added|that gets added|that get added)",
                    "(appears|appear|shows up|show up|pops up|comes in|arrives|gets added|is put)",
                    "i (create|add|book|schedule|make)",
                ],
                Sentences = ["(someone|somebody|anyone|anybody|people) (books|book) (me|us)"],
            },
            new TriggerInfo("event.updated", Event, "a calendar event changes")
            {
                IsChange = true,
                Adjectives = ["updated", "changed", "modified", "edited", Moves("(rescheduled|postponed)"), Renames("renamed")],
                Openings = ["[there is|there are|there's|i get|i have] [any|a|an|some|all|new|the] (changes|change|updates|update|edits|alterations|modifications) [are made|is made|made|happen] (to|in|of|on|about|for|from|with)", "(i|someone|somebody|anyone|anybody) (change|changes|update|updates|edit|edits|modify|modifies)", Moves("(i|someone|somebody|anyone|anybody) (reschedule|reschedules|move|moves|postpone|postpones|push|pushes|delay|delays)"), Renames("(i|someone|somebody|anyone|anybody) (rename|renames|retitle|retitles)")],
                Closings =
                [
                    "[happen to] (changes|change|has changed|have changed|is changed|are changed|gets changed|get changed|is updated|are updated|gets updated|get updated|has been updated|is modified|gets modified|is edited|gets edited|is altered|has been changed|updates|update|has been edited|is different|changing)",
                    "(makes|make|has|have|sees) [any|a|some] (alterations|alteration|changes|change|updates|update)",
                    Moves("(is|gets|has been|are|get|got|was) (rescheduled|moved|postponed|pushed back|pushed|brought forward)"),
                    Renames("(is|gets|has been|are|get|got|was) (renamed|retitled)"),
                    new EventWording("(is|gets|has been|are|get|got|was) (extended|shortened|cut short|made longer|made shorter|prolonged)") { Field = "changed", Value = "end", Op = Operator.Contains },
                    new EventWording("(is confirmed|gets confirmed|has been confirmed|was confirmed|turns confirmed|becomes confirmed)") { Field = "status", Value = "confirmed", Edge = true },
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
                    "[as they|when they|as it|when it] (gets underway|get underway|get started|gets started|starts|start|begins|begin|is starting|is beginning|are starting|commences|kicks off|is about to start|is about to begin|is about to commence|is going to start|is going to begin|is going to commence"
                        + "|is going to take place|is going to happen|will start|will begin|takes place|is due to start|is due to begin|are about to start|are about to begin)",
                    "[as they|when they|as it|when it] (starts|start|begins|begin|is|is starting|is beginning|will start|is about to start|commences|is going to start) in {lead}",
                    "is {lead} away",
                    "{lead} (before|beforehand|ahead|in advance|before it starts|before they start|before it begins|before they begin|before it|before them|earlier)",
                    "(is coming up|comes up|is upcoming) in {lead}",
                    "(is coming up|is upcoming|comes up)",
                ],
            },
            new TriggerInfo("event.ended", Event, "a calendar event ends")
            {
                IsTimed = true,
                Openings = ["[right] (after|at the end of|following|when i finish) [the end of]"],
                Closings = ["[as they|when they|as it|when it] (ends|end|finishes|finish|is over|are over|has ended|have ended|has finished|is finished|concludes|wraps up|is done|comes to an end|ended)"],
            },
        ],
        Tools =
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
                Phrases =
                [
                    $"{Create} {NewEvent}",
                    $"{Create} {NewEvent} {{with}}",
                    $"{Create} {Lasting} [{OnCalendar}] {{with}}",
                    $"{Create} [a|an|another|the] {{summary:few}} ({Things}|slot) [{OnCalendar}] {{with}}",
                    $"{Create} [a|an|another|the] {{duration}} {{summary:few}} ({Things}|slot|block|session) [{OnCalendar}] {{with}}",
                    $"{Create} [a|an|the] {{summary:quoted}} {OnCalendar} {{with}}",
                    $"{Create} (it|this|that|them) {OnCalendar} {{with}}",
                    new($"(block~|block~ out|block~ off|reserve~|add~|create~) {{duration}} [{OnCalendar}] [right|straight|directly|immediately] (after it|afterwards|after that|after the event|after the meeting) [{OnCalendar}]") { Given = new Dictionary<string, string> { ["start"] = "<end>" } },
                    new($"(block~|block~ out|block~ off|reserve~|add~|create~) {{duration}} [{OnCalendar}] [right|straight|directly|immediately] (after it|afterwards|after that|after the event|after the meeting) [{OnCalendar}] (called|named|titled) {{summary}}") { Given = new Dictionary<string, string> { ["start"] = "<end>" } },
                    .. Combined.Of(
                        [Create],
                        [$"{Lasting} [{OnCalendar}]", $"[a|an|another|the] {{duration}} {{summary:few}} ({Things}|slot|block|session) [{OnCalendar}]"],
                        ["", $"{At} {{start}} [{OnCalendar}]", $"[{At}] {{start:then}} [{OnCalendar}]"]).Select(phrase => (ToolPhrase)phrase),
                    .. Combined.Of(
                        [$"{Create} {Lasting} [{OnCalendar}]"],
                        ["", $"{At} {{start}} [{OnCalendar}]"],
                        ["(called|named|titled|entitled) {summary}", "[:|for] {summary:quoted}"],
                        ["", $"{At} {{start}} [{OnCalendar}]"]).Select(phrase => (ToolPhrase)phrase),
                    $"{Create} [a|an|another|the] {{summary:few}} ({Things}|slot) [{OnCalendar}]",
                    $"{Create} [a|an|another|the] {{summary:few}} ({Things}|slot) [{OnCalendar}] {At} {{start}}",
                    $"{Create} [a|an|another|the] {{summary:few}} ({Things}|slot) {At} {{start}} {OnCalendar}",
                    $"{Create} {NewEvent} {At} {{start}} to {{summary}}",
                    $"{Create} {NewEvent} to {{summary}}",
                    $"{Create} [a|an|the] {{summary:quoted}} {OnCalendar} {At} {{start}}",
                    $"{Create} [a|an|the] {{summary:quoted}} {OnCalendar}",
                    $"{Create} (it|this|that|them) {OnCalendar} {At} {{start}}",
                    $"{Create} {{start:reference}} {OnCalendar}",
                    $"{Create} {{summary:reference}} {OnCalendar} (on|at|for) {{start:reference}}",
                    $"{Create} {NewEvent} for (it|them|this)",
                    $"{Create} {NewEvent} [for|on|at] {{start:then}}",
                    $"{Create} {NewEvent} {{summary:quoted}} [for|on|at] {{start:then}}",
                    $"{Create} (it|this|that|them|the meeting|the appointment|the flight|the event|the booking|{{summary:quoted}}) {OnCalendar} [for|on|at] {{start:then}}",
                    $"[a|an] (reminder|event|calendar event|placeholder|appointment) (is|gets|should be|will be) [also|automatically] (added|created|put|made) [{OnCalendar}] [{At} {{start}}]",
                    $"(block~|block~ out|block~ off|reserve~) {{duration}} [{OnCalendar}] [{At} {{start}}] [for it|for that]",
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
                EventPhrases = ["(copy~|add~|duplicate~|clone~|save~) {event} (to|into|in) [a|the|my] [second|other] calendar [,|called|named] {calendar}", "(save~|add~|put~|copy~|log~|drop~) [the received time of|the time of|the date of] {event} (to|on|in|into|onto) [my|the] [google] (calendar|google calendar)"],
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
                Harm = new("delete {items}", "deleted {items}"),
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
        ],
    };

    private static EventWording Moves(string phrase) => new(phrase) { Field = "changed", Value = "start", Op = Operator.Contains };

    private static EventWording Renames(string phrase) => new(phrase) { Field = "changed", Value = "summary", Op = Operator.Contains };
}
