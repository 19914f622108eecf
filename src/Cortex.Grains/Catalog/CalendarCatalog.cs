using Cortex.Programs;

namespace Cortex.Catalog;

/// <summary>Google Calendar.</summary>
internal static partial class CalendarCatalog
{
    private const string Noun = "(calendar event|calendar entry|calendar appointment|calendar item|calendar schedule|calendar meeting|calendar invite|event|events|meeting|meetings|appointment|appointments"
        + "|calendar events|calendar entries|calendar appointments|calendar meetings|calendar schedule|schedule|schedules|calendar|icalendar|google calendar|calendar's schedule|agenda item|agenda|icalendar event|icalendar events|icalendar schedule|booking|bookings|calendar booking|calendar bookings|calendar items|schedule entry|schedule entries|schedule item|schedule items|schedule event|schedule events|agenda items|invite|invites|meeting invite|meeting invites|meeting invitation|meeting invitations|event invite|event invites|event invitation)";

    private const string Contents =
        "(schedule for events|schedule for entries|schedule with events|schedule with entries|schedule of events|calendar schedule for events|calendar schedule with events|calendar for events|calendar for entries|icalendar schedule for events|icalendar for events|calendar for meetings|schedule for meetings|calendar for appointments|schedule for appointments)";

    private const string Made = "(is|are|be|was|were|gets|get|has been|have been) [newly|freshly|just] (created|added|made|booked|scheduled|set up|put|entered|planned|popped)";

    private const string Begins = "(gets underway|get underway|gets under way|get started|gets started|gets going|get going|got started|is getting started|starts|start|begins|begin|is starting|is beginning|are starting|are beginning|commences|commence|is commencing|kicks off|kick off|is kicking off|is about to kick off|has started|have started|has begun|have begun|started|began|is underway|is under way|is about to get going|is about to get started|about to start|about to begin|about to commence|is about to start|is about to begin|is about to commence|is going to start|is going to begin|is going to commence"
        + "|is going to take place|is going to happen|will start|will begin|takes place|is due to start|is due to begin|are about to start|are about to begin)";

    private const string Finishes = "(ends|end|finishes|finish|is over|are over|has ended|have ended|has finished|is finished|concludes|wraps up|is done|comes to an end|has come to an end|draws to a close|is through|over|done|ended|finished|has wrapped up|wrapped up|has concluded)";

    /// <summary>An event that is named by its title alone: "my "Writing" block".</summary>
    private const string Titled = "{summary:quoted} [block|time block|slot|session|class|lesson|shift]";

    private const string Moved = "[is|be|gets|has been|are|get|got|was|being] (rescheduled|moved|shifted|re-scheduled) [to (another|a different|a new|some other) (time|slot|start time)]";

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
        Participles = ["falls", "fall", "falling", "takes place", "take place", "is held", "are held", "happens", "happen", "starting", "beginning", "taking place", "happening", "held", "scheduled", "scheduled for", "planned", "planned for"],
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
        new ItemField("description", FieldKind.Text, "description", "Agenda: numbers of the quarter") { Synonyms = ["body", "notes", "details", "event description", "meeting body", "text", "descriptions", "desc", "disc"], IsProse = true, Wordings = [new Wording("[that|which] [is|are] described (as|by) {value:quoted}", Operator.Contains)] },
        new ItemField("location", FieldKind.Text, "location", "Room 4")
        {
            Synonyms = ["place", "venue", "room", "address", "event location", "locations"],
            ChangeWords = ["relocated", "spot"],
            HoldsNames = true,
            Wordings =
            [
                new Wording("[that|which] [is|are|takes place|take place|taking place|held|happens] (at|in) [the] location {value}", Operator.Contains),
                new Wording("[that|which] [is|are|takes place|take place|taking place|held|happening|being held|is held|are held|is being held|is happening|is taking place|are taking place] (at|in) {value:quoted}", Operator.Contains),
                new Wording("[that|which] [is|are|takes place|take place|taking place|held|happening] at the {value}", Operator.Contains),
                new Wording("[that|which] [is|are|takes place|take place|taking place|held|happening|located|scheduled] (at|in) [the] {value:place}", Operator.Contains),
                new Wording("[that|which] [is|are] (located|held) (at|in) {value}", Operator.Contains),
                new Wording("[that|which] (isn't|is not|aren't|are not|not) [taking place|held|happening|located] (at|in) {value:quoted}", Operator.Contains, Negated: true),
                new Wording("[that|which] (isn't|is not|aren't|are not|not) [taking place|held|happening|located] (at|in) [the] {value:place}", Operator.Contains, Negated: true),
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
            Wordings =
            [
                new Wording("[that|which] [is|are] (ending|ends|end) (before|earlier than|prior to) {value}", Operator.LessThan),
                new Wording("[that|which] [is|are] (ending|ends|end) (after|later than|past|beyond) {value}", Operator.GreaterThan),
            ],
        },
        new ItemField("organizer", FieldKind.Address, "organizer", "ana@example.com")
        {
            Synonyms = ["organiser", "host", "organizer's name", "organizer name", "name of the organizer", "event organizer", "meeting organizer"],
            Prepositions = ["organized by", "organised by", "hosted by", "created by", "from", "by", "that is organized by", "by organizer", "by the organizer", "by host", "by the host", "from organizer", "from the organizer"],
            Wordings =
            [
                new Wording("(that|which) {value} [is|are] (organizes|organises|organized|organised|organizing|organising|hosts|hosted|hosting|organize|organise|host)", Operator.Equals),
                new Wording("[where|with|for] {value:quoted} (being|as|listed as|named as) [the|its|an] (organizer|organiser|host)", Operator.Equals),
            ],
        },
        new ItemField("attendees", FieldKind.AddressList, "attendees", "ben@example.com")
        {
            Synonyms = ["attendee", "guests", "guest", "participants", "participant", "invitees", "invitee", "list of attendees", "attendee list", "guest list", "list of guests", "list of participants"],
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
        new ItemField("status", FieldKind.Text, "status", "confirmed")
        {
            Values = [new KnownValue("confirmed", "confirmed") { Adjectives = ["confirmed"] }, new KnownValue("tentative", "tentative", "provisional", "unconfirmed") { Adjectives = ["tentative", "provisional", "unconfirmed"] }],
        },
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
        VagueNouns = ["whatever", "stuff", "things", "everything", "anything", "something", "something new", "anything new", "entry", "entries", "session", "sessions", "slot", "slots", "time slot", "time slots"],
        Sorts =
        [
            "call", "class", "lesson", "shift", "session", "interview", "job interview", "workshop", "webinar", "training", "exam", "lecture", "seminar", "conference", "flight", "birthday", "birthday party", "party", "wedding", "funeral", "concert", "rehearsal", "demo", "standup", "stand-up",
            "one-on-one", "1:1", "1-on-1", "kickoff", "kick-off", "retrospective", "viewing", "site visit", "doctor's visit", "doctor visit", "haircut", "consultation", "tour", "audit", "inspection", "hearing", "check-up", "checkup", "catch-up", "walkthrough", "orientation", "brainstorm", "town hall", "offsite", "retreat", "visit", "meetup", "gathering", "deadline", "holiday", "vacation", "trip", "dinner", "lunch", "social evening", "phone call", "video call", "conference call",
            .. Purposes.SelectMany(purpose => new[] { $"{purpose} meeting", $"{purpose} appointment", $"{purpose} event" }),
        ],
        Unjudged =
        [
            "created", "called", "titled", "named", "made", "booked", "scheduled", "added", "missed", "cancelled", "canceled", "deleted", "updated", "changed", "modified", "rescheduled", "edited", "moved", "postponed", "upcoming", "recurring", "repeating", "repeated", "weekly", "daily", "monthly", "yearly", "biweekly", "all-day", "day", "whole", "full", "private",
            "public", "accepted", "declined", "tentative", "confirmed", "pending", "past", "next", "last", "first", "second", "third", "long", "short", "early", "late", "double-booked", "conflicting", "overlapping", "unanswered", "back-to-back", "google", "calendar", "salesforce",
            "busy", "free", "morning", "afternoon", "evening", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "weekend", "today's", "tomorrow's", "other", "same", "hour", "minute", "one", "two", "three", "email", "invites", "invite", "planned", "future", "current",
        ],
        Companions =
        [
            .. new[] { "guest", "attendee", "participant", "invitee", "person", "partner", "visitor", "contact" }
                .SelectMany(who => new[] { $"external {who}", $"outside {who}" })
                .SelectMany(who => new[] { Compilation.Nouns.One(who), Compilation.Nouns.Several(who) }),
            .. new[] { "a guest", "guests", "an attendee", "attendees", "a participant", "participants", "someone", "somebody", "anyone", "anybody", "a person", "people" }
                .SelectMany(who => new[] { "my", "our", "the" }.SelectMany(whose => new[] { "company", "organisation", "organization", "team", "firm", "department", "bank", "school", "office", "business" }.Select(group => $"{who} from outside {whose} {group}").Concat(new[] { "company", "organisation", "organization", "team", "firm" }.Select(group => $"{who} outside {whose} {group}")))),
            "outsiders", "an outsider", "externals", "external people", "outside people", "someone external", "somebody external", "anyone external", "anyone from outside", "someone from outside", "people from outside", "a guest from outside",
            .. new[] { "client", "customer", "prospect", "investor", "candidate", "supplier", "vendor", "partner", "lawyer", "doctor", "dentist", "recruiter", "patient", "student", "colleague", "coworker" }
                .SelectMany(who => new[] { who, $"new {who}", $"potential {who}", $"external {who}" })
                .SelectMany(who => new[] { Compilation.Nouns.One(who), Compilation.Nouns.Several(who) }),
        ],
        SemanticAdjectives = ["urgent", "important", "work-related", "personal", "boring", "confidential", "social", "outdoors", "outdoor"],
        Nouns = [Noun, Contents],
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
            "[that|which] [is|are|appears|appear|shows up] [listed|displayed|shown|saved|on display] (in|on|to|from|into|of|at|through|via) [my|the|our|your] [google] (calendar|calendars|gcal|icalendar|schedule|agenda|diary|planner|google calendar|calendar's schedule)",
            "of (mine|ours)",
            "(that|which) (i'm|i am|we're|we are) (in|attending|part of|going to)",
            "(that|which) (i|we) (have|attend)",
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
                    "[the] (creation|addition|booking|scheduling) of",
                    "(my calendar|my schedule|my google calendar|my icalendar) (has|shows|contains|gets)",
                    "(someone|somebody|anyone|anybody) (invites|invite) (me|us) to",
                    "(i am|i'm|we are|we're|i get|i got) invited to",
                    "{organizer:address} (creates|adds|books|schedules|makes|sets up|plans|puts)", "{organizer:name} (creates|adds|books|schedules|sets up|plans|organizes|organises)",
                    "{organizer:address} (invites|has invited|invited) (me|us) to",
                ],
                Closings =
                [
                    Made,
                    "(added|created|booked|scheduled|made|that is added|that are added|that gets added|that get added)",
                    "(appears|appear|shows up|show up|pops up|comes in|arrives|gets added|is put|lands|land|turns up|turn up)",
                    "(hits|hit) [my|the|our] [google] calendar",
                    "i (create|add|book|schedule|make)",
                ],
                Sentences =
                [
                    "(someone|somebody|anyone|anybody|people) (books|book) (me|us)",
                    "(someone|somebody|anyone|anybody|people) (books|book|reserves|reserve|grabs|grab) [a|an|one of my] (slot|slots|time slot|time slots) [with (me|us)]", "(someone|somebody|anyone|anybody|people) (books|book) [some] time with (me|us)",
                ],
            },
            new TriggerInfo("event.updated", Event, "a calendar event changes")
            {
                IsChange = true,
                Sentences =
                [
                    new EventWording($"[my|the|our] {Titled} {Moved}") { Field = "changed", Value = "start", Op = Operator.Contains },
                    new EventWording("[the|my|our|a] (room|meeting room|venue|meeting location|meeting place) (changes|changed|has changed|is changed|gets changed|was changed|has been changed)") { Field = "changed", Value = "location", Op = Operator.Contains },
                ],
                Adjectives = ["updated", "changed", "modified", "edited", Moves("rescheduled"), Renames("renamed")],
                Openings = ["[there is|there are|there's|i get|i have] [any|a|an|some|all|new|the|my|all my|any of my|all the] [new] (changes or updates|updates or changes|changes and updates|updates and changes|changes|change|updates|update|edits|alterations|modifications) [are made|is made|made|happen|happening|that happen|that are made] (to|in|of|on|about|for|from|with|within|across|regarding|concerning|inside)", "(someone|somebody|anyone|anybody) (change|changes|update|updates|edit|edits|modify|modifies)", new EventWording("{attendees:address} (is|gets|has been|was) added (to|as a guest to|as a guest of|as an attendee of)") { Edge = true }, Moves("(someone|somebody|anyone|anybody) (reschedule|reschedules|move|moves)"), Renames("(someone|somebody|anyone|anybody) (rename|renames|retitle|retitles)")],
                Closings =
                [
                    "[happen to] (changes|change|has changed|have changed|is changed|are changed|gets changed|get changed|is updated|are updated|gets updated|get updated|has been updated|is modified|gets modified|is edited|gets edited|is altered|has been changed|updates|update|has been edited|is different|changing)",
                    "(makes|make|has|have|sees|gets|get|receives|undergoes) [any|a|an|some] (alterations|alteration|changes|change|updates|update)",
                    "(be|being|was|were|got|get|has just been|have been|has just|have just) (updated|changed|modified|edited)",
                    "[just] (changed|updated|modified)",
                    "for [any|all|all the|some] (changes or updates|updates or changes|changes and updates|updates and changes|changes|updates|modifications)",
                    new EventWording("(moves|move|moved|is moved|gets moved|get moved|was moved|has been moved|changes|switches|switched) to [a|an|some] (new|other|another|different) (location|place|venue|room|address|spot)") { Field = "changed", Value = "location", Op = Operator.Contains },
                    new EventWording("(changes|change|changed|switches|switched|moves|moved) (location|locations|place|places|venue|venues|room|rooms)") { Field = "changed", Value = "location", Op = Operator.Contains },
                    new EventWording("(gets|get|got|is given|has) (a new|another|a different) (location|place|venue|room)") { Field = "changed", Value = "location", Op = Operator.Contains },
                    new EventWording("(is|gets|get|are|was|has been) relocated") { Field = "changed", Value = "location", Op = Operator.Contains },
                    Moves(Moved),
                    new EventWording("(is|gets|has been|was|are) (renamed|retitled) to {summary:quoted}") { Edge = true },
                    new EventWording("(is|gets|has been|was|are) (renamed|retitled) to {summary:name}") { Edge = true },
                    new EventWording("(moves|move|moved|is moved|gets moved|was moved|has been moved|is relocated|gets relocated|relocates|switches|is switched) [from any] to [the] {location:place}") { Edge = true, Op = Operator.Contains },
                    Renames("(is|be|gets|has been|are|get|got|was) (renamed|retitled)"),
                    new EventWording("(is confirmed|gets confirmed|has been confirmed|was confirmed|turns confirmed|becomes confirmed)") { Field = "status", Value = "confirmed", Edge = true },
                ],
            },
            new TriggerInfo("event.cancelled", Event, "a calendar event is cancelled")
            {
                IsChange = true,
                Adjectives = ["cancelled", "canceled", "deleted"],
                Sentences = [Called($"{Titled} (is|gets|has been|was) (cancelled|canceled|called off)")],
                Openings = ["(someone|somebody|anyone|anybody) (cancel|cancels|delete|deletes|remove|removes|call off|calls off)", "[the] (cancellation|cancelation|cancelling|canceling|deletion|removal) of"],
                Closings =
                [
                    "(is|are|be|gets|get|has been|have been|was|were) (cancelled|canceled|deleted|removed|called off|scrapped|axed|scratched|nixed|erased|wiped)",
                    "(cancelled|canceled|deleted)",
                    "(disappears|disappear|has disappeared|vanishes|vanish|drops off|drop off|is taken off|gets taken off|falls off|is gone|are gone)",
                ],
            },
            new TriggerInfo("event.starting", Event, "a calendar event starts")
            {
                Sentences = [Called($"{Titled} {Begins}"), Called($"{{lead}} (before|prior to|ahead of) {Titled} [{Begins}|starting|beginning]")],
                TakesLeadTime = true,
                IsTimed = true,
                Adjectives = ["upcoming"],
                Openings = ["{lead} [heads-up|heads up|notice|warning|reminder|lead time|in advance] (before|prior to|ahead of) [the start of]", "[just|right] (at the start of|at the beginning of|at the time of)", "the (start|beginning) of (any of my|any|all of my|all my|all|each of my|each|every|my|calendar|icalendar)", "there (is|are) {lead} (before|until|till|to)", "it is time for", "it's time for", "(i have|we have|i've got|there is|there's|there are)", "(my calendar|my schedule|my google calendar|my icalendar) (has|shows|contains)"],
                Closings =
                [
                    $"[as they|when they|as it|when it] {Begins}",
                    "[as they|when they|as it|when it] (starts|start|begins|begin|is|is starting|is beginning|will start|is about to start|commences|is going to start) in {lead}",
                    "is {lead} away",
                    "{lead} (before|beforehand|ahead|in advance|before it starts|before they start|before it begins|before they begin|before it|before them|earlier)",
                    "(is coming up|comes up|is upcoming) in {lead}",
                    "(is coming up|is upcoming|comes up|coming up)",
                ],
            },
            new TriggerInfo("event.ended", Event, "a calendar event ends")
            {
                Adjectives = ["finished", "ended", "concluded"],
                Sentences = [Called($"{Titled} {Finishes}")],
                IsTimed = true,
                Openings = ["[right] (after|at the end of|following|when i finish) [the end of]"],
                Closings = [$"[as they|when they|as it|when it] {Finishes}"],
            },
        ],
        Tools = EventTools,
    };

    private static EventWording Moves(string phrase) => new(phrase) { Field = "changed", Value = "start", Op = Operator.Contains };

    /// <summary>What the event is called says that it is one: ""Retro" ends".</summary>
    private static EventWording Called(string phrase) => new($"[my|the|our] {phrase}") { Op = Operator.Contains };

    private static EventWording Renames(string phrase) => new(phrase) { Field = "changed", Value = "summary", Op = Operator.Contains };
}
