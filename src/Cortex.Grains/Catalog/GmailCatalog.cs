using Cortex.Programs;

namespace Cortex.Catalog;

/// <summary>Google Mail.</summary>
internal static class GmailCatalog
{
    private const string Noun = "(email message|gmail message|gmail email|mail message|email|e-mail|gmail|mail|message|emails|e-mails|mails|messages|gmails)";

    private const string It =
        "[it|them|that|this|the email|the message|the mail|the e-mail|that email|that message|this email|this message|these emails|those emails|the emails|it all]";

    private const string Saying = "(saying|that says|which says|by saying|to say|and say)";

    private const string WithSubject = "[on gmail|via gmail] [and|,] with [the|a] (subject line|subject|title) [of|:|containing]";

    private const string WithBody = "[as a keyword] [on gmail|via gmail] (with|and|, with|and with) [the|a] (text|body|message|content|words) [of|:]";

    private const string Send = "(send~|write~) [out] [a|an|another] [new|short] " + Noun;

    private const string Mail = "(email~|e-mail~|mail~|message~)";

    private const string Back = "[to] [it|them|the email|the message|the mail|the sender|that email|this email|back|him|her]";

    private const string DraftedReply = "[draft|drafted] (reply|answer|response)";

    private static readonly Dictionary<string, string> AsReply = new() { ["reply"] = "true" };

    private static readonly ItemKind Email = new(
        "email",
        new ItemField("id", FieldKind.Text, "message id", "18c2f0a9d1e4b7f3"),
        new ItemField("threadId", FieldKind.Text, "conversation id", "18c2f0a9d1e4b7f3"),
        new ItemField("from", FieldKind.Address, "sender", "ana@example.com")
        {
            Synonyms = ["sender address", "sender's address", "from address", "sender's email", "sender email", "from"],
            Prepositions = ["from", "sent by", "sent from", "coming from", "that comes from", "that come from", "originating from", "that originate from", "by", "from the address"],
            DisplayName = "fromName",
        },
        new ItemField("fromName", FieldKind.Text, "sender's name", "Ana Lopes") { Synonyms = ["sender name", "name of the sender"] },
        new ItemField("to", FieldKind.AddressList, "recipients", "team@example.com")
        {
            Synonyms = ["recipient", "to address", "to field"],
            Prepositions = ["to", "sent to", "addressed to"],
        },
        new ItemField("cc", FieldKind.AddressList, "Cc recipients", "boss@example.com")
        {
            Synonyms = ["cc recipient", "cc"],
            Prepositions = ["copied to", "cc to"],
        },
        new ItemField("subject", FieldKind.Text, "subject", "Invoice 2231") { Synonyms = ["subject line", "title", "email subject", "subject field", "header"] },
        new ItemField("snippet", FieldKind.Text, "preview", "Hello, please find attached"),
        new ItemField("body", FieldKind.Text, "body", "Hello, please find attached the invoice.")
        {
            Synonyms = ["message body", "email body", "body text", "text", "content", "contents", "message text"],
            Wordings =
            [
                new Wording("[that|which] (contains|contain|containing|mentions|mention|mentioning|includes|include|including|says|say|saying) [the word|the words|the phrase|the text] {value:quoted} [anywhere]", Operator.Contains),
                new Wording("[that|which] (doesn't contain|does not contain|don't contain|not containing|doesn't mention|does not mention|without) [the word|the words|the phrase] {value:quoted}", Operator.Contains, Negated: true),
            ],
        },
        new ItemField("date", FieldKind.Time, "date", "2026-01-31T08:30:00Z") { Synonyms = ["received time", "time received", "date received", "time"] },
        new ItemField("labels", FieldKind.TextList, "labels", "IMPORTANT")
        {
            Synonyms = ["label", "category", "tag", "gmail label"],
            ElementsAreNames = true,
            Values =
            [
                new KnownValue("IMPORTANT", "important") { Adjectives = ["important"], ContraryAdjectives = ["unimportant", "not important", "non-important"] },
                new KnownValue("CATEGORY_PERSONAL", "primary") { Adjectives = ["primary"] },
                new KnownValue("CATEGORY_PROMOTIONS", "promotions", "promotional", "promotion") { Adjectives = ["promotional", "promotion"] },
                new KnownValue("CATEGORY_SOCIAL", "social") { Adjectives = ["social"] },
                new KnownValue("CATEGORY_UPDATES", "updates"),
                new KnownValue("CATEGORY_FORUMS", "forums", "forum"),
                new KnownValue("STARRED", "starred") { Adjectives = ["starred"] },
                new KnownValue("UNREAD", "unread") { Adjectives = ["unread"] },
                new KnownValue("SPAM", "spam") { Adjectives = ["spam"] },
            ],
            Wordings =
            [
                new Wording("[that|which] [is|are|was|were|has been|i have] (labelled|labeled|tagged) [as|with] {value}", Operator.Contains),
                new Wording("[that|which] [is|are] [not|isn't] (unlabelled|not labelled|not labeled|not tagged) [as|with] {value}", Operator.Contains, Negated: true),
                new Wording("[that|which] [is|are|was|were|has been] marked [as|with] {value:known}", Operator.Contains),
                new Wording("[that|which] [is|are|was|were|has been] marked [as|with] {value:mark}", Operator.Contains),
                new Wording("[that|which] (is|are) {value:known}", Operator.Contains),
                new Wording("[that|which] (is not|are not|isn't|aren't) [marked as] {value:known}", Operator.Contains, Negated: true),
                new Wording("[with|in|under|has|having|that has|which has] [the|my|a] {value:known} (label|category|tab|inbox|folder)", Operator.Contains),
                new Wording("(with|having|that has|which has|that have|in|under) [the|my|a|an] {value} (label|tag)", Operator.Contains),
                new Wording("(in|under|with) [the|my] (label|category|tag) [of|:|called|named] {value}", Operator.Contains),
                new Wording("(without|not in|not under) [the|my|a] [label|category|tag] {value:known} [label|category|tag]", Operator.Contains, Negated: true),
            ],
        },
        new ItemField("attachments", FieldKind.TextList, "attachment names", "invoice.pdf")
        {
            Synonyms = ["attachment name", "attachment's name", "file name", "file names", "attachment filename"],
            Wordings =
            [
                new Wording("[that|which] [it|the email|the message] (with|has|have|having|containing|contains|including|includes|carrying) [a|an|any] {value:file} [file|files] (attachment|attachments|attached|file|files)", Operator.Contains),
                new Wording("[that|which] (with|has|have|having|containing|contains) (attachment|attachments|an attachment) of type {value:file}", Operator.Contains),
            ],
        },
        new ItemField("hasAttachment", FieldKind.Flag, "attachment", "true")
        {
            Synonyms = [],
            Wordings =
            [
                new Wording("[that|which|it|the email|the message|and] (with|has|have|having|that has|that have|containing|contains|contain|includes|include|including|carrying) [an|any|a|some] [file] (attachment|attachments|attached file|file attached|files attached)", Operator.Equals),
                new Wording("[that|which|it|the email|the message|and] (without|has no|have no|with no|having no|doesn't have|does not have|don't have) [an|any] (attachment|attachments)", Operator.Equals, Negated: true),
            ],
        })
    {
        Label = "email",
        AlwaysThere = ["id", "threadId", "from", "fromName", "to", "subject", "snippet", "body", "date", "labels"],
        Usual = [("labels", "UNREAD"), ("labels", "INBOX")],
        Nouns = [Noun],
        IsMeantByFields = true,
        SemanticAdjectives = ["urgent", "angry", "suspicious", "rude", "negative", "positive", "spammy"],
        Title = "{{ subject }}",
        Text = "{{ body }}",
        Time = "{{ date }}",
        Person = "{{ from }}",
        PersonName = "{{ fromName | default: from }}",
    };

    public static ProviderCatalog Entry { get; } = new(Providers.Gmail)
    {
        Names = ["gmail", "google mail"],
        Places =
        [
            "(in|into|on|to|at|under|hits|via) [my|the] [gmail|google mail|email|mail] (inbox|inboxes|mailbox|account)",
            "(in|on|from|to|via|through) [my] (gmail|google mail|email|mail|emails)",
        ],
        Hints = ["mail", "inbox", "message", "reply", "respond", "answer", "forward", "draft", "label", "tag", "star", "archive", "spam", "trash", "attach", "sender", "subject", "newsletter", "send", "write"],
        Triggers =
        [
            new TriggerInfo("email.received", Email, "an email arrives")
            {
                IsDefault = true,
                Adjectives = ["new", "incoming", "fresh", "newly received", "inbound"],
                Openings =
                [
                    "(i|we|you) [ever|just] (get|gets|got|receive|receives|received|have|see)",
                    "(i|we) have (got|received)",
                    "(i'm|i am|we are|we're) (getting|receiving|sent)",
                    "(there is|there's|there are|there comes|receive~|receiving|getting)",
                ],
                Closings =
                [
                    "(arrives|arrive|comes in|come in|comes through|comes|come|came in|comes to me|is received|are received|is delivered|gets delivered|lands|land|gets here|gets in|shows up|appears|reaches me"
                        + "|arriving|that arrives|that arrive|that comes in|that come in|that i get|that i receive|i get|i receive|received|i have received|is sent to me|are sent to me|sent to me|hits)",
                ],
                Sentences =
                [
                    "{from} [ever] (emails|mails|e-mails|messages|writes to|writes|contacts) (me|us)",
                    "{from} [ever] (sends|send|writes|write) (me|us) [an|a|any] [new] " + Noun,
                    "{from} [ever] (sends|send) [an|a|any] [new] " + Noun + " [to (me|us)]",
                    "(i get|i am|i'm) emailed by {from}",
                    "(someone|somebody|anyone|anybody|people) (emails|email|mails|writes to|messages|contacts) (me|us)",
                    "(someone|somebody|anyone|anybody) sends (me|us) [an|a] [new] " + Noun,
                ],
            },
            new TriggerInfo("email.sent", Email, "you send an email")
            {
                Openings = ["(i|we) [ever] (send|write|sent|have sent) [out]"],
                Adjectives = ["sent", "outgoing", "outbound"],
                Closings = ["(is sent by me|are sent by me|i send|that i send|i sent|that i sent|i write|sent by me|leaves my outbox|goes out)"],
                Sentences = ["(i|we) (email|e-mail|mail|write to) {to}"],
            },
            new TriggerInfo("email.starred", Email, "you star an email")
            {
                IsByHand = true,
                Openings = ["[i|we] (star|starr|stars|starred|put a star on|add a star to)"],
                Adjectives = ["starred", "newly starred"],
                Closings = ["(is starred|gets starred|are starred|get starred|i star|that i star|starred by me)"],
            },
            new TriggerInfo("email.labeled", Email, "you label an email")
            {
                AddsTo = "labels",
                Closings =
                [
                    "[that] (i|we) (label|tag|mark) [as|with] {labels}",
                    "(gets|is given|is assigned|receives) [the|a] label {labels}",
                    "(gets|is given|is assigned|receives) [the|a] {labels} label",
                    "(gets|get) (labelled|labeled|tagged) [as|with] {labels}",
                ],
                Sentences = [$"(i|we) (label|tag) [an|any|a] [new] {Noun} [as|with] {{labels}}"],
                Openings = ["(i|we) (label|tag|labelled|labeled|tagged) [as {labels}]", "(i|we) (add|apply|put|attach) [the|a] label {labels} (to|on)", "(i|we) (add|apply|put|attach) [the|a] {labels} label (to|on)"],
            },
        ],
        Tools =
        [
            new ToolInfo("gmail.send_email", "send an email", "send an email to {to} with the subject {subject} saying {body}")
            {
                Harm = new("send an email to {others} for {items}", "sent an email to {others} for {items}") { IsToOthers = true },
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
                    $"{Send} to {{to}} {Saying} {{body}} [{WithSubject} {{subject}}]",
                    $"{Send} to {{to}} {WithSubject} {{subject}} [and|,] {Saying} {{body}}",
                    $"{Send} to {{to}} {WithSubject} {{subject}} {WithBody} {{body}}",
                    $"{Send} to {{to}} {WithSubject} {{subject}} [and|,] (text|body|message) {{body}}",
                    $"{Send} to {{to}} {WithSubject} {{subject}} [and|,] {{body:quoted}}",
                    $"{Send} to {{to}} [{WithBody}] {{body:quoted}} [{WithSubject} {{subject}}]",
                    $"{Send} to {{to}} {WithBody} {{body}} [{WithSubject} {{subject}}]",
                    $"{Send} to {{to}} [:] {{body:quoted}}",
                    $"{Send} to {{to}} {WithSubject} {{subject}} [as a keyword] [on gmail|via gmail|in gmail]",
                    $"{Send} to {{to}} with {{body:reference}}",
                    $"{Send} to {{to}}",
                    $"(send~|email~) {{to:person}} [a|an] {Noun} {Saying} {{body}}",
                    $"(send~|email~) {{to:person}} [a|an] {Noun} {WithSubject} {{subject}} [and|,] {Saying} {{body}}",
                    $"(send~|email~) {{to:person}} [a|an] {Noun} {WithSubject} {{subject}} {WithBody} {{body}}",
                    $"(send~|email~) {{to:person}} [a|an] {Noun} [with] [the] [text|message] {{body:quoted}}",
                    $"send~ {{to:person}} [a|an] {Noun} [{WithSubject} {{subject}}]",
                    $"{Mail} {{to}} {Saying} {{body}} [{WithSubject} {{subject}}]",
                    $"{Mail} {{to}} {WithSubject} {{subject}} [and|,] {Saying} {{body}}",
                    $"{Mail} {{to}} {WithSubject} {{subject}} {WithBody} {{body}}",
                    $"{Mail} {{to}} [{WithBody}] [:] {{body:quoted}} [{WithSubject} {{subject}}]",
                    $"{Mail} {{to}} with {{body:reference}}",
                    $"(email~|mail~) {{to:person}} {{body:reference}}",
                    $"{Mail} {{body:reference}} to {{to}}",
                    $"send~ {{body:reference}} to {{to}}",
                    $"{Mail} {{to}} {WithSubject} {{subject}}",
                    $"{Mail} {{to}}",
                    "send~ (it|this|that|them) [on|over] to {to}",
                    "send~ to {to}",
                    "(email~|mail~) (it|this) to {to}",
                ],
                IncompletePhrases = [Send, Mail],
                EventsCaused = ["email.sent"],
            },
            new ToolInfo("gmail.reply", "reply", "reply {body}")
            {
                Harm = new("reply to {items}", "replied to {items}") { IsToOthers = true },
                Inputs = [new ToolInput("body", InputKind.Text) { Question = "the text of the reply" }],
                Phrases =
                [
                    $"(reply~|respond~|answer~) {Back} {Saying} {{body}}",
                    $"(reply~|respond~|answer~) {Back} [with|:] [the] [text|message|words] {{body:quoted}} [via gmail|by email|in gmail]",
                    $"(send~|write~) [back] [a|an] (reply|answer|response) {Back} {Saying} {{body}}",
                    $"(send~|write~) [back] [a|an] (reply|answer|response) {Back} [with|:] [the] [text|message|words] {{body:quoted}}",
                    $"(send~|write~) back {{body:quoted}}",
                    $"(reply~|respond~|answer~) {Back} with {{body:reference}}",
                ],
                EventPhrases = ["(reply|respond) [with] {body:quoted} to {event}", "(reply|respond) to {event} (with|saying) {body:quoted}"],
                IncompletePhrases = [$"(reply~|respond~|answer~) {Back}", "send [a] reply"],
                EventsCaused = ["email.sent"],
                ActsOn = "email",
            },
            new ToolInfo("gmail.forward", "forward", "forward it to {to}")
            {
                Harm = new("forward {items} to {others}", "forwarded {items} to {others}") { IsToOthers = true },
                Inputs =
                [
                    new ToolInput("to", InputKind.Addresses) { Question = "the address to forward it to" },
                    new ToolInput("body", InputKind.Text, Required: false),
                ],
                Phrases =
                [
                    $"(forward~|redirect~|pass~|fwd) {It} [on|along|over] [to] {{to}}",
                    $"(forward~|redirect~|pass~|fwd) {It} [on|along|over] [to] {{to}} {Saying} {{body}}",
                    $"(forward~|redirect~|fwd) {It} [on|along|over] [to] {{to}} with [the] (note|comment|text|message) {{body:quoted}}",
                    "send~ (it|this|that|them) [on|over] to {to}",
                    "send~ to {to}",
                    "(email~|mail~) (it|this) to {to}",
                    $"send~ [a] copy [of (it|this|the email|the message|that email)] to {{to}}",
                ],
                EventPhrases = ["(forward~|redirect~|fwd) {event} [on] to {to}", "sends {event} to {to}"],
                IncompletePhrases = [$"(forward~|redirect~) {It}"],
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
                Phrases =
                [
                    new($"(draft~|prepare~|write~|create~|save~) [me] [a|an] {DraftedReply} {Back} {Saying} {{body}}") { Given = AsReply },
                    new($"(draft~|prepare~|write~|create~|save~) [me] [a|an] {DraftedReply} {Back} [with|:] [the] [text|message] {{body:quoted}}") { Given = AsReply },
                    new($"(draft~|prepare~|create~) [me] [a|an] {DraftedReply} {Back}") { Given = AsReply, Drafted = "body" },
                    new($"(draft~|prepare~|create~) [me] [a|an] {DraftedReply} {Back} (with|that has|containing|including|mentioning) {{:url}} [in it]") { Given = AsReply, Drafted = "body" },
                    new($"(draft~|prepare~|create~) draft (replies|answers|responses) {Back}") { Given = AsReply, Drafted = "body" },
                    new($"write~ [me] [a|an] draft (reply|answer|response) {Back}") { Given = AsReply, Drafted = "body" },
                    new($"(write~|draft~|prepare~) [a|an|the] [first] {Noun} to {{to}} [for me] [,] [and|but] (don't send it|do not send it|don't send|without sending it)") { Drafted = "body" },
                    new($"(draft~|prepare~) [a|an|the] [first|short|new] {Noun} to {{to}} [for me]") { Drafted = "body" },
                    $"(draft~|prepare~|create~) [a|an] [new] {Noun} to {{to}} {Saying} {{body}}",
                    $"(draft~|prepare~|create~) [a|an] [new] {Noun} to {{to}} {WithSubject} {{subject}} [and|,] {Saying} {{body}}",
                    $"(create~|prepare~|write~|save~) a draft [email] to {{to}} [with] [the] [text] {{body:quoted}}",
                    $"(create~|prepare~|write~|save~) a draft [email] to {{to}} {Saying} {{body}}",
                ],
                IncompletePhrases = ["(create~|prepare~|write~) a draft"],
            },
            new ToolInfo("gmail.add_label", "add a label", "label it {label}")
            {
                Inputs = [new ToolInput("label", InputKind.Name) { Question = "the name of the label" }],
                Phrases =
                [
                    "(add~|apply~|attach~|give~ it|give~|put~|assign~) [it|them] [the|a|gmail|my] label [of|:|called|named] {label} [to it|to the email|to them|to the message|on it]",
                    "(add~|apply~|give~ it|give~|put~|assign~|attach~) [it|them] [the|a|my] {label} (label|tag) [to it|to the email|to them|to the message|on it|on them]",
                    $"(label~|tag~|categorize~) {It} [as|with] [the label|label] {{label}}",
                    "(mark~|flag~) [it|them|the email|the message] [as|with] {label} label",
                    "(mark~|flag~) [it|them|the email|the message] (as|with the label|with label) {label}",
                    "(file~|put~|sort~|move~) [it|them] (under|into|in) [the] [label|folder] {label} [folder|label]",
                    "add~ {label:quoted} [as a label|to its labels]",
                ],
                EventPhrases =
                [
                    "(label~|tag~) {event} (as|with) [the label|label] {label}",
                    "mark~ {event} (with the label|with label|as) {label:quoted}",
                    "(add~|apply~|put~) [the|a] label {label} (to|on) {event}",
                    "(add~|apply~|put~) [the|a] {label} label (to|on) {event}",
                    "(put~|file~|move~) {event} (in|into|under|to) [the] (folder|label) {label}",
                    "(put~|file~|move~) {event} (in|into|under|to) [the] {label} (folder|label)",
                ],
                IncompletePhrases = ["(add~|apply~|put~) [a|the] label [to it]", $"(label~|tag~) {It}"],
                EventsCaused = ["email.labeled"],
                ActsOn = "email",
            },
            new ToolInfo("gmail.remove_label", "remove a label", "remove the label {label}")
            {
                Inputs = [new ToolInput("label", InputKind.Name) { Question = "the name of the label" }],
                Phrases =
                [
                    "(remove~|take~ off|delete~|drop~) [the|its] label {label} [from it|from the email]",
                    "(remove~|take~ off|delete~|drop~) [the|its] {label} (label|tag) [from it|from the email]",
                ],
                IncompletePhrases = ["remove~ [the|its] label"],
                ActsOn = "email",
            },
            new ToolInfo("gmail.archive", "archive", "archive it")
            {
                Phrases =
                [
                    $"archive~ {It} [in gmail]",
                    "(skip~|bypass~) [the|my] inbox",
                    "(remove~|take~|move~|get~) [it|them] (from|out of) [the|my] inbox",
                    "(move~|send~|put~) [it|them] (to|into|in) [the|my] archive",
                    "out of the inbox",
                ],
                EventPhrases = ["(archive~|auto-archive~) {event}"],
                ContraryPhrases = ["(keep~|leave~) (it|them|the email) (in|inside) [the|my] inbox", "(do not|don't) archive (it|them)"],
                ActsOn = "email",
            },
            new ToolInfo("gmail.mark_read", "mark as read", "mark it as read")
            {
                Phrases = [$"(mark~|set~) {It} [as] read", $"(mark~|set~) as read"],
                EventPhrases = ["mark~ {event} as read"],
                ContraryPhrases = ["(keep~|leave~) (it|them) [as] unread", "mark~ (it|them) [as] unread"],
                ActsOn = "email",
            },
            new ToolInfo("gmail.mark_spam", "mark as spam", "mark it as spam")
            {
                Harm = new("mark {items} as spam", "marked {items} as spam"),
                EventPhrases = ["mark~ {event} as (spam|junk)", "mark~ as (spam|junk) {event}"],
                Phrases = [$"(mark~|report~|flag~|treat~) {It} as (spam|junk)", "(move~|send~|put~) [it|them] (to|into|in) [the|my] (spam|junk) [folder]"],
                ActsOn = "email",
            },
            new ToolInfo("gmail.star", "star", "star it")
            {
                EventPhrases = ["star~ {event}"],
                ContraryPhrases = ["(unstar~ it|do not star it|don't star it)"],
                Phrases = [$"star~ {It}", "(add~|put~|give~) [it] [a] star [to it|on it|to the email|on the email]", $"mark~ {It} (as starred|with a star|starred)"],
                ActsOn = "email",
                EventsCaused = ["email.starred"],
            },
            new ToolInfo("gmail.trash", "move to the trash", "move it to the trash")
            {
                Harm = new("move {items} to the trash", "moved {items} to the trash"),
                EventPhrases = ["(move~|send~|put~) {event} (to|into|in) [the|my] (trash|bin)"],
                Phrases =
                [
                    $"(delete~|trash~|bin~) {It}",
                    "(move~|send~|put~|throw~) [it|them|the email|the message] (to|into|in) [the|my] (trash|bin|trash can)",
                    "(throw~ it away|get rid of it)",
                ],
                ContraryPhrases = ["(keep~|leave~) (it|them|the email)", "(do not|don't) delete (it|them)", "(star~|archive~|mark~) (it|them)"],
                ActsOn = "email",
            },
            new ToolInfo("gmail.find", "find an email", "find the newest email with {query}")
            {
                Inputs = [new ToolInput("query", InputKind.Text) { Question = "what to search for" }],
                Outputs = [new ToolOutput("found", "whether it was found"), new ToolOutput("id", "message id"), new ToolOutput("subject", "subject"), new ToolOutput("from", "sender")],
                Phrases = ["(find~|search~ for|look~ for|look~ up) [the|an|a] [latest|newest|last] " + Noun + " (with|containing|about|for) {query:quoted}", "search~ [my] gmail for {query:quoted}"],
            },
        ],
    };
}
