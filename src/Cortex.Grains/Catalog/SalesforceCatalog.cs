using Cortex.Programs;

namespace Cortex.Catalog;

/// <summary>Salesforce. Fields are called by their API names (Salesforce, Object Reference: standard objects).</summary>
internal static partial class SalesforceCatalog
{
    private static readonly Wording Named = new("[that|which] [is|are] (called|named|titled|entitled) {value:quoted}", Operator.Contains);
    private static readonly Wording FromAddress = new(
        "[that|which|who|it|and] [is|are|comes|come|came|was|were] [in] [sent|submitted|logged] from [someone|somebody|anyone|anybody|people|a customer|a client|customers|clients|a contact|the domain] [at|from|with] [a|an|the|any] {value:address} [address|email address|email|domain|addresses]", Operator.Equals);

    private static readonly ItemField Id = new("Id", FieldKind.Text, "id", "00Q5g00000Abcde") { Synonyms = ["record id"] };
    private static readonly ItemField Owner = new("OwnerId", FieldKind.Text, "owner", "0055g000001Abcd") { ChangeWords = ["reassigned", "hands"] };
    private static readonly ItemField OwnerName = new("OwnerName", FieldKind.Text, "owner's name", "Ana Lopes") { HoldsNames = true, Synonyms = ["owner name"], Wordings = [new Wording("[that|which|it] [is|are] owned by {value:name}", Operator.Equals), new Wording("assigned to {value:name}", Operator.Equals), new Wording("(that|which) (is|are) assigned to {value:name}", Operator.Equals), new Wording("[that|which|it] (is not|isn't|are not|aren't|not) owned by {value:name}", Operator.Equals, Negated: true)] };
    private static readonly ItemField Created = new("CreatedDate", FieldKind.Time, "creation date", "2026-01-31T08:30:00Z") { Synonyms = ["created date"] };
    private static readonly ItemField Modified = new("LastModifiedDate", FieldKind.Time, "last change", "2026-01-31T08:30:00Z");
    private static readonly ItemField Changed = new("changed", FieldKind.TextList, "changed fields", "StageName") { ElementsAreNames = true };
    private static readonly ItemField Name = new("Name", FieldKind.Text, "name", "Ana Lopes") { HoldsNames = true, Wordings = [Named] };
    private static readonly ItemField FirstName = new("FirstName", FieldKind.Text, "first name", "Ana") { HoldsNames = true };
    private static readonly ItemField LastName = new("LastName", FieldKind.Text, "last name", "Lopes") { HoldsNames = true, Synonyms = ["surname"] };
    private static readonly ItemField Email = new("Email", FieldKind.Address, "email", "ana@example.com") { Synonyms = ["email address", "e-mail"], Prepositions = ["with email", "with the email", "with an email at"], Wordings = [FromAddress] };
    private static readonly ItemField Phone = new("Phone", FieldKind.Text, "phone", "+1 555 0100") { Synonyms = ["phone number"] };
    private static readonly ItemField Title = new("Title", FieldKind.Text, "job title", "CTO") { HoldsNames = true, Synonyms = ["title", "position"] };
    private static readonly ItemField Company = new("Company", FieldKind.Text, "company", "Acme")
    {
        HoldsNames = true,
        Synonyms = ["company name"],
        Wordings = [new Wording("[that|who] (works at|work at|working at|from the company|from company|at the company|at company|at a company|at a company called|at a company named|of the company|from a company called|from a company named) {value}", Operator.Contains)],
    };
    private static readonly ItemField Industry = new("Industry", FieldKind.Text, "industry", "Energy")
    {
        IsPicklist = true,
        Values = [.. Industries.Names.Select(name => new KnownValue(name, name.ToLowerInvariant()))],
        Wordings =
        [
            new Wording("[that|which|who|it|and] [is|are|works|work|operates|operate|comes|come] (in|from) [the] {value:knowns}", Operator.Equals),
            new Wording("[that|which|who|it|and] [is|are|works|work|operates|operate|comes|come] (in|from|of|for) [the] {value:knowns} (industry|sector|business)", Operator.Equals),
            new Wording("[that|which|who|it|and] [is|are|works|work|operates|operate|comes|come] (in|from|of|for) [the] {value:name} (industry|sector)", Operator.Equals),
            new Wording("[that|which|who|it|and|but] (not|isn't|is not|aren't|are not) (in|from|of) [the] {value:knowns} [industry|sector|business]", Operator.Equals, Negated: true),
        ],
    };
    private static readonly ItemField Rating = new("Rating", FieldKind.Text, "rating", "Hot") { IsPicklist = true, Ends = ["Hot", "Cold"], Values = [new KnownValue("Hot", "hot") { Adjectives = ["hot"] }, new KnownValue("Warm", "warm") { Adjectives = ["warm"] }, new KnownValue("Cold", "cold")] };
    private static readonly ItemField LeadSource = new("LeadSource", FieldKind.Text, "lead source", "Web")
    {
        IsPicklist = true,
        Synonyms = ["source"],
        Values = [new KnownValue("Web", "web") { Adjectives = ["web"] }, .. new[] { "Phone Inquiry", "Partner Referral", "Purchased List", "Webinar", "Trade Show", "Advertisement", "Employee Referral", "External Referral", "Word of Mouth", "Cold Call" }.Select(name => new KnownValue(name, name.ToLowerInvariant()))],
        Wordings = [new Wording("[that|which|who|and] (comes|come|came|is|are) [in] (from|via|through) [the|a|an] {value:knowns}", Operator.Equals), new Wording("(from|via|through) (the|a|an) {value:knowns}", Operator.Equals)],
    };
    private static readonly ItemField Country = new("Country", FieldKind.Text, "country", "Portugal")
    {
        HoldsNames = true,
        Values = [.. Countries.Names.Select(name => new KnownValue(name, name.ToLowerInvariant()))],
        Wordings =
        [
            new Wording("(from|in|based in|located in) the country {value}", Operator.Equals),
            new Wording("[that|which|who|it|and] [is|are|comes|come|they] (from|in|based in|located in|out of) {value:knowns}", Operator.Equals),
            new Wording("[that|which|who|it|and|but] [is|are|comes|come|they] (not|isn't|is not|aren't|are not) (from|in|based in|located in|out of) {value:knowns}", Operator.Equals, Negated: true),
        ],
    };
    /// <summary>States of the USA, but for Georgia, which is also a country.</summary>
    private static IReadOnlyList<string> States =>
    [
        "Alabama", "Alaska", "Arizona", "Arkansas", "California", "Colorado", "Connecticut", "Delaware", "Florida", "Hawaii", "Idaho", "Illinois", "Indiana", "Iowa", "Kansas", "Kentucky", "Louisiana", "Maine", "Maryland", "Massachusetts", "Michigan", "Minnesota", "Mississippi",
        "Missouri", "Montana", "Nebraska", "Nevada", "New Hampshire", "New Jersey", "New Mexico", "New York", "North Carolina", "North Dakota", "Ohio", "Oklahoma", "Oregon", "Pennsylvania", "Rhode Island", "South Carolina", "South Dakota", "Tennessee", "Texas", "Utah", "Vermont",
        "Virginia", "Washington", "West Virginia", "Wisconsin", "Wyoming",
    ];

    private static readonly ItemField City = new("City", FieldKind.Text, "city", "Lisbon") { HoldsNames = true };
    private static readonly ItemField State = new("State", FieldKind.Text, "state", "California")
    {
        HoldsNames = true,
        Synonyms = ["province", "region"],
        Values = [.. States.Select(name => new KnownValue(name, name.ToLowerInvariant()))],
        Wordings = [new Wording("[that|which|who|it|and] [is|are|comes|come|they] (from|in|based in|located in|out of) {value:knowns}", Operator.Equals)],
    };
    private static readonly ItemField Description = new("Description", FieldKind.Text, "description", "Wants a demo") { Synonyms = ["details"], IsProse = true };
    private static readonly ItemField Subject = new("Subject", FieldKind.Text, "subject", "Printer on fire") { Synonyms = ["name", "title"], Wordings = [Named] };
    private static readonly ItemField Priority = new("Priority", FieldKind.Text, "priority", "High")
    {
        IsState = true,
        Ends = ["High", "Low"],
        Values =
        [
            new KnownValue("High", "high") { Adjectives = ["high priority", "high-priority"] },
            new KnownValue("Medium", "medium") { Adjectives = ["medium priority", "medium-priority"] },
            new KnownValue("Low", "low") { Adjectives = ["low priority", "low-priority"] },
        ],
        Wordings = [new Wording("[that|which] (with|has|have|is|are|of) [a|an] {value:known} priority", Operator.Equals), new Wording("[that|which] (with|has|have|is|are|of) [a|an] {value:level} priority", Operator.Equals)],
    };
    private static readonly ItemField Type = new("Type", FieldKind.Text, "type", "New Customer")
    {
        IsPicklist = true,
        Values = [new KnownValue("Renewal", "renewal") { Adjectives = ["renewal"] }, new KnownValue("New Business", "new business") { Adjectives = ["new business"] }, new KnownValue("Existing Business", "existing business") { Adjectives = ["existing business"] }],
    };
    private static readonly ItemField AccountId = new("AccountId", FieldKind.Text, "account id", "0015g00000Abcde");
    private static readonly ItemField Website = new("Website", FieldKind.Text, "website", "https://example.com");
    private static readonly ItemField Revenue = new("AnnualRevenue", FieldKind.Number, "annual revenue", "1500000") { Synonyms = ["revenue"] };
    private static readonly ItemField Employees = new("NumberOfEmployees", FieldKind.Number, "number of employees", "250") { Synonyms = ["employees", "employee count", "headcount", "company size"] };

    private static readonly ItemField LeadStatus = new("Status", FieldKind.Text, "status", "Open - Not Contacted")
    {
        IsState = true,
        Synonyms = ["lead status"],
        Ends = ["New", "Open", "Open - Not Contacted", "Converted", "Closed - Converted"],
        Values =
        [
            new KnownValue("Converted", "converted") { Verbs = ["convert", "converts"] }, new KnownValue("Qualified", "qualified"), new KnownValue("Unqualified", "unqualified", "disqualified"), new KnownValue("Contacted", "contacted"),
            new KnownValue("Working", "working"), new KnownValue("Nurturing", "nurturing"), new KnownValue("New", "new"), new KnownValue("Open", "open"),
            .. new[] { "Open - Not Contacted", "Working - Contacted", "Closed - Converted", "Closed - Not Converted" }.Select(name => new KnownValue(name, name.ToLowerInvariant())),
        ],
    };
    private static readonly ItemField CaseStatus = new("Status", FieldKind.Text, "status", "New")
    {
        IsState = true,
        Synonyms = ["case status"],
        Ends = ["New", "Closed"],
        Values =
        [
            new KnownValue("Closed", "closed", "resolved") { Verbs = ["closes", "close", "closing", "closure", "resolution"] }, new KnownValue("Escalated", "escalated"), new KnownValue("New", "new"), new KnownValue("Working", "working"), new KnownValue("In Progress", "in progress"),
            new KnownValue("On Hold", "on hold"),
        ],
    };

    private static readonly ItemField TaskStatus = new("Status", FieldKind.Text, "status", "Not Started") { IsState = true, Synonyms = ["task status"], Ends = ["Not Started", "Completed"], Values = [new KnownValue("Completed", "completed", "done"), new KnownValue("In Progress", "in progress"), new KnownValue("Not Started", "not started")] };

    private static readonly ItemField Stage = new("StageName", FieldKind.Text, "stage", "Prospecting")
    {
        IsState = true,
        Synonyms = ["stage name", "opportunity stage", "deal stage", "status"],
        Ends = ["Prospecting", "Closed Won", "Closed Lost"],
        Wordings =
        [
            new Wording("[that|which|and] [it|it's|its] [is|are] (in|at) [the] {value:state} stage", Operator.Equals),
            new Wording("[that|which|and] [it|it's|its] [is|are] (in|at) [the] {value:known}", Operator.Equals),
            new Wording("[that|which|and] [it|it's|its] [is|are] (in|at) [the] stage {value:state}", Operator.Equals),
        ],
        Values = [new KnownValue("Closed Won", "won", "closed won", "closed-won") { Verbs = ["win", "wins", "close", "closing"] }, new KnownValue("Closed Lost", "lost", "closed lost", "closed-lost") { Verbs = ["lose", "loses"] }, .. new[] { "Prospecting", "Qualification", "Needs Analysis", "Value Proposition", "Perception Analysis", "Proposal/Price Quote", "Negotiation/Review", "Proposal", "Negotiation" }.Select(name => new KnownValue(name, name.ToLowerInvariant()))],
    };

    private const string Moves = "(moves|move|moved|moving|changes|change|is moved|are moved|advances|advance|advanced|progresses|progress|gets moved|get moved|has just been moved|has been moved|was moved|got moved|is pushed|gets pushed|drops back|falls back|slips back) [on|forward|back]";

    private static readonly IReadOnlyList<string> AlwaysThere =
        ["Id", "Name", "LastName", "Company", "Subject", "Status", "StageName", "CloseDate", "Probability", "Priority", "CaseNumber", "OwnerId", "OwnerName", "CreatedDate", "LastModifiedDate", "changed"];

    private static readonly ItemKind Lead = new("lead", Id, Name, FirstName, LastName, Company, Email, Phone, Title, LeadStatus, LeadSource, Industry, Rating, Country, City, State, Revenue, Employees, Website, Description, Owner, OwnerName, Created, Modified, Changed)
    {
        Nouns = ["(lead|leads|sales lead|prospect lead)"],
        AlwaysThere = AlwaysThere,
        IsPerson = true, Title = "{{ Name }}", Text = "{{ Description }}", Time = "{{ CreatedDate }}", TimeIsArrival = true, Person = "{{ Email }}", PersonRoles = [PersonRoles.Lead],
    };

    private static readonly ItemKind Contact = new("contact", Id, Name, FirstName, LastName, Email, Phone, Title, AccountId, LeadSource, Description, Owner, OwnerName, Created, Modified, Changed)
    {
        Nouns = ["(contact|contacts)"],
        AlwaysThere = AlwaysThere,
        IsPerson = true, Title = "{{ Name }}", Text = "{{ Description }}", Time = "{{ CreatedDate }}", TimeIsArrival = true, Person = "{{ Email }}", PersonRoles = [PersonRoles.Contact],
    };

    private static readonly ItemKind Account = new("account", Id, Name, Type, Industry, Rating, Phone, Website, Country, City, State, Revenue, Employees, Description, Owner, OwnerName, Created, Modified, Changed)
    {
        Nouns = ["(account|accounts)"],
        AlwaysThere = AlwaysThere,
        Title = "{{ Name }}", Text = "{{ Description }}", Time = "{{ CreatedDate }}", TimeIsArrival = true,
    };

    private static readonly ItemKind Opportunity = new(
        "opportunity",
        Id,
        Name,
        Stage,
        new ItemField("Amount", FieldKind.Number, "amount", "25000")
        {
            Synonyms = ["value", "deal size", "size", "worth"],
            Measure = "[worth|for|of|valued at]",
            Wordings =
            [
                new Wording("[that|which] [is|are] [worth|for|of|valued at] (over|above|more than|more then|bigger than|bigger then|larger than|greater than|higher than|exceeding|north of|upwards of) {value}", Operator.GreaterThan),
                new Wording("[that|which] [is|are] [worth|for|of|valued at] (under|below|less than|less then|smaller than|lower than) {value}", Operator.LessThan),
                new Wording("[that|which] [is|are] [worth|for|of|valued at] at least {value}", Operator.LessThan, Negated: true),
                new Wording("[that|which] (goes|grows|rises|climbs|jumps|gets) [up] [to] (over|above|past|beyond|more than) {value}", Operator.GreaterThan) { Edge = true },
                new Wording("[that|which] (goes|shrinks|falls|drops|sinks) [down] [to] (under|below|less than) {value}", Operator.LessThan) { Edge = true },
            ],
        },
        new ItemField("CloseDate", FieldKind.Time, "close date", "2026-03-31")
        {
            Synonyms = ["closing date"],
            Wordings =
            [
                new Wording("[that|which] [is|are] (closing|closes|due to close) (before|earlier than) {value}", Operator.LessThan),
                new Wording("[that|which] [is|are] (closing|closes|due to close) (after|later than) {value}", Operator.GreaterThan),
            ],
        },
        new ItemField("Probability", FieldKind.Number, "probability", "60"),
        new ItemField("NextStep", FieldKind.Text, "next step", "Send the contract"),
        Type,
        LeadSource,
        AccountId,
        new ItemField("AccountName", FieldKind.Text, "account name", "Acme")
        {
            Synonyms = ["account"],
            HoldsNames = true,
            Wordings = [new Wording("[that|which] [is|are] with [the (account|customer|client)] {value:names}", Operator.Equals), new Wording("[that|which] [is|are] (for|from|at|of) the (account|customer|client) {value:names}", Operator.Equals)],
        },
        Description,
        Owner,
        OwnerName,
        Created,
        Modified,
        Changed)
    {
        Nouns = ["(opportunity|opportunities|deal|deals|sales opportunity)"],
        AlwaysThere = AlwaysThere,
        Title = "{{ Name }}", Text = "{{ Description }}", Time = "{{ CloseDate }}",
    };

    private static readonly ItemKind Case = new(
        "case",
        Id,
        new ItemField("CaseNumber", FieldKind.Text, "case number", "00001042") { Synonyms = ["number"] },
        Subject,
        CaseStatus,
        Priority,
        new ItemField("Origin", FieldKind.Text, "origin", "Web")
        {
            IsPicklist = true,
            Synonyms = ["case origin", "channel"],
            Values = [new KnownValue("Web", "web"), new KnownValue("Phone", "phone"), new KnownValue("Email", "email"), new KnownValue("Chat", "chat")],
            Wordings = [new Wording("[that|which|and] [is|are|was|were] (via|by|through|over|from|on) [the|a] {value:knowns}", Operator.Equals)],
        },
        Type,
        new ItemField("Reason", FieldKind.Text, "reason", "Installation") { IsPicklist = true, Synonyms = ["case reason"] },
        new ItemField("ContactEmail", FieldKind.Address, "contact's email", "ana@example.com") { Synonyms = ["contact email"], Wordings = [FromAddress] },
        AccountId,
        Description,
        Owner,
        OwnerName,
        Created,
        Modified,
        Changed)
    {
        Nouns = ["(case|cases|support case|support cases|customer case|service case|support ticket|support tickets)"],
        SemanticAdjectives = ["urgent", "angry", "frustrated", "unhappy", "rude", "threatening", "spam", "spammy", "critical"],
        AlwaysThere = AlwaysThere,
        Title = "{{ Subject }}", Text = "{{ Description }}", Time = "{{ CreatedDate }}", TimeIsArrival = true, Person = "{{ ContactEmail }}", PersonRoles = [PersonRoles.Contact, PersonRoles.Requester],
    };

    private static readonly ItemKind Task = new(
        "task",
        Id,
        Subject,
        TaskStatus,
        Priority,
        new ItemField("ActivityDate", FieldKind.Time, "due date", "2026-02-05") { Synonyms = ["activity date", "deadline"] },
        Description,
        Owner,
        OwnerName,
        Created,
        Modified,
        Changed)
    {
        Nouns = ["(task|tasks)"],
        AlwaysThere = AlwaysThere,
        Title = "{{ Subject }}", Text = "{{ Description }}", Time = "{{ ActivityDate }}",
    };

    public static ProviderCatalog Entry { get; } = new(Providers.Salesforce)
    {
        Names = ["salesforce", "sfdc", "sf", "crm", "sales force"],
        Places = ["(in|into|to|on|from|within|of) [our|my|the] (salesforce|sfdc|crm|sales force|salesforce crm)", "in the system"],
        Hints = ["salesforce", "sfdc", "crm", "lead", "contact", "account", "opportunit", "deal", "case", "ticket", "task", "pipeline", "stage", "customer", "prospect", "owner", "record"],
        Triggers =
        [
            WhenCreated("lead.created", Lead, "a lead is created") with { Sentences = ["(someone|somebody|anyone|a person|people) (becomes|become|turns into) (a [new] lead|leads)"] },
            WhenCreated("contact.created", Contact, "a contact is created"),
            WhenCreated("account.created", Account, "an account is created"),
            WhenCreated("opportunity.created", Opportunity, "an opportunity is created"),
            WhenCreated("case.created", Case, "a case is created", "(customers|clients|a customer|a client|users|a user|the customer|the client)"),
            WhenCreated("task.created", Task, "a task is created"),
            WithAdjectives(WhenUpdated(
                "lead.updated",
                Lead,
                "a lead changes",
                [
                    Assigned,
                    Rated,
                    Becomes("([is|gets|has been|was|are|get] converted|converts|convert)", "Status", "Converted"),
                    Becomes("[is|gets|has been|was|are|get] (disqualified|unqualified)", "Status", "Unqualified"),
                    Becomes("[is|gets|has been|was|are|get] qualified", "Status", "Qualified"),
                    Becomes("(is|gets|has been|was|are|get) contacted", "Status", "Contacted"),
                    GoesToAnother,
                    .. IntoStatus("becomes|is marked as|is marked|gets marked as|has been marked as|is set to|gets set to|is updated to|is changed to"),
                ]),
                Becomes("converted", "Status", "Converted"),
                Becomes("qualified", "Status", "Qualified"),
                Becomes("(disqualified|unqualified)", "Status", "Unqualified")),
            WithAdjectives(WithOpening(WithOpening(WhenUpdated(
                "opportunity.updated",
                Opportunity,
                "an opportunity changes",
                [
                    Becomes("[is|gets|has been|was|are|is marked|is marked as|is set to|is set as|becomes|turns|moves to|changes to|got] [closed] won", "StageName", "Closed Won"),
                    Becomes("[is|gets|has been|was|are|is marked|is marked as|is set to|is set as|becomes|turns|moves to|changes to|got] [closed] lost", "StageName", "Closed Lost"),
                    Into("StageName", $"{Moves} stage (to|into) [the] [stage]"),
                    .. ComesTo("StageName", $"{Moves} (to|into)"),
                    Into("StageName", "(goes|go|went|comes|is sent|gets sent) [back] (to|into) [the] [stage]", "certain"),
                    .. ComesTo("StageName", "(reaches|reach|reached|enters|enter|entered|hits|hit|gets to|get to|arrives at|arrives in|makes it to|gets as far as)"),
                    Into("StageName", "(stage changes|stage is changed|stage becomes|stage is set|stage moves) [to]"),
                    .. ComesTo("StageName", "(is marked|is marked as|gets marked|gets marked as|got marked as|has been marked|has been marked as|was marked as|is set to|gets set to|is updated to|is changed to|becomes|become|are marked|are marked as|are set to)"),
                    Into("StageName", "(goes|go|has gone|is switched to|switches to|flips to|is flipped to|turns to)", "certain"),
                    new EventWording("is {StageName:quoted}") { Edge = true },
                    Into("StageName", "(is|gets|has been|was|are) [either]", "knowns"),
                    GoesToAnother,
                    Assigned,
                ]), Becomes("(we|someone|somebody) (win|wins|won|close)", "StageName", "Closed Won")), Becomes("(we|someone|somebody) (lose|loses|lost)", "StageName", "Closed Lost")), Becomes("(won|closed won)", "StageName", "Closed Won"), Becomes("(lost|closed lost)", "StageName", "Closed Lost")),
            WithAdjectives(WithOpening(WhenUpdated(
                "case.updated",
                Case,
                "a case changes",
                [
                    GoesToAnother,
                    Becomes("[is|gets|has been|was|are|is marked|is marked as|is set to|got] (closed|resolved)", "Status", "Closed"),
                    Assigned,
                    Becomes("(closes|close)", "Status", "Closed"),
                    Into("Status", "(reaches|reach|enters|enter|hits|hit) [the] [status]", "certain"),
                    new EventWording("(becomes|gets|turns|is made|is now|is marked|is marked as|is set to|is raised to) {Priority:known} priority") { Edge = true },
                    Becomes("[is|gets|has been|was|are|is marked|got] escalated", "Status", "Escalated"),
                    Becomes("(is|gets|has been|was|are|got) (put|placed|set) on hold", "Status", "On Hold"),
                    .. IntoStatus("is marked as|gets marked as|has been marked as|is set to|gets set to|becomes|is updated to|is changed to"),
                ]), Becomes("the (closure|closing|resolution) of", "Status", "Closed")), Becomes("(closed|resolved)", "Status", "Closed"), Becomes("escalated", "Status", "Escalated")),
        ],
        Tools = RecordTools,
    };

    /// <summary>"New", and the ways in which a record comes to be.</summary>
    private static TriggerInfo WhenCreated(string name, ItemKind item, string phrase, string? who = null) => new(name, item, phrase)
    {
        IsDefault = true,
        Adjectives = ["new", "newly created", "fresh", "incoming", "brand new", "newly added"],
        Openings =
        [
            "(i|we|someone|somebody|anyone) (get|gets|receive|receives|have|create|creates|created|has created|add|adds|added|has added|open|opens|opened|log|logs|logged)",
            "(there is|there's|there are)",
            "[the] (creation|addition|opening) of",
            .. who is null ? Array.Empty<EventWording>() : [$"{who} (creates|create|opens|open|opened|logs|log|logged|raises|raise|raised|files|file|filed|submits|submit|submitted|lodges|reports)"],
        ],
        Closings =
        [
            "(is|are|be|gets|get|was|were|has been|have been) [newly|freshly|just|recently] (created|added|made|opened|logged|entered|submitted|registered|captured|inserted|raised|filed|imported|lodged)",
            "[that|which] [has|have] [newly|freshly|just|recently] (comes in|come in|came in|coming in|comes|come|came|arrives|arrive|arrived|arriving|appears|appear|appeared|shows up|show up|showed up|is received|lands|land|landed|pops up|pop up|popped up|turns up|turn up|turned up|drops in|dropped in|rolls in|roll in|rolled in|created|added|opened|logged|comes through|came through|coming through)",
            "(as it|as they|as one|when it|when they|as soon as it|as soon as they) (is|are|gets|get) (created|added|made|opened|logged|entered|registered)",
        ],
    };

    private static TriggerInfo WhenUpdated(string name, ItemKind item, string phrase, params IReadOnlyList<EventWording> closings) => new(name, item, phrase)
    {
        IsChange = true,
        Adjectives = ["updated", "changed", "modified", "edited"],
        Openings = ["(we|someone|somebody|anyone) (update|updates|change|changes|edit|edits|modify|modifies)", "[any|a|some] (changes|change|updates|update) (to|in|of|on)"],
        Closings = [.. closings, "(is|are|be|gets|get|was|were|has been|have been) (updated|changed|modified|edited)", "(changes|change|has changed)"],
    };

    /// <summary>"the closure of", before the noun.</summary>
    private static TriggerInfo WithOpening(TriggerInfo trigger, EventWording opening) => trigger with { Openings = [.. trigger.Openings, opening] };

    /// <summary>"won deals", before the noun.</summary>
    private static TriggerInfo WithAdjectives(TriggerInfo trigger, params IReadOnlyList<EventWording> adjectives) => trigger with { Adjectives = [.. trigger.Adjectives, .. adjectives] };

    private static EventWording Becomes(string phrase, string field, string value) => new(phrase) { Field = field, Value = value, Edge = true };

    /// <summary>That a record comes to a status: by verbs that leave no doubt, to any; by those that people and days may follow too, to one that is known.</summary>
    private static IReadOnlyList<EventWording> IntoStatus(string verbs) =>
    [
        Into("Status", "(status changes|status is changed|status is set|status moves|changes status|change status) [back] [from any] (to|into) [the] [status]"),
        .. ComesTo("Status", "(moves|move|changes|change|is moved|are moved|has been moved|has just been moved|gets moved|get moved|moved|was moved) [back] [from any] (to|into)"),
        Into("Status", "(goes|go|went) [back] [from any] (to|into)", "certain"),
        .. ComesTo("Status", $"({verbs})"),
        Into("Status", "(turns|goes|is switched to|switches to|flips to)", "certain"),
    ];

    /// <summary>By verbs that places, people and days may follow too: a value that is not known is one by the word "stage" or "status" alone.</summary>
    private static IReadOnlyList<EventWording> ComesTo(string field, string phrase) =>
    [
        Into(field, $"{phrase} [the] (stage|status)"),
        new($"{phrase} [the] {{{field}:state}} (stage|status)") { Edge = true },
        Into(field, $"{phrase} [the]", "led"),
    ];

    private static EventWording Into(string field, string phrase, string kind = "state") => new($"{phrase} {{{field}:{kind}}} [stage|status]") { Edge = true };

    /// <summary>"is assigned to Ana": the owner's name is what people know.</summary>
    private static EventWording Assigned => new("((is|are|gets|get|has been|have been|was|were) [re-assigned|assigned|reassigned|transferred|handed over|handed|given|passed on|passed|routed|moved over] to|[the] owner (changes to|is changed to|becomes|is now|is set to)|(is|are) now owned by) {OwnerName:name}") { Edge = true };

    /// <summary>"is reassigned": to whom is left open.</summary>
    private static EventWording GoesToAnother => new("(changes hands|change hands|changes owner|changes owners|change owners|gets a new owner|has a new owner|is given a new owner|is reassigned|gets reassigned|has been reassigned|was reassigned|are reassigned) [to (a new owner|another owner|someone else|somebody else|another rep|someone new|somebody new)]") { Field = "changed", Value = "OwnerId", Op = Operator.Contains };

    private static EventWording Rated => new("(becomes|turns|goes|gets|is now|is rated|is marked|is marked as|has become|turned|changes to) {Rating:known}") { Edge = true };
}
