using Cortex.Programs;

namespace Cortex.Catalog;

/// <summary>Salesforce. Fields are called by their API names (Salesforce, Object Reference: standard objects).</summary>
internal static class SalesforceCatalog
{
    private static readonly IReadOnlyList<string> Objects = ["Lead", "Contact", "Account", "Opportunity", "Case", "Task", "Note", "Event"];


    private const string Make = "(create~|add~|make~|open~|log~|generate~|start~) [a|an|another] [new] [salesforce|crm|follow-up]";

    private const string In = "[in salesforce|in our crm|in the crm|in my crm|in crm|to salesforce]";

    /// <summary>Which field of an activity points at a record: people one way, everything else another (Salesforce, Object Reference: Task).</summary>
    private static readonly Dictionary<string, string> OfAnything = new()
    {
        ["lead"] = "WhoId", ["contact"] = "WhoId", ["account"] = "WhatId", ["opportunity"] = "WhatId", ["case"] = "WhatId",
    };

    private static readonly Dictionary<string, string> Parent = new()
    {
        ["lead"] = "ParentId", ["contact"] = "ParentId", ["account"] = "ParentId", ["opportunity"] = "ParentId", ["case"] = "ParentId",
    };

    private static readonly IReadOnlyList<RecordShape> Shapes =
    [
        new("Lead", "LastName") { IsPerson = true, Words = ["lead", "leads"], Text = "Description", Person = "Email", Required = new Dictionary<string, string> { ["Company"] = "Unknown" } },
        new("Contact", "LastName") { IsPerson = true, Words = ["contact", "contacts"], Text = "Description", Person = "Email", Related = new Dictionary<string, string> { ["account"] = "AccountId" } },
        new("Account", "Name") { Words = ["account", "accounts"], Text = "Description" },
        new("Opportunity", "Name")
        {
            Words = ["opportunity", "opportunities", "deal", "deals"],
            Text = "Description",
            Due = "CloseDate",
            Related = new Dictionary<string, string> { ["account"] = "AccountId" },
            Required = new Dictionary<string, string> { ["StageName"] = "Prospecting", ["CloseDate"] = "+30 days" },
        },
        new("Case", "Subject") { Words = ["case", "cases", "support case", "ticket"], Text = "Description", Related = new Dictionary<string, string> { ["account"] = "AccountId", ["contact"] = "ContactId" } },
        new("Task", "Subject") { Words = ["task", "tasks", "to-do", "todo", "follow-up task", "reminder task"], Text = "Description", Due = "ActivityDate", Related = OfAnything },
        new("Note", "Title") { Words = ["note", "notes"], Text = "Body", Related = Parent },
        new("Event", "Subject") { Words = ["event"], Text = "Description", Related = OfAnything },
    ];

    private static readonly ItemField Id = new("Id", FieldKind.Text, "record id", "00Q5g00000Abcde");
    private static readonly ItemField Owner = new("OwnerId", FieldKind.Text, "owner", "0055g000001Abcd");
    private static readonly ItemField OwnerName = new("OwnerName", FieldKind.Text, "owner's name", "Ana Lopes") { Synonyms = ["owner name"] };
    private static readonly ItemField Created = new("CreatedDate", FieldKind.Time, "creation date", "2026-01-31T08:30:00Z") { Synonyms = ["created date"] };
    private static readonly ItemField Modified = new("LastModifiedDate", FieldKind.Time, "last change", "2026-01-31T08:30:00Z");
    private static readonly ItemField Changed = new("changed", FieldKind.TextList, "changed fields", "StageName") { ElementsAreNames = true };
    private static readonly ItemField Name = new("Name", FieldKind.Text, "name", "Ana Lopes");
    private static readonly ItemField FirstName = new("FirstName", FieldKind.Text, "first name", "Ana");
    private static readonly ItemField LastName = new("LastName", FieldKind.Text, "last name", "Lopes") { Synonyms = ["surname"] };
    private static readonly ItemField Email = new("Email", FieldKind.Address, "email", "ana@example.com") { Synonyms = ["email address", "e-mail"], Prepositions = ["with email", "with the email", "with an email at"] };
    private static readonly ItemField Phone = new("Phone", FieldKind.Text, "phone", "+1 555 0100") { Synonyms = ["phone number"] };
    private static readonly ItemField Title = new("Title", FieldKind.Text, "job title", "CTO") { Synonyms = ["title", "position"] };
    private static readonly ItemField Company = new("Company", FieldKind.Text, "company", "Acme")
    {
        Synonyms = ["company name"],
        Wordings = [new Wording("[that|who] (works at|work at|working at|from the company|from company) {value}", Operator.Contains)],
    };
    private static readonly ItemField Industry = new("Industry", FieldKind.Text, "industry", "Energy") { IsPicklist = true };
    private static readonly ItemField Rating = new("Rating", FieldKind.Text, "rating", "Hot") { IsPicklist = true };
    private static readonly ItemField LeadSource = new("LeadSource", FieldKind.Text, "lead source", "Web") { IsPicklist = true, Synonyms = ["source"] };
    private static readonly ItemField Country = new("Country", FieldKind.Text, "country", "Portugal")
    {
        Wordings = [new Wording("(from|in|based in|located in) the country {value}", Operator.Equals)],
    };
    private static readonly ItemField City = new("City", FieldKind.Text, "city", "Lisbon");
    private static readonly ItemField State = new("State", FieldKind.Text, "state", "California") { Synonyms = ["province", "region"] };
    private static readonly ItemField Description = new("Description", FieldKind.Text, "description", "Wants a demo") { Synonyms = ["details"] };
    private static readonly ItemField Subject = new("Subject", FieldKind.Text, "subject", "Printer on fire") { Synonyms = ["name", "title"] };
    private static readonly ItemField Priority = new("Priority", FieldKind.Text, "priority", "High")
    {
        IsPicklist = true,
        Values =
        [
            new KnownValue("High", "high") { Adjectives = ["high priority", "high-priority"] },
            new KnownValue("Medium", "medium") { Adjectives = ["medium priority", "medium-priority"] },
            new KnownValue("Low", "low") { Adjectives = ["low priority", "low-priority"] },
        ],
        Wordings = [new Wording("[that|which] (with|has|have|is|are|of) [a|an] {value:known} priority", Operator.Equals)],
    };
    private static readonly ItemField Type = new("Type", FieldKind.Text, "type", "New Customer") { IsPicklist = true };
    private static readonly ItemField AccountId = new("AccountId", FieldKind.Text, "account id", "0015g00000Abcde");
    private static readonly ItemField Website = new("Website", FieldKind.Text, "website", "https://example.com");
    private static readonly ItemField Revenue = new("AnnualRevenue", FieldKind.Number, "annual revenue", "1500000") { Synonyms = ["revenue"] };
    private static readonly ItemField Employees = new("NumberOfEmployees", FieldKind.Number, "number of employees", "250") { Synonyms = ["employees", "employee count", "headcount"] };

    private static readonly ItemField LeadStatus = new("Status", FieldKind.Text, "status", "Open - Not Contacted") { IsState = true, Synonyms = ["lead status"] };
    private static readonly ItemField CaseStatus = new("Status", FieldKind.Text, "status", "New")
    {
        IsState = true,
        Synonyms = ["case status"],
        Values = [new KnownValue("Closed", "closed", "resolved"), new KnownValue("Escalated", "escalated")],
    };

    private static readonly ItemField TaskStatus = new("Status", FieldKind.Text, "status", "Not Started") { IsState = true, Synonyms = ["task status"] };

    private static readonly ItemField Stage = new("StageName", FieldKind.Text, "stage", "Prospecting")
    {
        IsState = true,
        Synonyms = ["stage name", "opportunity stage", "deal stage", "status"],
        Wordings =
        [
            new Wording("[that|which|and] [it] [is|are] (in|at) [the] {value:state} stage", Operator.Equals),
            new Wording("[that|which|and] [it] [is|are] (in|at) [the] stage {value:state}", Operator.Equals),
        ],
        Values = [new KnownValue("Closed Won", "won", "closed won", "closed-won"), new KnownValue("Closed Lost", "lost", "closed lost", "closed-lost")],
    };

    private static readonly IReadOnlyList<string> AlwaysThere =
        ["Id", "Name", "LastName", "Company", "Subject", "Status", "StageName", "CloseDate", "Probability", "Priority", "CaseNumber", "OwnerId", "OwnerName", "CreatedDate", "LastModifiedDate", "changed"];

    private static readonly ItemKind Lead = new("lead", Id, Name, FirstName, LastName, Company, Email, Phone, Title, LeadStatus, LeadSource, Industry, Rating, Country, City, State, Revenue, Employees, Website, Description, Owner, OwnerName, Created, Modified, Changed)
    {
        Nouns = ["(lead|leads|sales lead|prospect lead)"],
        AlwaysThere = AlwaysThere,
        Title = "{{ Name }}", Text = "{{ Description }}", Time = "{{ CreatedDate }}", Person = "{{ Email }}",
    };

    private static readonly ItemKind Contact = new("contact", Id, Name, FirstName, LastName, Email, Phone, Title, AccountId, LeadSource, Description, Owner, OwnerName, Created, Modified, Changed)
    {
        Nouns = ["(contact|contacts)"],
        AlwaysThere = AlwaysThere,
        Title = "{{ Name }}", Text = "{{ Description }}", Time = "{{ CreatedDate }}", Person = "{{ Email }}",
    };

    private static readonly ItemKind Account = new("account", Id, Name, Type, Industry, Rating, Phone, Website, Country, City, State, Revenue, Employees, Description, Owner, OwnerName, Created, Modified, Changed)
    {
        Nouns = ["(account|accounts)"],
        AlwaysThere = AlwaysThere,
        Title = "{{ Name }}", Text = "{{ Description }}", Time = "{{ CreatedDate }}",
    };

    private static readonly ItemKind Opportunity = new(
        "opportunity",
        Id,
        Name,
        Stage,
        new ItemField("Amount", FieldKind.Number, "amount", "25000")
        {
            Synonyms = ["value", "deal size", "size", "worth"],
            Wordings =
            [
                new Wording("[that|which] [is|are] [worth|for|of|valued at] (over|above|more than|bigger than|larger than|greater than|exceeding) {value}", Operator.GreaterThan),
                new Wording("[that|which] [is|are] [worth|for|of|valued at] (under|below|less than|smaller than) {value}", Operator.LessThan),
                new Wording("[that|which] [is|are] [worth|for|of|valued at] at least {value}", Operator.LessThan, Negated: true),
            ],
        },
        new ItemField("CloseDate", FieldKind.Time, "close date", "2026-03-31") { Synonyms = ["closing date"] },
        new ItemField("Probability", FieldKind.Number, "probability", "60"),
        Type,
        LeadSource,
        AccountId,
        new ItemField("AccountName", FieldKind.Text, "account name", "Acme") { Synonyms = ["account"] },
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
        new ItemField("Origin", FieldKind.Text, "origin", "Web") { IsPicklist = true, Synonyms = ["case origin", "channel"] },
        Type,
        new ItemField("Reason", FieldKind.Text, "reason", "Installation") { IsPicklist = true, Synonyms = ["case reason"] },
        new ItemField("ContactEmail", FieldKind.Address, "contact's email", "ana@example.com") { Synonyms = ["contact email"] },
        AccountId,
        Description,
        Owner,
        OwnerName,
        Created,
        Modified,
        Changed)
    {
        Nouns = ["(case|cases|support case|support cases|customer case|service case|support ticket|support tickets)"],
        AlwaysThere = AlwaysThere,
        Title = "{{ Subject }}", Text = "{{ Description }}", Time = "{{ CreatedDate }}", Person = "{{ ContactEmail }}",
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
        Names = ["salesforce", "sfdc", "crm", "sales force"],
        Places = ["(in|into|to|on|from|within|of) [our|my|the] (salesforce|sfdc|crm|sales force|salesforce crm)", "in the system"],
        Hints = ["salesforce", "sfdc", "crm", "lead", "contact", "account", "opportunit", "deal", "case", "ticket", "task", "pipeline", "stage", "customer", "prospect", "owner", "record"],
        Triggers =
        [
            WhenCreated("lead.created", Lead, "a lead is created"),
            WhenCreated("contact.created", Contact, "a contact is created"),
            WhenCreated("account.created", Account, "an account is created"),
            WhenCreated("opportunity.created", Opportunity, "an opportunity is created"),
            WhenCreated("case.created", Case, "a case is created"),
            WhenCreated("task.created", Task, "a task is created"),
            WhenUpdated(
                "lead.updated",
                Lead,
                "a lead changes",
                Becomes("(is converted|gets converted|has been converted)", "Status", "Converted"),
                Into("Status", "(status changes|status is changed|status is set|status moves|moves|changes status|changes) [from any] to"),
                Into("Status", "(becomes|is marked as|is marked|gets marked as|is set to|turns|is updated to|is changed to)")),
            WhenUpdated(
                "opportunity.updated",
                Opportunity,
                "an opportunity changes",
                Becomes("(is|gets|has been|was|are|is marked|is marked as|is set to|is set as|becomes|turns|moves to|changes to) [closed] won", "StageName", "Closed Won"),
                Becomes("(is|gets|has been|was|are|is marked|is marked as|is set to|is set as|becomes|turns|moves to|changes to) [closed] lost", "StageName", "Closed Lost"),
                Into("StageName", "(moves|changes|is moved|advances|progresses|gets moved|goes) [stage] (to|into) [the] [stage]"),
                Into("StageName", "(reaches|enters|hits|gets to) [the] [stage]"),
                Into("StageName", "(stage changes|stage is changed|stage becomes|stage is set|stage moves) [to]"),
                Into("StageName", "(is marked|is marked as|is set to|is updated to|is changed to|becomes)"),
                new EventWording("is {StageName:quoted}") { Edge = true },
                "(is assigned|gets assigned|is reassigned|has been assigned) to {OwnerId:me}"),
            WhenUpdated(
                "case.updated",
                Case,
                "a case changes",
                Becomes("(is|gets|has been|was|are|is marked|is marked as|is set to) (closed|resolved)", "Status", "Closed"),
                Becomes("closes", "Status", "Closed"),
                Becomes("(is|gets|has been|was|are|is marked) escalated", "Status", "Escalated"),
                Into("Status", "(status changes|status is changed|status is set|status moves|moves|changes status|changes) [from any] to"),
                Into("Status", "(is marked as|is set to|becomes|turns|is updated to|is changed to)")),
        ],
        Tools =
        [
            new ToolInfo("salesforce.create_record", "create a Salesforce record", "create a Salesforce {object}")
            {
                Inputs =
                [
                    new ToolInput("object", InputKind.Choice) { Choices = Objects, Templated = false, Question = "what to create" },
                    new ToolInput("fields", InputKind.Fields, Required: false) { Shapes = Shapes },
                ],
                Outputs = [new ToolOutput("id", "record id")],
                Phrases =
                [
                    $"{Make} {{object}} {In} [from it|for it|for them|from this|from the email|out of it|for that]",
                    $"{Make} {{object}} {In} (called|named|titled|saying|with the subject|with subject|with the name|with title|with the title) {{title}}",
                    $"{Make} {{object}} {In} (called|named|titled|with the subject|with the name|with the title) {{title}} [,] [and] due [in|on|by] {{due}}",
                    $"{Make} {{object}} {In} {{title:quoted}} [in salesforce] [for {{owner}}]",
                    $"{Make} {{object}} {In} {{title:quoted}} [,] [and] due [in|on|by] {{due}} [for {{owner}}]",
                    $"{Make} {{object}} {In} with {{title:reference}}",
                    $"{Make} {{object}} {In} to {{title}}",
                    $"{Make} {{object}} {In} [,] due [in|on|by] {{due}}",
                    $"{Make} {{object}} {In} with the same (name|title|subject|details)",
                    "[a|an] [new] {object} [for the client|for the customer|for it|for them] (is|gets|should be) (added|created|made|logged) in [salesforce|the crm]",
                    "(turn~|convert~|make~) (it|this|the email|them|the message) into [a|an] [new] [salesforce] {object} [in salesforce]",
                    "(log~|save~|add~|record~|file~|put~|track~) (it|this|them|the email) as [a|an] [new] [salesforce] {object} [in salesforce|in the crm]",
                    "(log~|save~|add~|record~|put~) (it|this|them|the email) (to|in|into) salesforce as [a|an] [new] {object}",
                ],
                EventPhrases =
                [
                    $"{Make} {{object}} {In} (from|for|out of) {{event}}",
                    "(send~|save~|add~|log~|put~) {event} (to|in|into) (salesforce|the crm) as [a|an] [new] {object} [, due [in|on|by] {due}]",
                ],
            },
            new ToolInfo("salesforce.update_record", "change a Salesforce record", "change the Salesforce {object}")
            {
                Harm = new("change a Salesforce record for {items}", "changed a Salesforce record for {items}"),
                Inputs =
                [
                    new ToolInput("object", InputKind.Choice) { Choices = Objects, Templated = false, Question = "what to change" },
                    new ToolInput("id", InputKind.Text, Required: false),
                    new ToolInput("fields", InputKind.Fields) { Question = "what to set, and to what" },
                ],
                Outputs = [new ToolOutput("id", "record id")],
                Phrases =
                [
                    "(set~|change~|update~) [its|the|their] {set} [in salesforce]",
                    "(set~|change~|update~) the {object} {set} [in salesforce]",
                    "(set~|change~|update~) the {object}'s {set} [in salesforce]",
                    "(assign~|reassign~) (it|them|the record|the lead|the case|the opportunity|the deal) to {owner} [in salesforce|in the crm]",
                ],
            },
            new ToolInfo("salesforce.find_record", "find a Salesforce record", "find the Salesforce {object} whose {field} is {value}")
            {
                Inputs =
                [
                    new ToolInput("object", InputKind.Choice) { Choices = Objects, Templated = false, Question = "what to find" },
                    new ToolInput("field", InputKind.Name) { Templated = false, Question = "the field to search" },
                    new ToolInput("value", InputKind.Text) { Question = "the value to find" },
                ],
                Outputs = [new ToolOutput("found", "whether it was found"), new ToolOutput("id", "record id"), new ToolOutput("record", "record")],
                Phrases = ["(find~|look~ up|search~ for) (the|a) [salesforce] {object} whose {field} is {value:quoted}"],
            },
        ],
    };

    /// <summary>"New", and the ways in which a record comes to be.</summary>
    private static TriggerInfo WhenCreated(string name, ItemKind item, string phrase) => new(name, item, phrase)
    {
        IsDefault = true,
        Adjectives = ["new", "newly created", "fresh", "incoming", "brand new", "newly added"],
        Openings =
        [
            "(i|we|someone|somebody|anyone) (get|gets|receive|receives|have|create|creates|add|adds|open|opens|log|logs)",
            "(there is|there's|there are)",
        ],
        Closings =
        [
            "(is|are|gets|get|was|were|has been|have been) [newly] (created|added|made|opened|logged|entered|submitted|registered|captured)",
            "(comes in|come in|arrives|arrive|appears|appear|shows up|is received|lands|created|comes through)",
        ],
    };

    private static TriggerInfo WhenUpdated(string name, ItemKind item, string phrase, params IReadOnlyList<EventWording> closings) => new(name, item, phrase)
    {
        IsChange = true,
        Adjectives = ["updated", "changed", "modified", "edited"],
        Openings = ["(i|we|someone|somebody|anyone) (update|updates|change|changes|edit|edits|modify|modifies)", "[any|a|some] (changes|change|updates|update) (to|in|of|on)"],
        Closings = [.. closings, "(is|are|gets|get|was|were|has been|have been) (updated|changed|modified|edited)", "(changes|change|has changed)"],
    };

    private static EventWording Becomes(string phrase, string field, string value) => new(phrase) { Field = field, Value = value, Edge = true };

    private static EventWording Into(string field, string phrase) => new($"{phrase} {{{field}:state}}") { Edge = true };
}
