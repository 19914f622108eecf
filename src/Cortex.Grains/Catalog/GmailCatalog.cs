using Cortex.Programs;

namespace Cortex.Catalog;

/// <summary>Google Mail.</summary>
internal static class GmailCatalog
{
    private const string Noun = "(email message|gmail message|mail message|email|e-mail|gmail|mail|message|emails|e-mails|mails|messages)";

    private const string Saying = "(saying|that says|which says|by saying|to say)";

    private const string WithSubject = "with [the|a] subject [line] [of|:]";

    private const string ToWhom = "[to it|to the email|to the message|to the sender|to them|to that email|it|back]";

    private static readonly ItemKind Email = new(
        "email",
        new ItemField("id", FieldKind.Text, "message id", "18c2f0a9d1e4b7f3"),
        new ItemField("threadId", FieldKind.Text, "conversation id", "18c2f0a9d1e4b7f3"),
        new ItemField("from", FieldKind.Address, "sender", "ana@example.com")
        {
            Synonyms = ["sender address", "sender's address", "from address"],
            Prepositions = ["from", "sent by", "sent from", "coming from", "that comes from", "by"],
            DisplayName = "fromName",
        },
        new ItemField("fromName", FieldKind.Text, "sender's name", "Ana Lopes") { Synonyms = ["sender name"] },
        new ItemField("to", FieldKind.AddressList, "recipients", "team@example.com")
        {
            Synonyms = ["recipient"],
            Prepositions = ["to", "sent to", "addressed to"],
        },
        new ItemField("cc", FieldKind.AddressList, "Cc recipients", "boss@example.com")
        {
            Synonyms = ["cc recipient", "cc"],
            Prepositions = ["copied to", "cc to"],
        },
        new ItemField("subject", FieldKind.Text, "subject", "Invoice 2231") { Synonyms = ["subject line", "title", "email subject"] },
        new ItemField("snippet", FieldKind.Text, "preview", "Hello, please find attached"),
        new ItemField("body", FieldKind.Text, "body", "Hello, please find attached the invoice.")
        {
            Synonyms = ["message body", "email body", "body text", "text"],
        },
        new ItemField("date", FieldKind.Time, "date", "2026-01-31T08:30:00Z"),
        new ItemField("labels", FieldKind.TextList, "labels", "IMPORTANT")
        {
            Synonyms = ["label"],
            ElementsAreNames = true,
            Values =
            [
                new KnownValue("IMPORTANT", "important") { Adjectives = ["important"], ContraryAdjectives = ["unimportant", "not important"] },
                new KnownValue("CATEGORY_PERSONAL", "primary") { Adjectives = ["primary"] },
                new KnownValue("CATEGORY_PROMOTIONS", "promotions", "promotional") { Adjectives = ["promotional"] },
                new KnownValue("CATEGORY_SOCIAL", "social") { Adjectives = ["social"] },
                new KnownValue("CATEGORY_UPDATES", "updates"),
                new KnownValue("CATEGORY_FORUMS", "forums"),
                new KnownValue("STARRED", "starred") { Adjectives = ["starred"] },
                new KnownValue("UNREAD", "unread") { Adjectives = ["unread"] },
                new KnownValue("SPAM", "spam") { Adjectives = ["spam"] },
            ],
            Wordings =
            [
                new Wording("(labelled|labeled|tagged) [as|with] {value}", Operator.Contains),
                new Wording("with [the] {value} label", Operator.Contains),
            ],
        },
        new ItemField("attachments", FieldKind.TextList, "attachment names", "invoice.pdf") { Synonyms = ["attachment name", "attachment's name"] },
        new ItemField("hasAttachment", FieldKind.Flag, "attachment", "true")
        {
            Wordings =
            [
                new Wording("[that|which|it|the email|the message] (with|has|have|having) [an|any] (attachment|attachments)", Operator.Equals),
                new Wording("[that|which|it|the email|the message] (without|has no|have no|with no) [an|any] (attachment|attachments)", Operator.Equals, Negated: true),
            ],
        })
    {
        Title = "{{ subject }}",
        Text = "{{ body }}",
        Time = "{{ date }}",
        Person = "{{ from }}",
    };

    public static ProviderCatalog Entry { get; } = new(Providers.Gmail)
    {
        Hints = ["mail", "inbox", "message", "reply", "respond", "answer", "forward", "draft", "label", "tag", "star", "archive", "spam", "trash", "attach", "sender", "subject", "newsletter", "send", "write"],
        Triggers =
        [
            new TriggerInfo("email.received", Email, "an email arrives")
            {
                Nouns = [$"[a|an|any|every|each|the|one|all] [new|incoming] [gmail|inbox] {Noun}"],
                Openings =
                [
                    "[i|we] (get|gets|got|receive|received|have|there is|there's)",
                    "[i|we] have (got|received)",
                ],
                Closings =
                [
                    "(arrives|arrive|comes in|come in|comes|come|is received|are received|lands|land|gets here|shows up|reaches me)"
                        + " [in my inbox|in the inbox|in my gmail|in gmail|on gmail]",
                    "(in my inbox|in the inbox|in my gmail|in gmail|on gmail|to my inbox)",
                ],
                Sentences = ["{from} (emails|mails|e-mails|messages) me", "{from} (sends|writes) me [an|a] [new] " + Noun],
            },
            new TriggerInfo("email.sent", Email, "you send an email"),
            new TriggerInfo("email.starred", Email, "you star an email"),
            new TriggerInfo("email.labeled", Email, "you label an email"),
        ],
        Tools =
        [
            new ToolInfo("gmail.send_email", "send an email", "send an email to {to} with the subject {subject} saying {body}")
            {
                Inputs =
                [
                    new ToolInput("to", InputKind.Addresses) { Question = "the address to send it to" },
                    new ToolInput("cc", InputKind.Addresses, Required: false),
                    new ToolInput("subject", InputKind.Text) { Default = "{title}" },
                    new ToolInput("body", InputKind.Text) { Default = "{title}\n{text}", Question = "the text to send" },
                ],
                Outputs = [new ToolOutput("messageId", "message id")],
                Phrases =
                [
                    $"(send|write) [a|an] [new] {Noun} to {{to}} {Saying} {{body}} [and|,] [{WithSubject} {{subject}}]",
                    $"(send|write) [a|an] [new] {Noun} to {{to}} {WithSubject} {{subject}} [and|,] {Saying} {{body}}",
                    $"(send|write) [a|an] [new] {Noun} to {{to}} {WithSubject} {{subject}} [and|,] [with] [the] (text|body|message) {{body:quoted}}",
                    $"(send|write) [a|an] [new] {Noun} to {{to}} [with the (text|body|message)] {{body:quoted}} [and|,] [{WithSubject} {{subject}}]",
                    $"(email|e-mail|mail|message) {{to}} {Saying} {{body}} [and|,] [{WithSubject} {{subject}}]",
                    $"(email|e-mail|mail|message) {{to}} {WithSubject} {{subject}} [and|,] {Saying} {{body}}",
                    $"(email|e-mail|mail|message) {{to}} [with the (text|body|message)] {{body:quoted}} [and|,] [{WithSubject} {{subject}}]",
                ],
                IncompletePhrases = [$"(send|write) [a|an] [new] {Noun} [to {{to}}]", "(email|mail) {to}", "(email|mail)"],
                EventsCaused = ["email.sent"],
            },
            new ToolInfo("gmail.reply", "reply", "reply {body}")
            {
                Inputs = [new ToolInput("body", InputKind.Text) { Question = "the text of the reply" }],
                Phrases =
                [
                    $"(reply|respond|answer) {ToWhom} {Saying} {{body}}",
                    $"(reply|respond|answer) {ToWhom} [with|:] [the] [text|message|words] {{body:quoted}}",
                    $"(send|write) [a|an] (reply|answer|response) {ToWhom} {Saying} {{body}}",
                    $"(send|write) [a|an] (reply|answer|response) {ToWhom} [with|:] [the] [text|message|words] {{body:quoted}}",
                ],
                IncompletePhrases = [$"(reply|respond|answer) {ToWhom}", "send [a] reply"],
                EventsCaused = ["email.sent"],
                ActsOn = "email",
            },
            new ToolInfo("gmail.forward", "forward", "forward it to {to}")
            {
                Inputs =
                [
                    new ToolInput("to", InputKind.Addresses) { Question = "the address to forward it to" },
                    new ToolInput("body", InputKind.Text, Required: false),
                ],
                EventsCaused = ["email.sent"],
                ActsOn = "email",
            },
            new ToolInfo("gmail.create_draft", "write a draft", "write a draft: {body}")
            {
                Inputs =
                [
                    new ToolInput("reply", InputKind.Flag, Required: false) { Templated = false },
                    new ToolInput("to", InputKind.Addresses, Required: false) { Question = "whom it is for" },
                    new ToolInput("subject", InputKind.Text, Required: false),
                    new ToolInput("body", InputKind.Text) { Question = "the text of the draft" },
                ],
                Outputs = [new ToolOutput("draftId", "draft id")],
            },
            new ToolInfo("gmail.remove_label", "remove a label", "remove the label {label}")
            {
                Inputs = [new ToolInput("label", InputKind.Name) { Question = "the name of the label" }],
                ActsOn = "email",
            },
            new ToolInfo("gmail.archive", "archive", "archive it") { ActsOn = "email" },
            new ToolInfo("gmail.mark_read", "mark as read", "mark it as read") { ActsOn = "email" },
            new ToolInfo("gmail.mark_spam", "mark as spam", "mark it as spam") { ActsOn = "email" },
            new ToolInfo("gmail.star", "star", "star it") { EventsCaused = ["email.starred"], ActsOn = "email" },
            new ToolInfo("gmail.trash", "move to the trash", "move it to the trash") { ActsOn = "email" },
            new ToolInfo("gmail.find", "find an email", "find the newest email with {query}")
            {
                Inputs = [new ToolInput("query", InputKind.Text) { Question = "what to search for" }],
                Outputs = [new ToolOutput("found", "whether it was found"), new ToolOutput("id", "message id"), new ToolOutput("subject", "subject"), new ToolOutput("from", "sender")],
            },
            new ToolInfo("gmail.add_label", "add a label", "label it {label}")
            {
                Inputs = [new ToolInput("label", InputKind.Name) { Question = "the name of the label" }],
                Phrases =
                [
                    "(add|apply|attach|give it|put) [the|a] label {label} [to it|to the email|on it]",
                    "(add|apply|give it|put) [the|a] {label} label [to it|to the email|on it]",
                    "(label|tag) [it|them|the email|the message|that email|this email] [as|with] {label}",
                    "mark [it|them|the email|the message] as {label} label",
                ],
                IncompletePhrases = ["(add|apply|put) [a|the] label [to it]", "(label|tag) [it|them|the email]"],
                EventsCaused = ["email.labeled"],
                ActsOn = "email",
            },
        ],
    };
}
