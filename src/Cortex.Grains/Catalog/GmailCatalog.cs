using Cortex.Programs;

namespace Cortex.Catalog;

/// <summary>Google Mail.</summary>
internal static class GmailCatalog
{
    private const string Noun = "(email message|gmail message|gmail email|mail message|email|e-mail|gmail|mail|message|emails|e-mails|mails|messages|gmails|conversation|thread|email thread|gmail conversation|conversations|threads)";

    private const string It =
        "[it|them|that|this|those|the email|the message|the mail|the e-mail|the emails|the messages|that email|that message|this email|this message|these emails|those emails|it all|everything|the whole thing|the original|all of them|the conversation|the thread]";

    private const string Saying = "(saying|that says|which says|by saying|to say|and say|stating|that reads)";

    private const string WithSubject = "[on gmail|via gmail] [and|,] [with|use|using] [the|a] (subject line|subject|title) [of|:|containing|is]";

    private const string WithBody = "[as a keyword] [on gmail|via gmail] (with|and|, with|and with|containing|including|, and) [the|a|this] (text|body|message|content|words|note) [of|:|is]";

    private const string Send = "(send~|write~|shoot~|trigger~|fire~ off|dispatch~) [out|off|back] [a|an|another|the] [new|short|quick|automatic|automated|brief]";

    private const string Mail = "(email~|e-mail~|mail~|message~)";

    private const string Forward = "(forward~|redirect~|pass~|fwd|auto-forward~|relay~|shoot~|hand~)";

    private const string Back = "[to] [it|them|the email|the message|the mail|the sender|that email|this email|back|him|her|everyone|everybody|each one|the person|the customer] [back]";

    private const string Reply = "(reply~|respond~|answer~|auto-reply|auto-respond|autoreply|write~ back|get~ back)";

    private const string DraftedReply = "[draft|drafted] (reply|answer|response)";

    /// <summary>Where a text is described instead of said, so that AI writes it.</summary>
    private const string Describing =
        "(asking|thanking|telling|reminding|inviting|explaining|apologizing|apologising|congratulating|welcoming|informing|confirming|offering|warning|introducing|letting|requesting|to ask|to thank|to tell|to remind|to invite"
        + "|to explain|to apologize|to apologise|to congratulate|to welcome|to inform|to confirm|to let|to request|to say sorry|with details|with information)";

    /// <summary>Ways to say what goes into an email.</summary>
    private static readonly IReadOnlyList<string> Contents =
    [
        "",
        $"{WithSubject} {{subject}}",
        $"{Saying} {{body}}",
        "that {body:said}",
        $"[{WithBody}] [:] {{body:quoted}}",
        $"{WithBody} {{body}}",
        $"{Saying} {{body}} {WithSubject} {{subject}}",
        $"[{WithBody}] [:] {{body:quoted}} {WithSubject} {{subject}}",
        $"{WithBody} {{body}} {WithSubject} {{subject}}",
        $"{WithSubject} {{subject}} [and|,] {Saying} {{body}}",
        $"{WithSubject} {{subject}} {WithBody} {{body}}",
        $"{WithSubject} {{subject}} [and|,] (text|body|message) {{body}}",
        $"{WithSubject} {{subject}} [and|,] {{body:quoted}}",
        $"{WithSubject} {{subject}} [as a keyword] [on gmail|via gmail|in gmail]",
        "(with|including|containing) {body:reference}",
    ];

    private static readonly IReadOnlyList<string> Letters =
    [
        $"{Send} ({Letter}|{Noun}) [via gmail|from gmail] to {{to}}",
        $"{Send} {{subject:few}} ({Letter}) [via gmail] to {{to}}",
        $"(send~|email~|write~) {{to}} [back] [a|an] [new|quick|short|automatic] {Noun}",
        $"(send~|email~|write~) {{to}} [a|an] {{subject:few}} ({Letter})",
    ];

    private const string Letter = "email|e-mail|mail|message|note|email notification|email message";

    private static readonly Dictionary<string, string> AsReply = new() { ["reply"] = "true" };

    private static readonly ItemKind Email = new(
        "email",
        new ItemField("id", FieldKind.Text, "message id", "18c2f0a9d1e4b7f3"),
        new ItemField("threadId", FieldKind.Text, "conversation id", "18c2f0a9d1e4b7f3"),
        new ItemField("from", FieldKind.Address, "sender", "ana@example.com")
        {
            Synonyms = ["sender address", "sender's address", "from address", "sender's email", "sender email", "sender's email address", "sender email address", "address of the sender", "send address", "email sender", "from"],
            Prepositions = ["from", "sent by", "sent from", "coming from", "that comes from", "that come from", "originating from", "that originate from", "by", "from the address", "received from", "that is from", "that are from", "from the sender"],
            DisplayName = "fromName",
        },
        new ItemField("fromName", FieldKind.Text, "sender's name", "Ana Lopes") { Synonyms = ["sender name", "name of the sender", "from name", "sender's full name", "name of sender"], HoldsNames = true },
        new ItemField("to", FieldKind.AddressList, "recipients", "team@example.com")
        {
            Synonyms = ["recipient", "to address", "to field"],
            Prepositions = ["to", "sent to", "addressed to", "directly to", "sent directly to"],
        },
        new ItemField("cc", FieldKind.AddressList, "Cc recipients", "boss@example.com")
        {
            Synonyms = ["cc recipient", "cc"],
            Prepositions = ["copied to", "cc to"],
        },
        new ItemField("subject", FieldKind.Text, "subject", "Invoice 2231") { Synonyms = ["subject line", "title", "email subject", "subject field", "header", "email subject line", "email's subject"] },
        new ItemField("snippet", FieldKind.Text, "preview", "Hello, please find attached") { Synonyms = ["snippet"], IsProse = true },
        new ItemField("body", FieldKind.Text, "body", "Hello, please find attached the invoice.")
        {
            Synonyms = ["message body", "email body", "body text", "text", "content", "contents", "message text", "email text", "email content", "email's body"],
            IsProse = true,
            Wordings =
            [
                new Wording("[that|which] (contains|contain|containing|mentions|mention|mentioning|includes|include|including|says|say|saying|has|have|having|with) [the word|the words|the phrase|the text|the keyword] {value:quoted} [in it|in them|anywhere|somewhere|anywhere in it]", Operator.Contains),
                new Wording("[that|which|it] (contains|contain|containing|mentions|includes|says|has|have|having|with) (the word|the words|the phrase|the text|the keyword) {value} [in it|in them|anywhere|somewhere]", Operator.Contains),
                new Wording("[that|which] (doesn't contain|does not contain|don't contain|do not contain|not containing|doesn't mention|does not mention|don't mention|doesn't include|does not include|don't include|doesn't say|does not say|don't say|doesn't have|don't have|without) [the word|the words|the phrase] {value:quoted} [in it|in them|anywhere]", Operator.Contains, Negated: true),
            ],
        },
        new ItemField("date", FieldKind.Time, "date", "2026-01-31T08:30:00Z") { Synonyms = ["received time", "time received", "date received", "time"] },
        new ItemField("labels", FieldKind.TextList, "labels", "IMPORTANT")
        {
            Synonyms = ["label", "category", "tag", "gmail label", "tags"],
            HoldsNames = true,
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
                new Wording("[that|which] [it|the email|the message] (with|has|have|having|containing|contains|including|includes|carrying|there's|there is|comes with) [a|an|any] {value:file} [file|files] (attachment|attachments|attached|file|files)", Operator.Contains),
                new Wording("[that|which] (with|has|have|having|containing|contains) (attachment|attachments|an attachment) of type {value:file}", Operator.Contains),
            ],
        },
        new ItemField("hasAttachment", FieldKind.Flag, "attachment", "true")
        {
            Synonyms = [],
            Wordings =
            [
                new Wording("[that|which|it|the email|the message|and] (with|has|have|having|that has|that have|containing|contains|contain|includes|include|including|carrying|there's|there is|there are|comes with) [an|any|a|some] [file] (attachment|attachments|attached file|file attached|files attached)", Operator.Equals),
                new Wording("[that|which|it|the email|the message|and] (without|has no|have no|with no|having no|doesn't have|does not have|don't have) [an|any] (attachment|attachments)", Operator.Equals, Negated: true),
            ],
        })
    {
        Label = "email",
        AlwaysThere = ["id", "threadId", "from", "fromName", "to", "subject", "snippet", "body", "date", "labels"],
        Usual = [("labels", "UNREAD"), ("labels", "INBOX")],
        Nouns = [Noun],
        VagueNouns = ["everything", "anything", "something", "whatever", "stuff", "things", "it all"],
        IsMeantByFields = true,
        SemanticAdjectives =
        [
            "urgent", "angry", "suspicious", "rude", "negative", "positive", "spammy", "interesting", "relevant", "irrelevant", "boring", "funny", "sad", "friendly", "polite", "aggressive", "threatening",
            "time-sensitive", "high priority", "low priority", "critical", "confidential", "sensitive", "useless", "unwanted", "unsolicited", "work-related", "job-related", "unhappy", "upset", "happy",
        ],
        Sorts =
        [
            "receipt", "invoice", "bill", "newsletter", "statement", "quote", "contract", "application", "job application", "resume", "cv", "inquiry", "enquiry", "complaint", "question", "support request", "help request", "request",
            "feedback", "survey", "invitation", "promotion", "ad", "advertisement", "offer", "job offer", "coupon", "voucher", "order confirmation", "booking confirmation", "booking", "reservation", "confirmation", "itinerary",
            "boarding pass", "ticket confirmation", "shipping notification", "delivery notification", "shipping confirmation", "shipping update", "tracking update", "password reset", "verification code", "security alert", "login alert", "press release",
            "purchase order", "payslip", "timesheet", "sales pitch", "cold pitch", "pitch", "thank-you note", "refund request", "cancellation request", "bug report", "expense report", "payment reminder", "renewal notice", "rsvp", "digest",
            "out-of-office reply", "bounce", "order", "referral", "testimonial", "proposal", "estimate", "notification", "status report", "weekly report",
        ],
        SortAdjectives =
        [
            "marketing", "sales", "work", "personal", "billing", "recruiting", "recruitment", "recruiter", "automated", "automatic", "shipping", "travel", "bank", "banking", "school", "phishing", "junk", "promo", "advertising", "support",
            "renewal", "expiry", "legal", "fundraising", "political", "social media", "cold",
        ],
        Doings =
        [
            "asks for", "asks about", "asks me for", "asks me to", "asks us to", "asks us for", "asks if", "asks whether", "asks how", "asks to", "asks", "requests", "reports", "complains about", "complains that", "complains", "wants to", "wants a",
            "wants an", "wants", "needs", "inquires about", "enquires about", "offers me", "offers us", "offers", "invites me to", "invites us to", "applies for", "cancels", "wants me to", "says that", "says they", "tells me that", "tries to sell me",
            "thanks me", "threatens", "writes about", "is asking for", "is asking about", "is complaining about", "is looking for", "is interested in",
        ],
        Somebody =
        [
            "someone", "somebody", "anyone", "anybody", "people", "a person", "a customer", "customers", "a client", "clients", "a user", "a reader", "a prospect", "a candidate", "an applicant", "a student", "a parent", "a patient", "a tenant",
            "a guest", "a supplier", "a vendor", "a recruiter", "a colleague", "a member", "a buyer", "a donor", "a follower", "a subscriber", "a partner", "an investor", "a journalist", "a teacher", "an employee", "a visitor", "a sponsor", "an email",
        ],
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
            "(in|on|from|to|via|through|by|over) [my] (gmail|google mail|email|mail|emails|e-mail)",
            "(in|into|to) (gmail|my gmail account)",
            "(from|to|by) (anyone|anybody|everyone|everybody|whoever|any address)",
        ],
        Hints = ["mail", "inbox", "message", "reply", "respond", "answer", "forward", "draft", "label", "tag", "star", "archive", "spam", "trash", "attach", "sender", "subject", "newsletter", "send", "write"],
        Triggers =
        [
            new TriggerInfo("email.received", Email, "an email arrives")
            {
                IsDefault = true,
                Adjectives = ["new", "incoming", "fresh", "newly received", "inbound", "latest", "newest", "most recent", "recent", "last", "next"],
                Openings =
                [
                    "(i|we|you) [ever|just] (get|gets|got|receive|receives|received|have|see)",
                    "(i|we) have (got|received)",
                    "(i'm|i am|we are|we're) (getting|receiving|sent)",
                    "[i get|there is|there are|there's] [any|new|all|some|any new] (changes|change|updates|an update|a change|update|updates made|changes made) (to|in|of|with|about|from|on|for) [any of]",
                    "(my inbox|my email box|my mailbox) (gets|receives)",
                    "(there is|there's|there are|there comes|receive~|receiving|getting)",
                ],
                Closings =
                [
                    "(arrives|arrive|comes in|come in|comes through|comes|come|came in|comes to me|is received|are received|is delivered|gets delivered|lands|land|gets here|gets in|shows up|appears|reaches me"
                        + "|arriving|that arrives|that arrive|that comes in|that come in|that i get|that i receive|i get|i receive|received|i have received|is sent to me|are sent to me|sent to me|hits|turns up|comes up|come up|pops up|pop up|drops in|reaches us|is there)",
                    "[happen to] (update|updates|change|changes|are updated|is updated|gets updated|get updated|has been updated|are changed)",
                ],
                Sentences =
                [
                    "{from} [ever] (emails|mails|e-mails|messages|writes to|writes|contacts) (me|us)",
                    "{from} [ever] (sends|send|writes|write) (me|us) [an|a|any] [new] " + Noun,
                    "{from} [ever] (sends|send) [an|a|any] [new] " + Noun + " [to (me|us)]",
                    "(i get|i am|i'm) emailed by {from}",
                    "(someone|somebody|anyone|anybody|people|anyone who|everyone who|a person|whoever) (emails|email|mails|writes to|messages|contacts|writes|is contacting) (me|us)",
                    "(someone|somebody|anyone|anybody|people) (sends|send) (me|us) [an|a] [new] " + Noun,
                    "{from} [ever] (writes|wrote|emails|mails|messages|replies|gets in touch|sends something|sends anything|sends an email)",
                    new EventWording("(someone|somebody|anyone|anybody|people|everyone) (other than|besides|except|but|apart from) {from} (emails|mails|writes to|messages|contacts) (me|us)") { Negated = true },
                    new EventWording("(someone|somebody|anyone|anybody|people|everyone) (other than|besides|except|but|apart from) {from} (sends|send) (me|us) [an|a] [new] " + Noun) { Negated = true },
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
                    "(gets|is given|is assigned|receives) [the|a] (label|tag) {labels}",
                    "(gets|is given|is assigned|receives) [the|a] {labels} label",
                    "(gets|get) (labelled|labeled|tagged) [as|with] {labels}",
                ],
                Sentences =
                [
                    $"(i|we) (label|tag) [an|any|a] [new] {Noun} [as|with] {{labels}}",
                    $"(i|we) (give|assign) [an|any|a] [new] {Noun} [the|a] (label|tag) {{labels}}",
                    $"(i|we) (give|assign) [an|any|a] [new] {Noun} [the|a] {{labels}} (label|tag)",
                ],
                Openings = ["(i|we) (label|tag|labelled|labeled|tagged) [as {labels}]", "(i|we) (add|apply|put|attach) [the|a] (label|tag) {labels} (to|on)", "(i|we) (add|apply|put|attach) [the|a] {labels} (label|tag) (to|on)", "(i|we) (put|stick) {labels} on"],
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
                    new ToolInput("body", InputKind.Text) { Default = "{title}\n{text}", Question = "the text to send", CarriesResult = true },
                ],
                Outputs = [new ToolOutput("messageId", "message id")],
                Phrases =
                [
                    .. Combined.Of(Letters, Contents).Select(phrase => (ToolPhrase)phrase),
                    .. Combined.Of([$"{Mail} {{to}}"], Contents).Select(phrase => (ToolPhrase)phrase),
                    .. Combined.Of([.. Letters, $"{Mail} {{to}}"], [$"{Describing} {{about}}"]).Select(phrase => new ToolPhrase(phrase) { Drafted = "body" }),
                    .. Combined.Of(["(send~|email~|mail~|give~) {to} [a|an|the] [short|ai|brief|quick]", "(send~|email~|mail~)"], ["(summary|recap|digest) [of it|of the email|of the meeting]", "(summary|recap|digest) [of it] to {to}"])
                        .Where(phrase => phrase.Contains("{to}", StringComparison.Ordinal) && phrase.IndexOf("{to}", StringComparison.Ordinal) == phrase.LastIndexOf("{to}", StringComparison.Ordinal))
                        .Select(phrase => new ToolPhrase(phrase) { IsSummary = true }),
                    $"(email~|mail~|send~|tell~|show~) {{to}} {{body:reference}}",
                    $"{Mail} {{body:reference}} to {{to}}",
                    "send~ {body:reference} [on|over] to {to}",
                    "send~ (it|this|that|them|the details|everything|the event|a copy|the info|the information|all details) [on|over|off] to {to}",
                    "send~ to {to}",
                    "(email~|mail~) (it|this|them|the details|everything|the info|the event) to {to}",
                    "(reply~|respond~) to {to} with the (event|meeting|details|lead|case|record)",
                    "(let~) {to:person} know [about it|by email]",
                    "(notify~|inform~|alert~|tell~) {to:other} [by email|via email|about it|of it|of this|about this]",
                    "(notify~|inform~|alert~|tell~) {to:other} (that|saying|with the message|with) {body}",
                ],
                IncompletePhrases = [$"{Send} {Noun}", $"{Send} {{subject:few}} ({Letter})", Mail],
                EventsCaused = ["email.sent"],
            },
            new ToolInfo("gmail.reply", "reply", "reply {body}")
            {
                Harm = new("reply to {items}", "replied to {items}") { IsToOthers = true },
                Inputs = [new ToolInput("body", InputKind.Text) { Question = "the text of the reply" }],
                Phrases =
                [
                    $"{Reply} {Back} {Saying} {{body}}",
                    $"{Reply} {Back} [with|:] [the|this|a] [text|message|words|note] [:] {{body:quoted}} [via gmail|by email|in gmail]",
                    $"(send~|write~) [back] [them|him|her|the sender] [back] [a|an|the] [quick|short|automatic|auto] (reply|answer|response) {Back} {Saying} {{body}}",
                    $"(send~|write~) [back] [them|him|her|the sender] [back] [a|an|the] [quick|short|automatic|auto] (reply|answer|response) {Back} [with|:] [the|this] [text|message|words] [:] {{body:quoted}}",
                    $"(send~|write~) back [:] {{body:quoted}}",
                    $"{Reply} {Back} with {{body:reference}}",
                    $"{Reply} {Back} with [a|the|my|this] [link|url|address] [:|to] {{body:url}}",
                    $"{Reply} {Back} with [a|the|my|this] {{what:few}} (link|url|page) [:|to] {{body:url}}",
                    new($"{Reply} {Back} {Describing} {{about}}") { Drafted = "body" },
                    new($"(send~|write~) [back] [them|him|her] [a|an] [quick|short|polite] (reply|answer|response) {Back} {Describing} {{about}}") { Drafted = "body" },
                ],
                EventPhrases =
                [
                    "(reply|respond|auto-reply|auto-respond) [with] {body:quoted} to {event}", "(reply|respond|auto-reply|auto-respond) to {event} (with|saying|:) {body:quoted}", "(reply|respond|auto-reply|auto-respond) to {event} [with|saying|:] [:] {body:quoted}",
                ],
                IncompletePhrases = [$"{Reply} {Back}", "send [a] reply"],
                EventsCaused = ["email.sent"],
                ActsOn = "email",
            },
            new ToolInfo("gmail.forward", "forward", "forward it to {to}")
            {
                Harm = new("forward {items} to {others}", "forwarded {items} to {others}") { IsToOthers = true },
                Inputs =
                [
                    new ToolInput("to", InputKind.Addresses) { Question = "the address to forward it to" },
                    new ToolInput("body", InputKind.Text, Required: false) { CarriesResult = true },
                ],
                Phrases =
                [
                    $"{Forward} {It} [on|along|over|straight] [to] {{to}}",
                    $"{Forward} {It} [on|along|over|straight] [to] {{to}} {Saying} {{body}}",
                    $"{Forward} {It} [on|along|over] [to] {{to}} with [the|a] (note|comment|text|message) [:] {{body:quoted}}",
                    $"{Forward} [a|the] copy [of (it|this|the email|the message|that email)] to {{to}}",
                    "send~ (it|this|that|them|the email|the message|everything) [on|over|along|straight] to {to}",
                    "send~ to {to}",
                    "(email~|mail~) (it|this|them) to {to}",
                    $"send~ [a|the] copy [of (it|this|the email|the message|that email)] to {{to}}",
                    "(should|must|needs to|need to|has to|have to) (go|be sent) to {to}",
                    "(is|are|gets|get|be) (forwarded|sent on|passed on|redirected) to {to}",
                ],
                EventPhrases = ["(forward~|redirect~|fwd|auto-forward~|pass~ on) {event} [on|over] to {to}", "sends {event} to {to}", "(send~) {event} [on|over] to {to}"],
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
                    new($"(draft~|prepare~|create~) [me] [a|an] {DraftedReply} {Back} (with|that has|containing|including|mentioning|linking|linking to|pointing to|pointing them to|pointing at|with a link to|with the link|with link) {{:url}} [in it]") { Given = AsReply, Drafted = "body" },
                    new($"(draft~|prepare~|create~) draft (replies|answers|responses) {Back}") { Given = AsReply, Drafted = "body" },
                    new($"write~ [me] [a|an] draft (reply|answer|response) {Back}") { Given = AsReply, Drafted = "body" },
                    new($"(write~|draft~|prepare~) [a|an|the] [first] {Noun} to {{to}} [for me] [,] [and|but] (don't send it|do not send it|don't send|without sending it)") { Drafted = "body" },
                    new($"(draft~|prepare~) [a|an|the] [first|short|new] {Noun} to {{to}} [for me]") { Drafted = "body" },
                    $"(draft~|prepare~|create~) [a|an] [new] {Noun} to {{to}} {Saying} {{body}}",
                    $"(draft~|prepare~|create~) [a|an] [new] {Noun} to {{to}} {WithSubject} {{subject}} [and|,] {Saying} {{body}}",
                    $"(create~|prepare~|write~|save~) a draft [email] to {{to}} [with] [the] [text] {{body:quoted}}",
                    $"(create~|prepare~|write~|save~) a draft [email] to {{to}} {Saying} {{body}}",
                    new("(create~|prepare~|write~|make~) [a|the] [gmail] draft (using|with|from|containing|out of) {body:reference}"),
                    new($"(draft~|prepare~|create~) [me] [a|an] {DraftedReply} {Back} {Describing} {{about}}") { Given = AsReply, Drafted = "body" },
                    new($"[a|an] draft [email|reply] (is|gets|should be) [also|automatically] (created|prepared|written|made)") { Drafted = "body" },
                    new($"(draft~|write~) {{to}} [a|an] [quick|short] ({Letter}|reply)") { Drafted = "body" },
                ],
                EventPhrases =
                [
                    new("(draft~|prepare~|create~|write~) [a|an|the] [new] [gmail] [draft] (drafts|replies|reply|answers|answer|responses|response) (to|for|from) {event}") { Given = AsReply, Drafted = "body" },
                ],
                IncompletePhrases = ["(create~|prepare~|write~) a draft"],
            },
            new ToolInfo("gmail.add_label", "add a label", "label it {label}")
            {
                Inputs = [new ToolInput("label", InputKind.Name) { Question = "the name of the label" }],
                Phrases =
                [
                    "(add~|apply~|attach~|give~ it|give~|put~|assign~|stick~|slap~) [it|them] [the|a|gmail|my] (label|tag) [of|:|called|named] {label} [to it|to the email|to them|to the message|on it|on them]",
                    "(add~|apply~|give~ it|give~|put~|assign~|attach~|stick~|slap~) [it|them] [the|a|an|my] {label} (label|tag) [to it|to the email|to them|to the message|on it|on them]",
                    $"(label~|tag~|categorize~) {It} [as|with|:] [the label|label|the tag] [:] {{label}}",
                    "(mark~|flag~) [it|them|the email|the message] [as|with] {label} label",
                    "(mark~|flag~) [it|them|the email|the message] (as|with the label|with label) {label}",
                    "(file~|put~|sort~|move~|drop~|stash~|save~) [it|them|the email|the message|that] [away] (under|into|in|to) [the|my|a|our] {label} (folder|label)",
                    "(file~|put~|sort~|move~|drop~|stash~|save~) [it|them|the email|the message|that] [away] (under|into|in|to) [the|my|a|our] (label|folder|gmail folder) [called|named] {label}",
                    "(file~|put~|sort~) [it|them|the email|the message|that] [away] under {label}",
                    "(put~|file~|move~|sort~) [it|them|the email] (under|into|in|to) {label:quoted}",
                    "add~ {label:quoted} [as a label|to its labels|to it]",
                    "(be|is|are|get|gets) (labelled|labeled|tagged) [as|with] {label}",
                    "(go~|land~) (in|into|to|under) [the|my] {label} (folder|label)",
                    new($"(use ai to|let ai|have ai|ask ai to) (label|tag|file|sort) {It} [as|into|under|with] [either] {{labels:list}}") { IsClassified = true, Given = new Dictionary<string, string> { ["label"] = "<label>" } },
                    new($"(label~|tag~|file~|sort~) {It} (accordingly|with the result|with that|by category|with the category|with its category|with that label)") { Given = new Dictionary<string, string> { ["label"] = "<label>" } },
                ],
                EventPhrases =
                [
                    "(label~|tag~) {event} (as|with) [the label|label] {label}",
                    "mark~ {event} (with the label|with label|as) {label:quoted}",
                    "(add~|apply~|put~) [the|a] label {label} (to|on) {event}",
                    "(add~|apply~|put~) [the|a] {label} label (to|on) {event}",
                    "(put~|file~|move~|sort~) {event} (in|into|under|to) [the|my|a] (folder|label) {label}",
                    "(put~|file~|move~|sort~) {event} (in|into|under|to) [the|my|a] {label} (folder|label)",
                    "(put~|file~|move~) {event} (in|into|under|to) {label:quoted}",
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
                    $"(archive~|auto-archive~) {It} [in gmail|away]",
                    "(skip~|bypass~) [the|my] inbox",
                    "(remove~|take~|move~|get~|keep~|clear~) [it|them|the email|that] (from|out of|off) [the|my] inbox",
                    "(move~|send~|put~) [it|them] (to|into|in) [the|my] archive",
                    "out of the inbox",
                    "(be|is|are|get|gets) archived",
                    "(go~) straight to [the] archive",
                ],
                EventPhrases = ["(archive~|auto-archive~) {event}", "(keep~|hide~) {event} out of [the|my] inbox"],
                ContraryPhrases = ["(keep~|leave~) (it|them|the email) (in|inside) [the|my] inbox", "(do not|don't) archive (it|them)"],
                ActsOn = "email",
            },
            new ToolInfo("gmail.mark_read", "mark as read", "mark it as read")
            {
                Phrases = [$"(mark~|set~) {It} [as] read", $"(mark~|set~) as read", "(be|is|are|get|gets) marked [as] read"],
                EventPhrases = ["mark~ {event} [as] read"],
                ContraryPhrases = ["(keep~|leave~) (it|them) [as] unread", "mark~ (it|them) [as] unread"],
                ActsOn = "email",
            },
            new ToolInfo("gmail.mark_spam", "mark as spam", "mark it as spam")
            {
                Harm = new("mark {items} as spam", "marked {items} as spam"),
                EventPhrases = ["mark~ {event} as (spam|junk)", "mark~ as (spam|junk) {event}"],
                Phrases = [$"(mark~|report~|flag~|treat~) {It} as (spam|junk)", "(move~|send~|put~|chuck~|throw~) [it|them|the email] (to|into|in) [the|my] (spam|junk) [folder]", "(spam~|junk~) (it|them)", "(go~) [straight] to [the] (spam|junk) [folder]"],
                ActsOn = "email",
            },
            new ToolInfo("gmail.star", "star", "star it")
            {
                EventPhrases = ["star~ {event}", "(flag~) {event}", "(put~|add~) [a] star (on|to) {event}"],
                ContraryPhrases = ["(unstar~ it|do not star it|don't star it)"],
                Phrases =
                [
                    $"(star~|flag~) {It}", "(add~|put~|give~|stick~|slap~) [it|them] [a|the] star [to it|on it|to the email|on the email|to them|on them]", $"mark~ {It} (as starred|with a star|starred)",
                    "(get~) [a|the] star", "(be|is|are|get|gets) starred", "flag~ {It} (for follow-up|for follow up|for me)".Replace("{It}", It, StringComparison.Ordinal),
                ],
                ActsOn = "email",
                EventsCaused = ["email.starred"],
            },
            new ToolInfo("gmail.trash", "move to the trash", "move it to the trash")
            {
                Harm = new("move {items} to the trash", "moved {items} to the trash"),
                EventPhrases = ["(move~|send~|put~) {event} (to|into|in) [the|my] (trash|bin)", new("(delete~|trash~|bin~|discard~) {event}") { NeedsEvery = true }],
                Phrases =
                [
                    $"(delete~|trash~|bin~|discard~) {It}",
                    "(move~|send~|put~|throw~|chuck~|toss~) [it|them|the email|the message] [straight] (to|into|in) [the|my] (trash|bin|trash can|garbage)",
                    "(throw~ it away|get rid of it|get rid of them|throw~ them away|remove~ it|remove~ them)",
                    "(be|is|are|get|gets) (deleted|trashed|binned)",
                    "(go~) [straight] (to|into|in) [the|my] (trash|bin)",
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
