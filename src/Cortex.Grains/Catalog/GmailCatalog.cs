using Cortex.Programs;

namespace Cortex.Catalog;

/// <summary>Google Mail.</summary>
internal static partial class GmailCatalog
{
    private const string Noun = "(email message|gmail message|gmail email|gmail messages|gmail emails|email messages|mail message|email|e-mail|gmail|mail|message|emails|e-mails|mails|messages|gmails|conversation|thread|email thread|gmail conversation|conversations|threads)";

    private static readonly TimeParts Arrival = new("arrival")
    {
        WeekdaySynonyms = ["day of arrival", "weekday"],
        TimeSynonyms = ["arrival time", "time of day"],
        Verbs = ["arrives", "arrive", "arrived", "comes in", "come in", "came in", "comes", "come", "lands", "land", "is received", "is sent", "are sent", "was sent", "reaches me"],
        Participles = ["arriving", "coming in", "coming", "received", "sent", "delivered", "landing"],
    };

    private static readonly ItemKind Email = new(
        "email",
        new ItemField("id", FieldKind.Text, "id", "18c2f0a9d1e4b7f3") { Synonyms = ["message id"] },
        new ItemField("threadId", FieldKind.Text, "conversation id", "18c2f0a9d1e4b7f3"),
        new ItemField("from", FieldKind.Address, "sender", "ana@example.com")
        {
            Synonyms = ["sender address", "sender's address", "from address", "sender's email", "sender email", "sender's email address", "sender email address", "address of the sender", "send address", "email sender", "from"],
            Prepositions = ["from", "sent by", "sent from", "coming from", "that comes from", "that come from", "originating from", "that originate from", "by", "from the address", "from address", "from the email address", "from email address", "received from", "landing from", "arriving from", "that arrives from", "that arrive from", "that is from", "that are from", "from the sender", "from sender"],
            DisplayName = "fromName",
            Wordings = [new Wording("[and|where|when|if] [the] (sender's domain|sender domain|sender's email domain|domain of the sender|from domain) (is|equals|=|:) {value:address}", Operator.Equals), new Wording("from [an|any|someone with an] (address|addresses|email address|sender|senders|domain|domains) (ending|that ends|that end|which end|which ends) (in|with) {value:ending}", Operator.EndsWith),
                new Wording("from [an|any|a|someone with an] (address|addresses|email address|sender|senders|domain|domains) (containing|that contains|that contain|which contain|which contains|with) [the word|the words|the text] {value:quoted}", Operator.Contains)],
        },
        new ItemField("fromName", FieldKind.Text, "sender's name", "Ana Lopes") { Synonyms = ["sender name", "name of the sender", "from name", "sender's full name", "name of sender"], HoldsNames = true, Wordings = [new Wording("[where|when|if] the sender (is|'s) (called|named) {value:exact}", Operator.Contains)] },
        new ItemField("to", FieldKind.AddressList, "recipients", "team@example.com")
        {
            Synonyms = ["recipient", "to address", "to field"],
            Prepositions = ["to", "sent to", "addressed to", "directly to", "sent directly to", "going to", "that goes to", "that go to"],
        },
        new ItemField("cc", FieldKind.AddressList, "Cc recipients", "boss@example.com")
        {
            Synonyms = ["cc recipient", "cc"],
            Wordings = [new Wording("[where|when|if|that|which] {value:address} (is|are) (on|in) (copy|cc)", Operator.Contains)],
            Prepositions = ["copied to", "cc to", "cc'd to", "cc'ed to", "that cc", "where the cc is"],
        },
        new ItemField("subject", FieldKind.Text, "subject", "Invoice 2231") { Synonyms = ["subject line", "title", "email subject", "subject field", "header", "email subject line", "email's subject"], Wordings = [new Wording("[that|which] [is|are] (titled|entitled) {value:quoted}", Operator.Contains), new Wording("about {value:quoted} in the (subject|subject line|title)", Operator.Contains)] },
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
        new ItemField("date", FieldKind.Time, "date", "2026-01-31T08:30:00Z") { Synonyms = ["received time", "time received", "date received", "time"], Parts = Arrival },
        new ItemField("labels", FieldKind.TextList, "labels", "IMPORTANT")
        {
            Synonyms = ["label", "category", "tag", "gmail label", "tags"],
            HoldsNames = true,
            ElementsAreNames = true,
            ElementName = "label",
            Values =
            [
                new KnownValue("IMPORTANT", "important") { Adjectives = ["important"], ContraryAdjectives = ["unimportant", "not important", "non-important"] },
                new KnownValue("CATEGORY_PERSONAL", "primary") { Adjectives = ["primary"] },
                new KnownValue("CATEGORY_PROMOTIONS", "promotions", "promotional", "promotion") { Adjectives = ["promotional", "promotion", "promotions tab", "promotions category"] },
                new KnownValue("CATEGORY_SOCIAL", "social") { Adjectives = ["social"] },
                new KnownValue("CATEGORY_UPDATES", "updates"),
                new KnownValue("CATEGORY_FORUMS", "forums", "forum"),
                new KnownValue("STARRED", "starred") { Adjectives = ["starred", "new starred"] },
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
                new Wording("[with|in|under|has|having|that has|which has|from] [the|my|a] {value:known} (label|category|tab|inbox|folder|section)", Operator.Contains),
                new Wording("[that|which] [is|are|lands|land|goes|go|ends up|end up|winds up|shows up] (in|into|under) [the|my] {value:known} [tab|category|folder|section]", Operator.Contains),
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
                new Wording("[that|which] [it|the email|the message] (with|has|have|having|containing|contains|carrying|there's|there is|comes with|come with) (a|an|any) {value:file} [in it|with it|to it|on it|inside]", Operator.Contains),
                new Wording("[that|which] (with|has|have|having|containing|contains) (attachment|attachments|an attachment) of type {value:file}", Operator.Contains),
                new Wording("[that|which] [it|the email|the message] (with|has|have|having|contains|containing|carries|includes|there's|there is) [a|an|any] (attachment|attachments|attached file|file) (named|called|whose name contains|whose name has|whose name includes|whose name is|with the name) {value}", Operator.Contains),
            ],
        },
        new ItemField("hasAttachment", FieldKind.Flag, "attachment", "true")
        {
            Synonyms = [],
            FlagWords = new("with an attachment", "without an attachment", "has an attachment", "has no attachment"),
            Wordings =
            [
                new Wording("[that|which|it|the email|the message|and] (with|has|have|having|that has|that have|containing|contains|contain|includes|include|including|carrying|there's|there is|there are|comes with) [an|any|a|some] (attachment|attachments|file attachment|file attachments|attached file|file attached|files attached|file|files) [in it|attached|with it|on it|attached to it|to it]", Operator.Equals),
                new Wording("(and|plus|with) [has|have|having] (an attachment|attachments|any attachment|a file attached|files attached)", Operator.Equals),
                new Wording("[sent|attached] as (an attachment|attachments|attachment|an attached file)", Operator.Equals),
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
            "feedback", "survey", "invitation", "promotion", "ad", "advertisement", "offer", "job offer", "coupon", "voucher", "order confirmation", "booking confirmation", "reservation", "confirmation", "itinerary",
            "boarding pass", "ticket confirmation", "shipping notification", "delivery notification", "shipping confirmation", "shipping update", "tracking update", "password reset", "verification code", "security alert", "login alert", "press release",
            "purchase order", "payslip", "timesheet", "sales pitch", "cold pitch", "pitch", "thank-you note", "refund request", "cancellation request", "bug report", "expense report", "payment reminder", "renewal notice", "rsvp", "digest",
            "out-of-office reply", "out of office reply", "out of office message", "automatic reply", "auto-reply", "bounce", "bounce message", "testimonial", "proposal", "estimate", "status report", "weekly report",
        ],
        SortAdjectives =
        [
            "marketing", "sales", "work", "personal", "billing", "recruiting", "recruitment", "recruiter", "automated", "automatic", "shipping", "travel", "bank", "banking", "school", "phishing", "junk", "promo", "advertising", "support",
            "renewal", "expiry", "legal", "fundraising", "political", "social media", "cold", "bounced", "undelivered",
        ],
        Doings =
        [
            "reaches out to me about", "reaches out to us about", "reaches out about", "gets in touch about", "gets in touch with me about", "writes to me about", "writes to us about", "writes me about", "emails me about", "emails us about", "contacts me about", "contacts us about", "tells us that", "lets me know that", "lets us know that", "lets us know about", "informs me that", "informs us that", "introduces me to", "introduces us to", "proposes", "would like to", "would like a", "would like an", "is unable to", "apologizes for", "apologises for", "has a question about", "has questions about", "has a problem with", "is having trouble with", "is unhappy with", "is angry about", "threatens to", "asks for", "asks about", "is asking me to", "is asking us to", "is asking me for", "is asking if", "is asking whether", "is requesting", "writes that", "asks me for", "asks me to", "asks us to", "asks us for", "asks if", "asks whether", "asks how", "asks to", "asks", "requests", "reports", "complains about", "complains that", "complains", "wants to", "wants a",
            "wants an", "wants", "needs", "inquires about", "enquires about", "offers me", "offers us", "offers", "invites me to", "invites us to", "applies for", "cancels", "wants me to", "says that", "says they", "tells me that", "tries to sell me",
            "thanks me", "threatens", "writes about", "is asking for", "is asking about", "is complaining about", "is looking for", "is interested in",
        ],
        Somebody =
        [
            "someone", "somebody", "anyone", "anybody", "people", "a person", "a customer", "customers", "a client", "clients", "a user", "a reader", "a prospect", "a candidate", "an applicant", "a student", "a parent", "a patient", "a tenant",
            "a guest", "a supplier", "a vendor", "a recruiter", "a colleague", "a member", "a buyer", "a donor", "a follower", "a subscriber", "a partner", "an investor", "a journalist", "a teacher", "an employee", "a visitor", "a sponsor", "an email",
        ],
        Senders =
        [
            "bank", "shop", "store", "online shop", "online store", "retailer", "airline", "hotel", "school", "charity", "company", "agency", "organization", "organisation", "government agency", "financial institution", "insurance company", "utility company",
            "delivery company", "courier", "stranger", "friend", "family member", "relative", "coworker", "co-worker", "team member", "teammate", "headhunter", "job board", "social network", "mailing list", "marketer", "salesperson", "sales rep", "salesman", "reporter",
            "politician", "lawyer", "accountant", "landlord", "doctor", "neighbor", "neighbour", "professor", "contractor", "freelancer", "influencer", "fan", "spammer", "scammer", "publisher", "editor", "agent", "broker", "lead", "business", "brand", "startup",
        ],
        Title = "{{ subject }}",
        Text = "{{ body }}",
        Time = "{{ date }}",
        TimeIsArrival = true,
        Person = "{{ from }}",
        PersonRoles = [PersonRoles.Sender, PersonRoles.Requester],
        PersonName = "{{ fromName | default: from }}",
    };

    public static ProviderCatalog Entry { get; } = new(Providers.Gmail)
    {
        Names = ["gmail", "google mail"],
        Means = ["by email", "by mail", "by e-mail", "via email", "via mail", "via e-mail", "as an email"],
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
                HappensWithItem = true,
                IsDefault = true,
                Adjectives = ["new", "incoming", "fresh", "newly received", "inbound", "latest", "newest", "most recent", "recent", "last", "next", "future", "newly arrived", "received"],
                Openings =
                [
                    "(i|we|you) [ever|just] (get|gets|got|receive|receives|received|have|see)",
                    "(i|we) have (got|received)",
                    "(i'm|i am|we are|we're) (getting|receiving|sent)",
                    "[i get|there is|there are|there's|there has been|there have been|i have] [any|new|all|some|any new|the] [new|important] (changes or updates|updates or changes|changes and updates|updates and changes|changes|change|updates|an update|a change|update|an important update|a new update) [coming|made|that are made|are made|is made|happening] (to|in|of|with|about|from|on|for) [any of] [the]",
                    "(my inbox|my email box|my mailbox) (gets|receives)",
                    "(there is|there's|there are|there comes|receive~|received|receiving|getting|got|have got|just got)",
                ],
                Closings =
                [
                    "(arrives|arrive|comes in|come in|comes through|comes|come|came in|comes to me|is received|are received|is delivered|gets delivered|lands|land|gets here|gets in|shows up|appears|reaches me"
                        + "|arriving|that arrives|that arrive|that comes in|that come in|that i get|that i receive|i get|i receive|received|i have received|i got|that i got|is coming in|are coming in|coming in|coming|is sent to me|are sent to me|sent to me|hits|turns up|comes up|come up|pops up|pop up|drops in|reaches us|is there)",
                    new EventWording("(hits|reaches|lands at|lands in|landing at|arriving at|coming in at|goes to|arrives at|comes in to|comes in at|comes to|comes into|gets to|is addressed to|is sent to|turns up at|sent to) {to:address}"),
                    new EventWording("[that|which] {from:address} (sends|sent|writes|emails) [to] [me|us]"),
                    new EventWording("(that|which) {from:name} (sends|sent|writes|emails) [to] [me|us]"),
                    "[happen to|has|have] (update|updates|updated|change|changes|are updated|is updated|gets updated|get updated|has been updated|are changed)",
                ],
                Sentences =
                [
                    "{from} [ever] (emails|mails|e-mails|messages|writes to|writes|contacts) (me|us)",
                    "{from} [ever] (sends|send|writes|write) (me|us) [an|a|any] [new] " + Noun,
                    "{from} [ever] (sends|send) [an|a|any] [new] " + Noun + " [to (me|us)]",
                    "(i get|i am|i'm) emailed by {from}",
                    new EventWording("[a|an|any|all] [new] {attachments:file} (attachment|attachments|file|files) [arrives|arrive|comes in|come in|is received|are received]") { IsOfPart = true },
                    new EventWording("(someone|somebody|anyone|anybody|people) (sends|send|emails|email) (me|us) [a|an|any] {attachments:file} [file|files|attachment|attachments|document]") { IsOfPart = true },
                    new EventWording("[a|an|any|all] [new] [email|gmail] (attachment|attachments) (received|arrives|arrive|comes in|come in|is received|are received|in gmail|in my inbox|by email)") { Field = "hasAttachment", Value = "true", IsOfPart = true },
                    new EventWording("[a|an|any|all] [new] (email|gmail) (attachment|attachments)") { Field = "hasAttachment", Value = "true", IsOfPart = true },
                    new EventWording("(someone|somebody|anyone|anybody|people) (sends|send|emails|email) (me|us) [a|an|any] (attachment|attachments|file|files)") { Field = "hasAttachment", Value = "true", IsOfPart = true },
                    "(someone|somebody|anyone|anybody|people|a customer|customers|anyone who|everyone who|every person who|each person who|people who|whoever|everybody who) (emails|email|mails|writes to|contacts|messages|writes|is emailing|writing to|emailing|who writes to|who emails) {to:address}",
                    "(someone|somebody|anyone|anybody|people|a customer|customers|anyone who|everyone who|whoever) (sends|send) [an|a] [new] " + Noun + " to {to:address}",
                    "(someone|somebody|anyone|anybody|people|anyone who|everyone who|a person|whoever) (emails|email|mails|writes to|messages|contacts|writes|is contacting) (me|us)",
                    "(someone|somebody|anyone|anybody|people) (sends|send) (me|us) [an|a] [new] " + Noun,
                    "{from:address} [ever] (emails|mails|messages|writes) [back|again]",
                    "{from:role} [ever] (emails|mails|messages)",
                    "(someone|somebody|anyone|anybody) (at|from) {from:address} [ever] (emails|mails|messages|writes)",
                    "{from} [ever] (writes|wrote|replies|gets in touch|gets back to me|reaches out|reaches out to me|sends something|sends me something|sends us something|sends anything|sends an email|sends a message|contacts me)",
                    new EventWording("(someone|somebody|anyone|anybody|people|everyone) (other than|besides|except|but|apart from) {from} (emails|mails|writes to|messages|contacts) (me|us)") { Negated = true },
                    new EventWording("(someone|somebody|anyone|anybody|people|everyone) (other than|besides|except|but|apart from) {from} (sends|send) (me|us) [an|a] [new] " + Noun) { Negated = true },
                ],
            },
            new TriggerInfo("email.sent", Email, "you send an email")
            {
                HappensWithItem = true,
                Openings = ["(i|we|i've|we've) [ever|just] (send|write|sent|have sent|have just sent) [out]"],
                Adjectives = ["sent", "outgoing", "outbound", "new sent", "new outgoing", "newly sent"],
                Closings = ["(is sent by me|are sent by me|i send|that i send|i sent|that i sent|i write|sent by me|leaves my outbox|leaves my account|(goes|go|is going|are going|going) out [from (me|my account|my gmail|my mailbox)])"],
                Sentences = ["(i|we) (email|e-mail|mail|write to) {to}"],
            },
            new TriggerInfo("email.starred", Email, "you star an email")
            {
                IsByHand = true,
                Openings = ["[i|we] (star|starr|stars|starred|starring|put a star on|add a star to)", "(i've|we've|i have|we have) [just] (starred|put a star on|added a star to)"],
                Adjectives = ["starred", "newly starred", "new starred"],
                Closings = ["(is starred|gets starred|are starred|get starred|i star|that i star|starred by me)"],
            },
            new TriggerInfo("email.labeled", Email, "you label an email")
            {
                AddsTo = "labels",
                Closings =
                [
                    "[that] (i|we) (label|tag|mark) [as|with] {labels}",
                    "(gets|is given|is assigned|receives) [the|a] (label|tag) {labels}",
                    "get (the|a) (label|tag) {labels}",
                    "(gets|is given|is assigned|receives) [the|a] {labels} label",
                    "get (the|a) {labels} label",
                    "(gets|get|is|are|was|has been) (labelled|labeled|tagged) [as|with] {labels}",
                ],
                Sentences =
                [
                    $"(i|we|i've|we've|i have|we have) [just] (label|tag|labelled|labeled|tagged) ([an|any|a] [new] {Noun}|something|anything|one) [as|with] {{labels}}",
                    $"(i|we) (give|assign) [an|any|a] [new] {Noun} [the|a] (label|tag) {{labels}}",
                    $"(i|we) (give|assign) [an|any|a] [new] {Noun} [the|a] {{labels}} (label|tag)",
                ],
                Openings = ["(i|we|i've|we've|i have|we have) [just] (label|tag|labelled|labeled|tagged) [as {labels}]", "(i|we) (add|apply|put|attach) [the|a] (label|tag) {labels} (to|on)", "(i|we) (add|apply|put|attach) [the|a] {labels} (label|tag) (to|on)", "(i|we) (put|stick) {labels} on"],
            },
        ],
        Tools = [.. Mail, .. Keeping],
    };
}
