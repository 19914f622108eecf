namespace Cortex.Catalog;

/// <summary>Salesforce. Fields are called by their API names (Salesforce, Object Reference: standard objects).</summary>
internal static class SalesforceCatalog
{
    private static readonly IReadOnlyList<string> Objects = ["Lead", "Contact", "Account", "Opportunity", "Case", "Task", "Note", "Event"];

    private static readonly ItemField Id = new("Id", FieldKind.Text, "record id", "00Q5g00000Abcde");
    private static readonly ItemField Owner = new("OwnerId", FieldKind.Text, "owner", "0055g000001Abcd");
    private static readonly ItemField OwnerName = new("OwnerName", FieldKind.Text, "owner's name", "Ana Lopes") { Synonyms = ["owner name"] };
    private static readonly ItemField Created = new("CreatedDate", FieldKind.Time, "creation date", "2026-01-31T08:30:00Z") { Synonyms = ["created date"] };
    private static readonly ItemField Modified = new("LastModifiedDate", FieldKind.Time, "last change", "2026-01-31T08:30:00Z");
    private static readonly ItemField Changed = new("changed", FieldKind.TextList, "changed fields", "StageName") { ElementsAreNames = true };
    private static readonly ItemField Name = new("Name", FieldKind.Text, "name", "Ana Lopes");
    private static readonly ItemField FirstName = new("FirstName", FieldKind.Text, "first name", "Ana");
    private static readonly ItemField LastName = new("LastName", FieldKind.Text, "last name", "Lopes") { Synonyms = ["surname"] };
    private static readonly ItemField Email = new("Email", FieldKind.Address, "email", "ana@example.com") { Synonyms = ["email address", "e-mail"], Prepositions = ["with email", "at"] };
    private static readonly ItemField Phone = new("Phone", FieldKind.Text, "phone", "+1 555 0100") { Synonyms = ["phone number"] };
    private static readonly ItemField Title = new("Title", FieldKind.Text, "job title", "CTO") { Synonyms = ["title", "position"] };
    private static readonly ItemField Company = new("Company", FieldKind.Text, "company", "Acme") { Synonyms = ["company name"] };
    private static readonly ItemField Industry = new("Industry", FieldKind.Text, "industry", "Energy");
    private static readonly ItemField Rating = new("Rating", FieldKind.Text, "rating", "Hot");
    private static readonly ItemField LeadSource = new("LeadSource", FieldKind.Text, "lead source", "Web") { Synonyms = ["source"] };
    private static readonly ItemField Country = new("Country", FieldKind.Text, "country", "Portugal");
    private static readonly ItemField City = new("City", FieldKind.Text, "city", "Lisbon");
    private static readonly ItemField State = new("State", FieldKind.Text, "state", "California") { Synonyms = ["province", "region"] };
    private static readonly ItemField Description = new("Description", FieldKind.Text, "description", "Wants a demo") { Synonyms = ["details"] };
    private static readonly ItemField Subject = new("Subject", FieldKind.Text, "subject", "Printer on fire") { Synonyms = ["name", "title"] };
    private static readonly ItemField Priority = new("Priority", FieldKind.Text, "priority", "High");
    private static readonly ItemField Type = new("Type", FieldKind.Text, "type", "New Customer");
    private static readonly ItemField AccountId = new("AccountId", FieldKind.Text, "account id", "0015g00000Abcde");
    private static readonly ItemField Website = new("Website", FieldKind.Text, "website", "https://example.com");
    private static readonly ItemField Revenue = new("AnnualRevenue", FieldKind.Number, "annual revenue", "1500000") { Synonyms = ["revenue"] };
    private static readonly ItemField Employees = new("NumberOfEmployees", FieldKind.Number, "number of employees", "250") { Synonyms = ["employees", "employee count", "headcount"] };

    private static readonly ItemField LeadStatus = new("Status", FieldKind.Text, "status", "Open - Not Contacted") { Synonyms = ["lead status"] };
    private static readonly ItemField CaseStatus = new("Status", FieldKind.Text, "status", "New")
    {
        Synonyms = ["case status"],
        Values = [new KnownValue("Closed", "closed", "resolved"), new KnownValue("Escalated", "escalated")],
    };

    private static readonly ItemField TaskStatus = new("Status", FieldKind.Text, "status", "Not Started") { Synonyms = ["task status"] };

    private static readonly ItemField Stage = new("StageName", FieldKind.Text, "stage", "Prospecting")
    {
        Synonyms = ["stage name", "opportunity stage", "deal stage", "status"],
        Values = [new KnownValue("Closed Won", "won", "closed won", "closed-won"), new KnownValue("Closed Lost", "lost", "closed lost", "closed-lost")],
    };

    private static readonly ItemKind Lead = new("lead", Id, Name, FirstName, LastName, Company, Email, Phone, Title, LeadStatus, LeadSource, Industry, Rating, Country, City, State, Revenue, Employees, Website, Description, Owner, OwnerName, Created, Modified, Changed)
    {
        Title = "{{ Name }}", Text = "{{ Description }}", Time = "{{ CreatedDate }}", Person = "{{ Email }}",
    };

    private static readonly ItemKind Contact = new("contact", Id, Name, FirstName, LastName, Email, Phone, Title, AccountId, LeadSource, Description, Owner, OwnerName, Created, Modified, Changed)
    {
        Title = "{{ Name }}", Text = "{{ Description }}", Time = "{{ CreatedDate }}", Person = "{{ Email }}",
    };

    private static readonly ItemKind Account = new("account", Id, Name, Type, Industry, Rating, Phone, Website, Country, City, State, Revenue, Employees, Description, Owner, OwnerName, Created, Modified, Changed)
    {
        Title = "{{ Name }}", Text = "{{ Description }}", Time = "{{ CreatedDate }}",
    };

    private static readonly ItemKind Opportunity = new(
        "opportunity",
        Id,
        Name,
        Stage,
        new ItemField("Amount", FieldKind.Number, "amount", "25000") { Synonyms = ["value", "deal size", "size", "worth"] },
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
        Title = "{{ Name }}", Text = "{{ Description }}", Time = "{{ CloseDate }}",
    };

    private static readonly ItemKind Case = new(
        "case",
        Id,
        new ItemField("CaseNumber", FieldKind.Text, "case number", "00001042") { Synonyms = ["number"] },
        Subject,
        CaseStatus,
        Priority,
        new ItemField("Origin", FieldKind.Text, "origin", "Web") { Synonyms = ["case origin", "channel"] },
        Type,
        new ItemField("Reason", FieldKind.Text, "reason", "Installation") { Synonyms = ["case reason"] },
        new ItemField("ContactEmail", FieldKind.Address, "contact's email", "ana@example.com") { Synonyms = ["contact email"] },
        AccountId,
        Description,
        Owner,
        OwnerName,
        Created,
        Modified,
        Changed)
    {
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
        Title = "{{ Subject }}", Text = "{{ Description }}", Time = "{{ ActivityDate }}",
    };

    public static ProviderCatalog Entry { get; } = new(Providers.Salesforce)
    {
        Hints = ["salesforce", "sfdc", "crm", "lead", "contact", "account", "opportunit", "deal", "case", "ticket", "task", "pipeline", "stage", "customer", "prospect", "owner", "record"],
        Triggers =
        [
            new TriggerInfo("lead.created", Lead, "a lead is created"),
            new TriggerInfo("contact.created", Contact, "a contact is created"),
            new TriggerInfo("account.created", Account, "an account is created"),
            new TriggerInfo("opportunity.created", Opportunity, "an opportunity is created"),
            new TriggerInfo("case.created", Case, "a case is created"),
            new TriggerInfo("task.created", Task, "a task is created"),
            new TriggerInfo("lead.updated", Lead, "a lead changes") { IsChange = true },
            new TriggerInfo("opportunity.updated", Opportunity, "an opportunity changes") { IsChange = true },
            new TriggerInfo("case.updated", Case, "a case changes") { IsChange = true },
        ],
        Tools =
        [
            new ToolInfo("salesforce.create_record", "create a Salesforce record", "create a Salesforce {object}")
            {
                Inputs =
                [
                    new ToolInput("object", InputKind.Choice) { Choices = Objects, Templated = false, Question = "what to create" },
                    new ToolInput("fields", InputKind.Fields, Required: false),
                ],
                Outputs = [new ToolOutput("id", "record id")],
            },
            new ToolInfo("salesforce.update_record", "change a Salesforce record", "change the Salesforce {object}")
            {
                Inputs =
                [
                    new ToolInput("object", InputKind.Choice) { Choices = Objects, Templated = false, Question = "what to change" },
                    new ToolInput("id", InputKind.Text, Required: false),
                    new ToolInput("fields", InputKind.Fields) { Question = "what to set, and to what" },
                ],
                Outputs = [new ToolOutput("id", "record id")],
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
            },
        ],
    };
}
