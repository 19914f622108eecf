namespace Cortex.Catalog;

/// <content>What steps do with records: make, change and find them.</content>
internal static partial class SalesforceCatalog
{
    private static IReadOnlyList<string> Objects => ["Lead", "Contact", "Account", "Opportunity", "Case", "Task", "Note", "Event"];

    private const string MakeVerbs = "(create~|add~|make~|produce~|open~|log~|generate~|start~|raise~|set~ up|file~|pop~|spin~ up|whip~ up)";

    private const string Make = $"{MakeVerbs} [me] [a|an|another|the] [new|follow-up|followup|follow up] [salesforce|crm]";

    private const string In = "[(in|into|to|on|inside) [our|my|the] (salesforce|crm|sfdc)]";

    private const string On = "[in salesforce|on it|of it|for it|on (that|this|the) (case|lead|deal|opportunity|account|contact|task|ticket|record)]";

    private const string Put = "(get|gets|are|is|should be|must be|are to be|is to be|should get|need to be|needs to be) [automatically|also|always] (logged|saved|added|recorded|stored|created|mirrored|tracked|filed|entered|registered)";

    private const string Find = "(find~|look~ up|look~ for|search~ for|get~|fetch~) (the|a|an|our|my) [salesforce] {object}";

    private const string About = "[from it|from them|from those|from these|from that|of it|out of them|with them|with those|with these|with that|with this|using them|using it|from the values|from what you find|for it|for {whom}|from this|from the email|out of it|for that|for me|from {whom}|about it|with it|with the details|with its details|with these details|with those details|from the details|from these details]";

    /// <summary>Ways to name a record that is made, to say when it is due and whose it is.</summary>
    private static IReadOnlyList<IReadOnlyList<string>> Making =>
    [
        [$"{Make} {{object}} {In}", $"{Make} {{sort:few}} {{object}} {In}", "(log~|create~) a salesforce {object}"],
        ["", About, "(called|named|titled|saying|with the subject|with subject|with the name|with title|with the title|that says|entitled) {title}", "[:] {title:quoted}", ToolPhrase.Holding, "[for me|for us] to {title}", "with the same (name|title|subject|details)", "(named|called|titled) (after|like|as) {title:reference}", $"{{title:quoted}} {About}"],
        ["", "{with}", "(on|to|against) (it|this|that|the record)"],
    ];

    /// <summary>Which field of an activity points at a record: people one way, everything else another (Salesforce, Object Reference: Task).</summary>
    private static Dictionary<string, string> OfAnything => new()
    {
        ["lead"] = "WhoId", ["contact"] = "WhoId", ["account"] = "WhatId", ["opportunity"] = "WhatId", ["case"] = "WhatId",
    };

    private static Dictionary<string, string> Parent => new()
    {
        ["lead"] = "ParentId", ["contact"] = "ParentId", ["account"] = "ParentId", ["opportunity"] = "ParentId", ["case"] = "ParentId",
    };

    private static IReadOnlyList<RecordShape> Shapes =>
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
        new("Task", "Subject") { Words = ["task", "tasks", "to-do", "todo", "follow-up task", "reminder task"], Text = "Description", Due = "ActivityDate", Related = OfAnything, IsForOwner = true },
        new("Note", "Title") { Words = ["note", "notes"], Text = "Body", Related = Parent },
        new("Event", "Subject") { Words = ["event record", "salesforce event"], MustBeNamed = ["salesforce", "crm", "sfdc", "event record"], Text = "Description", Related = OfAnything },
    ];

    private static IReadOnlyList<ToolInfo> RecordTools =>
    [
        new ToolInfo("salesforce.create_record", "create a Salesforce record", "create a Salesforce {object}[ with {fields}]")
        {
            Inputs =
            [
                new ToolInput("object", InputKind.Choice) { Choices = Objects, Templated = false, Question = "what to create" },
                new ToolInput("fields", InputKind.Fields, Required: false) { Shapes = Shapes },
            ],
            Outputs = [new ToolOutput("id", "record id")],
            MakingVerbs = [MakeVerbs],
            Phrases =
            [
                .. Combined.Of([.. Making]).Select(phrase => (ToolPhrase)phrase),
                $"{Make} {{object}} {In} {{with}} [and] (called|named|titled) {{title}}",
                $"{Make} {{object}} {In} {{with}} [and] {ToolPhrase.Holding}",
                $"{Make} {{object}} {In} {{with}} {{title:quoted}}",
                $"{Make} {{object}} {In} {{with}} {{title:quoted}} {{with}}",
                .. Combined.Of(["[a|an] [new] [salesforce] (task|to-do|follow-up task) {title:quoted}"], ["", "{with}"]).Select(phrase => new ToolPhrase(phrase) { Given = new Dictionary<string, string> { ["object"] = "Task" } }),
                new($"[a|an] [new] [salesforce] {{object}} [for it|for {{whom}}] (is|gets|should be|will be) [also|automatically] (added|created|made|logged|opened) {In}") { IsOfMade = true },
                .. Combined.Of(["(i need|i want|i'd like|i would like|we need|we want) [a|an|another|the] [new|follow-up|followup|follow up] [salesforce|crm] {object}"], ["", "(called|named|titled|saying) {title}", "[:] {title:quoted}"], ["", "{with}"]).Select(phrase => new ToolPhrase(phrase) { IsOfMade = true }),
                $"(turn~|convert~|make~) (it|this|the email|the message|that|{{whom}}) into [a|an] [new] [salesforce] {{object}} {In}",
                $"(turn~|convert~|make~) (it|this|the email|the message|that|{{whom}}) into [a|an] [new] [salesforce] {{object}} {In} {{with}}",
                "[a|an|new|a new] salesforce {object}",
                $"(log~|save~|add~|record~|file~|put~|track~|store~|register~|enter~|note~) (it|this|the email|that|the event|the attachment|{{whom}}) as [a|an] [new] [salesforce] {{object}} {In} [too|as well|also]",
                .. Combined.Of(["(assign~|give~|hand~) me [a|an] [new|follow-up] [salesforce] task"], ["", "to {title}", "(called|named|titled|:) {title}", "{title:quoted}"], ["", "{with}"]).Select(phrase => new ToolPhrase(phrase) { Given = new Dictionary<string, string> { ["object"] = "Task" } }),
                "(should|must|can|are to|is to) be (saved|logged|added|stored|entered|put|filed|recorded) [in|into|to] [the|our|my] (salesforce|crm) as [a|an] [new] {object}",
                $"(should|must|can|are to|is to) be (saved|logged|added|stored|entered|filed|recorded) as [a|an] [new] [salesforce] {{object}} {In}",
                new("assign~ [a|an] [new] [salesforce] task {title:quoted}") { Given = new Dictionary<string, string> { ["object"] = "Task" } },
                "put~ [a|an|another] [new|follow-up] {object} (in|into|on|onto) [our|my|the] (salesforce|crm|sfdc)",
                "put~ [a|an|another] [new|follow-up] {object} [called|named|titled] {title:quoted} (in|into|on|onto) [our|my|the] (salesforce|crm|sfdc)",
                new($"(create~|add~|make~) (one|a new one|it|him|her|them) {In}") { IsOfLastRecord = true },
                "(log~|save~|add~|record~|put~|send~|note~) (it|this|the email|{whom}) (to|in|into) [our|my|the] (salesforce|crm) as [a|an] [new] {object}",
                "[his email|her email|their email|the sender] (goes|go) (to|into) (salesforce|the crm) as [a|an] {object}",
            ],
            EventPhrases =
            [
                $"{Make} {{object}} {In} (from|for|out of|based on|to) {{event}}",
                "(turn~|convert~|make~) {event} into [a|an] [new] [salesforce] {object}",
                $"(save~|add~|store~|log~|record~) the sender of {{event}} as [a|an] [new] [salesforce] {{object}} {In}",
                $"(have|let|make) {{event}} (create|become|open|make|produce) [a|an] [new] [salesforce] {{object}} {In}",
                $"(have|let|make) {{event}} (create|become|open|make|produce) [a|an] [new] [salesforce] {{object}} {In} {{with}}",
                "[a|an] [new] [salesforce] {object} (is|to be|should be|must be|gets|has to be|shall be|is to be) [automatically|always] (made|created|opened|logged|generated|added) [in salesforce|in the crm] (out of|from|for) {event}",
                new("(create~|add~|make~) (salesforce events|a salesforce event|events in salesforce|an event in salesforce) (from|for|out of|based on) {event}") { Given = new Dictionary<string, string> { ["object"] = "Event" } },
                new("(save~|log~|add~|record~|store~) {event} as (an event|events|a new event) in [the|our|my] (salesforce|crm)") { Given = new Dictionary<string, string> { ["object"] = "Event" } },
                new("(save~|log~|add~|record~|store~) {event} (in|to|into) [the|our|my] (salesforce|crm) as (an event|events|a new event)") { Given = new Dictionary<string, string> { ["object"] = "Event" } },
                "{event} to [a|an] [new] [salesforce] {object}",
                "{event} (should|must|shall|will) [automatically] (create|open|start|spin up|trigger|generate|produce|make|set off|result in) [a|an] [new] [salesforce] {object} [in salesforce|in the crm]",
                "{event} (become|becomes) [a|an] [new] [salesforce] {object} [in salesforce]",
                "{event} as [a|an] [new] salesforce {object}",
                $"{{event}} {Put} as [a|an] [new] [salesforce] {{object}} {In}",
                $"{{event}} {Put} (to|in|into) [the|our|my] (salesforce|crm) as [a|an] [new] {{object}}",
                new($"{{event}} {Put} as [a|an] [new] salesforce (event|events)") { Given = new Dictionary<string, string> { ["object"] = "Event" } },
                new($"{{event}} {Put} (to|in|into) [the|our|my] (salesforce|crm) as (an event|events)") { Given = new Dictionary<string, string> { ["object"] = "Event" } },
                "(save~|log~|add~|store~|record~|file~|keep~|copy~) {event} as [a|an] [new] [salesforce] {object} [in salesforce|to salesforce|for me]",
                "(send~|save~|add~|log~|put~|forward~|copy~) {event} (to|in|into) (salesforce|the crm) as [a|an] [new] {object}",
                new("(send~|save~|add~|log~|put~|record~) {event} (to|in|into) (salesforce|the crm) as [an] (event|events)") { Given = new Dictionary<string, string> { ["object"] = "Event" } },
                "(send~|save~|add~|log~|put~) {event} (to|in|into) (salesforce|the crm) as [a|an] [new] {object} {with}",
            ],
        },
        new ToolInfo("salesforce.update_record", "change a Salesforce record", "change the Salesforce {object}[ whose id is {id}] to have {fields}")
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
                $"(set~|change~|update~|put~) [its|the|their|it's] {{set}} {On}",
                $"set~ [its|the|their] {{set:plain}} {On}",
                $"(put~|use~|copy~|write~|save~|set~) {{placed}} {On}",
                "(set~|change~|update~) the {object} {set} [in salesforce]",
                "(set~|change~|update~) the {object}'s {set} [in salesforce]",
                $"(raise~|lower~|bump~|bump~ up) [its|the] {{set}} {On}",
                "(make~|set~|mark~) (it|the task|the to-do) [as|to be] due [on|by] {due}",
                "(move~|set~|change~|put~) (it|them|the lead|the deal|the opportunity|the case|the ticket|the task) [back|straight|directly|immediately|right] (to be|to|into|as) [stage|status] {state} [stage|status] [in salesforce]",
                "mark~ (it|them|the lead|the deal|the opportunity|the case|the ticket|the task) (to be|to|as) {state:known} [in salesforce]",
                "mark~ (it|them|the lead|the deal|the opportunity|the case|the ticket|the task) (to|as) (stage|status) {state} [in salesforce]",
                new("(close~|resolve~) (it|the case|the ticket) [in salesforce]") { Given = new Dictionary<string, string> { ["fields.Status"] = "Closed" } },
                new("escalate~ (it|the case|the ticket) [in salesforce]") { Given = new Dictionary<string, string> { ["fields.Status"] = "Escalated" } },
                new("(assign~|reassign~|give~|route~) [it|them|that] to {owner} [in salesforce|in the crm]") { IsOfLastRecord = true },
                "(assign~|reassign~|give~|route~) (the record|the lead|the case|the opportunity|the deal|the task|the ticket) to {owner} [in salesforce|in the crm]",
                "make~ {owner} the owner",
                "owner = {owner}",
                "(gets|get|have|receive|receives) [a|an|the] {with}",
                "(be|is|are|get|gets|to be|are to be|is to be) (assigned|given|routed|reassigned|handed) to {owner}",
                "(be|is|are|to be|are to be|is to be) owned by {owner}",
                "(be|is|are|get|gets|to be|are to be|is to be) (marked|set|moved) [as|to] {state}",
                "set~ {set}",
                "(=|->|→|=>) {what} to {to}",
            ],
            EventPhrases =
            [
                "(assign~|route~|give~|hand~) {event} to {owner}",
                "give~ {event} [a|an|the] {with}",
                new("(close~|resolve~) {event}") { NeedsEvery = true, Given = new Dictionary<string, string> { ["fields.Status"] = "Closed" } },
                new("escalate~ {event}") { NeedsEvery = true, Given = new Dictionary<string, string> { ["fields.Status"] = "Escalated" } },
                "(set~|change~|update~) [the] {what} (of|on|for) {event} (to|as|=) {to}",
                "[set~|change~|update~] [the] {set} (of|on|for|in) {event}",
                "(set~|change~|update~) {event} to {with}",
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
            Phrases =
            [
                $"{Find} (whose|where the|where their) {{what}} (is|equals|matches|=) {{to}} {In}",
                $"{Find} (with|by|that has|having) [the] {{what}} [of|:|=] {{to}} {In}",
                $"{Find} (with|by|that has|having|for) {{value:person}} {In}",
                $"{Find} (with|by|for|that has|having|matching|that matches|of) {{value:reference}} {In}",
                "(find~|look~ up|search~ for) (the|a) [salesforce] {object} whose {field} is {value:quoted}",
            ],
        },
    ];
}
