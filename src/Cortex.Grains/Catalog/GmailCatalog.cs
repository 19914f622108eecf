using Cortex.Programs;

namespace Cortex.Catalog;

/// <summary>Google Mail.</summary>
internal static partial class GmailCatalog
{
    private const string Noun = "(email message|gmail message|gmail email|gmail messages|gmail emails|email messages|mail message|email|e-mail|gmail|mail|message|emails|e-mails|mails|messages|gmails|conversation|correspondence|letters|thread|email thread|gmail conversation|conversations|threads)";

    private const string Anybody = "(someone|somebody|anyone|anybody|people|everyone|everybody|a person)";

    /// <summary>Between "anybody" and the person who is excepted.</summary>
    private const string ButNot = "(outside|outside of|other than|besides|except|except for|but|apart from|who isn't|who is not|who's not|who aren't|who are not|that isn't|that is not|that's not|that aren't)";

    /// <summary>Before a sender's name.</summary>
    private const string Somebody = "[that|which] [is|are|was|were|comes|come|came] [sent] (from|by) (someone|somebody|anyone|anybody|people|a person|a sender|senders|any sender)";

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
            Synonyms = ["sender address", "sender's address", "from address", "sender's email", "sender email", "sender's email address", "sender email address", "address of the sender", "send address", "email sender", "from", "sender addresses", "sender's e-mail", "sender e-mail", "sender e-mail address", "email address of the sender", "email of the sender", "from email", "from email address"],
            Prepositions = ["from", "sent by", "sent from", "coming from", "that comes from", "that come from", "originating from", "that originate from", "by", "from the address", "from address", "from the email address", "from email address", "received from", "landing from", "arriving from", "that arrives from", "that arrive from", "that is from", "that are from", "from the sender", "from sender"],
            DisplayName = "fromName",
            Wordings = [new Wording("[and|where|when|if] [the] (sender's domain|sender domain|sender's email domain|domain of the sender|from domain) (is|equals|=|:) {value:address}", Operator.Equals), new Wording("from [an|any|someone with an] (address|addresses|email address|sender|senders|domain|domains) (ending|that ends|that end|which end|which ends) (in|with) {value:ending}", Operator.EndsWith),
                new Wording("from [an|any|a|someone with an] (address|addresses|email address|sender|senders|domain|domains) (containing|that contains|that contain|which contain|which contains|with) [the word|the words|the text] {value:quoted}", Operator.Contains)],
        },
        new ItemField("fromName", FieldKind.Text, "sender's name", "Ana Lopes") { Synonyms = ["sender name", "name of the sender", "from name", "sender's full name", "name of sender", "sender names", "from names", "sender's display name"],
            HoldsNames = true,
            Wordings =
            [
                new Wording("[where|when|if] the sender (is|'s) (called|named) {value:exact}", Operator.Contains),
                new Wording($"{Somebody} (with|having|who has|that has|who have) [the word|the words|the text] {{value:quoted}} (in|within|as) (the|their|his|her|his or her) [sender|sender's|display|full|from] (name|names)", Operator.Contains),
                new Wording($"{Somebody} whose [sender|full] (name|names) (has|have|contains|contain|includes|include|is|are) [the word|the words|the text] {{value:quoted}} [in it]", Operator.Contains),
                new Wording($"{Somebody} whose [sender|full] (name|names) (doesn't contain|does not contain|doesn't include|does not include|doesn't have|does not have|lacks) [the word|the words|the text] {{value:quoted}} [in it]", Operator.Contains, Negated: true),
                new Wording($"{Somebody} whose [sender|full] (name|names) (isn't|is not) {{value:quoted}}", Operator.Equals, Negated: true),
                new Wording($"{Somebody} [who is|who's|that is] (named|called|by the name of|with the name|with the name of|going by) {{value:quoted}}", Operator.Contains),
            ],
        },
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
        new ItemField("subject", FieldKind.Text, "subject", "Invoice 2231") { Synonyms = ["subject line", "title", "email subject", "subject field", "header", "email subject line", "email's subject", "subjects", "subject lines", "titles", "heading"], Wordings = [new Wording("[that|which] [is|are] (titled|entitled) {value:quoted}", Operator.Contains), new Wording("about {value:quoted} in the (subject|subject line|title)", Operator.Contains)] },
        new ItemField("snippet", FieldKind.Text, "preview", "Hello, please find attached") { Synonyms = ["snippet", "snippets", "email snippet", "message snippet", "preview text", "email preview"], IsProse = true },
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
                new KnownValue("IMPORTANT", "important") { Adjectives = ["important", "important marked", "marked important", "important-marked"], ContraryAdjectives = ["unimportant", "not important", "non-important", "non important", "nonimportant", "un-important", "not-important", "not marked important", "not marked as important"] },
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
                new Wording("[that|which] (is not|isn't|are not|aren't|not|has not been|hasn't been) (labelled|labeled|tagged) [as|with] {value}", Operator.Contains, Negated: true),
                new Wording("[that|which|that's|that're] [is|are|was|were|has been|have been|be|being] (marked|flagged) [as|with] {value:known}", Operator.Contains),
                new Wording("[that|which] [is|are|was|were|has been] marked [as|with] {value:mark}", Operator.Contains),
                new Wording("[that|which] [gmail|google] (puts|files|sorts|places|categorizes|put|filed|sorted) [it|them] (under|in|into|as) [the] {value:known} [tab|category|folder|section]", Operator.Contains),
                new Wording("(that|which) (carry|carries|bear|bears) [the|my|a|an] {value} (label|tag)", Operator.Contains),
                new Wording("(that|which) (carry|carries|bear|bears) [the|my|a|an] (label|tag) {value}", Operator.Contains),
                new Wording("[that|which] (is|are) {value:known}", Operator.Contains),
                new Wording("[that|which] (is not|are not|isn't|aren't|not) [marked as|marked|flagged as|flagged] {value:known}", Operator.Contains, Negated: true),
                new Wording("(that|which) (gmail|google) (marks|flags|considers|deems|regards|thinks|thinks are|thinks is|has marked|has flagged|marked|flagged) [as] [to be|being] {value:known}", Operator.Contains),
                new Wording("[that|which] [is|are] (with|has|have|having|had|carrying|carries|carry|bearing|bears) [the|a|an] {value} as [a|an|the|its|their|one of its] (label|tag)", Operator.Contains),
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
                new Wording("[that|which] [it|the email|the message] (with|has|have|having|containing|contains|including|includes|carrying|there's|there is|comes with|come with) [a|an|any] {value:file} (file|files) [in it|with it|to it|on it|inside|attached]", Operator.Contains),
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
                new Wording("[that|which|it|the email|the message|and] (with|has|have|having|that has|that have|containing|contains|contain|includes|include|including|carrying|carries|carry|bears|bear|bearing|there's|there is|there are|comes with|come with) [an|any|a|some] (attachment|attachments|file attachment|file attachments|attached file|file attached|files attached|file|files) [in it|attached|with it|on it|attached to it|to it]", Operator.Equals),
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
        VagueNouns = ["everything", "anything", "something", "something new", "anything new", "whatever", "stuff", "things", "it all"],
        IsMeantByFields = true,
        SemanticAdjectives =
        [
            "urgent", "angry", "suspicious", "rude", "negative", "positive", "spammy", "interesting", "relevant", "irrelevant", "boring", "funny", "sad", "friendly", "polite", "aggressive", "threatening",
            "time-sensitive", "high priority", "low priority", "critical", "confidential", "sensitive", "useless", "unwanted", "unsolicited", "work-related", "job-related", "unhappy", "upset", "happy",
        ],
        Sorts =
        [
            "receipt", "invoice", "order", "rejection", "rejection letter", "warranty claim", "insurance claim", "lab result", "test result", "exam result", "report card", "job posting", "job alert", "price alert", "petition", "giveaway", "discount code", "flyer", "brochure", "certificate", "eviction notice", "work order", "schedule change", "flight change", "bill", "newsletter", "statement", "quote", "contract", "application", "job application", "resume", "cv", "inquiry", "enquiry", "complaint", "question", "support request", "help request", "request",
            "feedback", "survey", "invitation", "promotion", "ad", "advertisement", "offer", "job offer", "coupon", "voucher", "order confirmation", "booking confirmation", "reservation", "confirmation", "itinerary",
            "boarding pass", "ticket confirmation", "shipping notification", "delivery notification", "shipping confirmation", "shipping update", "tracking update", "password reset", "verification code", "security alert", "login alert", "phishing attempt", "scam", "notice", "announcement", "memo", "leave request", "vacation request", "time-off request", "pricing request", "demo request", "donation request", "permission slip", "sick note", "absence note", "referral", "fine", "parking ticket", "tender", "meeting request", "press release",
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
            "thanks me", "thanks us", "thanks", "mentions", "brings up", "talks about", "praises", "follows up on", "follows up about", "chases me about", "chases us about", "reminds me about", "reminds us about", "warns me about", "warns us about", "gives feedback on", "gives feedback about", "is sorry for", "is late with", "would love to", "would love a", "has trouble with", "has an issue with", "has issues with", "threatens", "writes about", "is asking for", "is asking about", "is complaining about", "is looking for", "is interested in",
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
            "(in|into|on|to|at|under|hits|hit|hitting|reaches|reach|enters|within|inside|via|of) [my|the] [gmail|google mail|email|mail|e-mail] (inbox|inboxes|mailbox|account)",
            "(in|on|from|to|via|through|by|over|into|at|hits|hit|hitting|reaches|reach|within|inside|of) [my] (gmail|google mail|email|mail|emails|e-mail)",
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
                    new EventWording("(i|we) [just] (get|receive|have) [way] (too many|so many|a lot of|lots of|tons of|loads of|a ton of)") { IsRemark = true },
                    new EventWording("(i|we) [really|just] (hate|dislike|despise) [all] [the|these|those]") { IsRemark = true },
                    new EventWording("(i'm|i am|we're|we are) [so|really|a bit|just] (sick|tired|fed up|sick and tired|bored|overwhelmed|flooded|swamped|drowning) (of|with|by|in) [getting|receiving|reading|seeing] [all] [the|these|those]") { IsRemark = true },
                    "(i|we) have (got|received)",
                    "[there is|there's|i have|i get] (something|anything) new (in|on|from) [any of] [the]",
                    $"{Anybody} [ever] (emails|email|e-mails|sends|send|sent|mails|writes|forwards|is sending|sending|is emailing|emailing) (me|us)",
                    "{from} [ever] (sends|send|sent|has sent|has just sent|just sent|is sending|sending|is emailing|emailing|writes|forwards|shoots|drops|fires off) (me|us)",
                    new EventWording($"{Anybody} [who is|who's|that is] (named|called) {{fromName:quoted}} [ever] (sends|send|sent|has sent|emails|is sending) (me|us)") { Op = Operator.Contains },
                    new EventWording($"{Anybody} {ButNot} {{from}} [ever] (sends|send|sent|is sending|sending|is emailing|emailing|emails|writes) (me|us)") { Negated = true },
                    "(i'm|i am|we are|we're) (getting|receiving|sent)",
                    "[on|upon|after|at] [the] (receipt|arrival) of",
                    "[i get|there is|there are|there's|there has been|there have been|i have] [any|new|all|some|any new|the|my|all my|any of my] [new] (changes or updates|updates or changes|changes and updates|updates and changes|changes|change|updates|an update|a change|update|an important update|a new update|modifications) [coming|made|that are made|are made|is made|happening] (to|in|of|with|about|from|on|for|within|across|regarding|concerning|inside) [any of] [the]",
                    new EventWording("[i get|there is|there are|there's|there has been|there have been|i have] [any|all|some|an|the|my] [new] important (changes|change|updates|update) (to|in|of|with|about|from|on|for|within) [any of] [the]") { Field = "labels", Value = "IMPORTANT", Op = Operator.Contains },
                    "(my inbox|my email box|my mailbox|gmail|my gmail|my gmail account|my gmail inbox|my email account|my email inbox|my mail account|my account|my email) (gets|get|receives|receive|has received|has gotten|sees|picks up)",
                    new EventWording("{body:quoted} (appears|is mentioned|shows up|comes up|is found|is contained|occurs|is used) [somewhere|anywhere] (in|within|inside)") { Op = Operator.Contains },
                    new EventWording("(it's|it is)") { NeedsOpener = true },
                    "(there is|there's|there are|there comes|receive~|received|receiving|getting|got|have got|just got)",
                ],
                Closings =
                [
                    "(arrives|arrive|comes in|come in|comes through|comes|come|came in|comes to me|is received|are received|is delivered|gets delivered|lands|land|gets here|gets in|shows up|appears|reaches me"
                        + "|arriving|that arrives|that arrive|that comes in|that come in|that i get|that i receive|i get|i receive|received|i have received|i got|that i got|is coming in|are coming in|coming in|coming|is sent to me|are sent to me|sent to me|hits|turns up|comes up|come up|pops up|pop up|drops in|reaches us|is there)",
                    new EventWording("(comes in|come in|arrives|arrive|comes|come|lands|land|is|are|meant|intended) for {to:address}"),
                    new EventWording("(hits|reaches|lands at|lands in|landing at|arriving at|coming in at|goes to|arrives at|comes in to|comes in at|comes to|comes into|gets to|is addressed to|is sent to|turns up at|sent to) {to:address}"),
                    new EventWording("[that|which] {from:address} (sends|sent|writes|emails) [to] [me|us]"),
                    new EventWording("[that|which] {from:role} (sends|writes|emails) [to] [me|us]"),
                    new EventWording("[that|which] {from:name} (sends|sent|writes|emails) [to] (me|us)"),
                    new EventWording("(that|which) {from:name} (sends|sent|writes|emails) [to]"),
                    "(arrive|arrives|come|comes|come in|comes in) (by|via) (mail|email|e-mail)",
                    "(clutter|clutters|fill|fills|flood|floods|clog|clogs|swamp|swamps) [up] (my|the|our) (inbox|mailbox)",
                    "(gets to|get to|got to|makes it to|make it to|gets into|get into|ends up in|drops into|is in) [my|the] [gmail|google mail|email|mail|e-mail] (inbox|mailbox|account|gmail)",
                    "[happen to|happens to|just] (update|updates|updated|updating|change|changes|changed|changing)",
                    "(is|are|was|were|be|being|gets|get|got|getting|has|have|has just|have just|has been|have been|is being|are being) (updated|changed|modified)",
                    "(gets|get|got|has|have|receives|receive|sees|see) (an|any|a|some|a new) (update|updates|change|changes)",
                    "(has|have|has just|have just|just) (come in|arrived|landed|been received|shown up|come through|turned up|come|came in)",
                    new EventWording("(gets|get|got) (marked|flagged) [as] important [by gmail|by google|in gmail]") { Field = "labels", Value = "IMPORTANT", Op = Operator.Contains },
                ],
                Sentences =
                [
                    "[there is|there's|there are|i get|i have] [any|all|all the|new|some|any new|the|a|an] (changes or updates|updates or changes|changes|updates|change|update|activity) (to|in|of|on|for|from|with|about|within) [my|the] (gmail|google mail|email|mail|e-mail) (inbox|mailbox|account)",
                    new EventWording($"{Anybody} [who is|who's|that is] (named|called) {{fromName:quoted}} [ever] (emails|mails|writes to|writes|messages|contacts) (me|us)") { Op = Operator.Contains },
                    "{from} [ever] (emails|mails|e-mails|messages|writes to|writes|contacts|email|mail|message|write to|has emailed|has written to|emailed) (me|us|my gmail account|my gmail|my email account|my email address|my email|my inbox|my account) [back|again]",
                    new EventWording("(gmail|google|google mail) (flags|marks|flag|mark|has flagged|has marked) [an|a|any|the] [new|incoming] " + Noun + " [as|as being] important") { Field = "labels", Value = "IMPORTANT", Op = Operator.Contains },
                    "{from} [ever] (sends|send|writes|write) (me|us) [an|a|any] [new] " + Noun,
                    "{from} [ever] (sends|send) [an|a|any] [new] " + Noun + " [to (me|us)]",
                    "(i get|i am|i'm) emailed by {from}",
                    new EventWording("[the word|the words|the phrase|the term|the text] {subject:quoted} (appears|is mentioned|shows up|comes up|is found|is|occurs|turns up) [somewhere|anywhere] (in|within) [a|an|the|any] [new|email|email's|mail's] (subject|subject line|title)") { Op = Operator.Contains },
                    new EventWording("[a|an|any|all] [new] {attachments:file} (attachment|attachments|file|files) [arrives|arrive|comes in|come in|is received|are received]") { IsOfPart = true },
                    new EventWording("[there is|there's|there are] [a|an|any] {attachments:file} [file|files|attachment|attachments] (on|in|attached to|with) ([an|a|any|the] [new] " + Noun + ")") { IsOfPart = true },
                    new EventWording("(someone|somebody|anyone|anybody|people) (sends|send|emails|email) (me|us) [a|an|any] {attachments:file} [file|files|attachment|attachments|document]") { IsOfPart = true },
                    new EventWording("(i|we) [ever|just] (get|receive|got|am sent|are sent) [a|an|any] [new] {attachments:file} [file|files|attachment|attachments|document|documents] [by (email|mail)]") { IsOfPart = true },
                    new EventWording("{from} [ever] (sends|emails|mails|forwards) [me|us] [a|an|any|some] [new] {attachments:file} [file|files|attachment|attachments|document|documents]") { IsOfPart = true },
                    new EventWording("[a|an|any|all] [new] [email|gmail] (attachment|attachments) (received|arrives|arrive|comes in|come in|is received|are received|in gmail|in my inbox|by email)") { Field = "hasAttachment", Value = "true", IsOfPart = true },
                    new EventWording("[a|an|any|all] [new] (email|gmail) (attachment|attachments)") { Field = "hasAttachment", Value = "true", IsOfPart = true },
                    new EventWording("(someone|somebody|anyone|anybody|people) (sends|send|emails|email) (me|us) [a|an|any] (attachment|attachments|file|files)") { Field = "hasAttachment", Value = "true", IsOfPart = true },
                    "(someone|somebody|anyone|anybody|people|a customer|customers|anyone who|everyone who|every person who|each person who|people who|whoever|everybody who) (emails|email|mails|writes to|contacts|messages|writes|is emailing|writing to|emailing|who writes to|who emails) {to:address}",
                    "(someone|somebody|anyone|anybody|people|a customer|customers|anyone who|everyone who|whoever) (sends|send) [an|a] [new] " + Noun + " to {to:address}",
                    "(someone|somebody|anyone|anybody|people|anyone who|everyone who|a person|whoever) (emails|email|mails|writes to|messages|contacts|writes|is contacting) (me|us)",
                    "(someone|somebody|anyone|anybody|people) (sends|send) (me|us) [an|a] [new] " + Noun,
                    "{from:address} [ever] (emails|mails|messages|writes) [back|again]",
                    "{from:role} [ever] (emails|mails|messages)",
                    "{whom} [ever] (emails|mails|e-mails|messages|writes|replies|answers|contacts) [to] [me|us] [back|again] {from:bracketed}",
                    "(i|we) (get|receive) [an|a] [new] " + Noun + " at {to:address}",
                    new EventWording("{from} [ever] (emails|e-mails|messages)") { NeedsOpener = true },
                    "(someone|somebody|anyone|anybody) (at|from) {from:address} [ever] (emails|mails|messages|writes)",
                    "{from} [ever] (drops|shoots|sends) (me|us) (a line|a few lines|a note|a quick note|a quick line|one|something)",
                    "{from} [ever] (writes|replies) (back|again)",
                    "{from} [ever] replies to (me|us)",
                    "{from} [ever] (writes|wrote|replies|gets in touch|gets back to me|reaches out|reaches out to me|sends something|sends me something|sends us something|sends anything|sends an email|sends a message|contacts me)",
                    new EventWording($"{Anybody} {ButNot} {{from}} (emails|mails|writes to|messages|contacts) (me|us)") { Negated = true },
                    new EventWording($"{Anybody} {ButNot} {{from}} (sends|send) (me|us) [an|a] [new] {Noun}") { Negated = true },
                ],
            },
            new TriggerInfo("email.sent", Email, "you send an email")
            {
                Person = "{{ to }}",
                HappensWithItem = true,
                Openings = ["(i|we|i've|we've) [ever|just] (send|write|sent|have sent|have just sent) [out]", "(i|we|i've|we've) [ever|just] (hit|press|click|clicked|pressed) send on"],
                Adjectives = ["sent", "outgoing", "outbound", "new sent", "new outgoing", "newly sent"],
                Closings = ["(is sent by me|are sent by me|i send|that i send|i sent|that i sent|i write|sent by me|leaves my outbox|leaves my account|(goes|go|is going|are going|going) out [from (me|my account|my gmail|my mailbox)])"],
                Sentences = ["(i|we) (email|e-mail|mail|write to) {to}"],
            },
            new TriggerInfo("email.starred", Email, "you star an email")
            {
                IsByHand = true,
                Openings =
                [
                    "(i|we) (star|starr|put a star on|add a star to|stick a star on|slap a star on|give a star to)",
                    "[i|we] (stars|starred|starring)",
                    new EventWording("(star|starr|put a star on|add a star to)") { NeedsOpener = true },
                    "(i've|we've|i have|we have) [just] (starred|put a star on|added a star to)",
                ],
                Adjectives = ["starred", "newly starred", "new starred"],
                Closings = ["(is starred|gets starred|are starred|get starred|i star|that i star|starred by me)"],
            },
            new TriggerInfo("email.labeled", Email, "you label an email")
            {
                AddsTo = "labels",
                Adjectives = ["newly labeled", "newly labelled", "new labeled", "new labelled"],
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
                    $"(the|a) (label|tag) {{labels}} (is|gets|has been|was) [just] (put|added|applied|attached|given|assigned) (on|to) ([a|an|any] [new] {Noun}|something|anything)",
                    $"(the|a) {{labels}} (label|tag) (is|gets|has been|was) [just] (put|added|applied|attached|given|assigned) (on|to) ([a|an|any] [new] {Noun}|something|anything)",
                    $"(i|we|i've|we've|i have|we have) [just] (label|tag|labelled|labeled|tagged) ([an|any|a] [new] {Noun}|something|anything|one) [as|with] {{labels}}",
                    $"(i|we) (give|assign) [an|any|a] [new] {Noun} [the|a] (label|tag) {{labels}}",
                    $"(i|we) (give|assign) [an|any|a] [new] {Noun} [the|a] {{labels}} (label|tag)",
                ],
                Openings = ["(i|we|i've|we've|i have|we have) [just] (label|tag|labelled|labeled|tagged) [as {labels}]", "(i|we) (add|apply|put|attach|stick|slap) [the|a] (label|tag) {labels} (to|on)", "(i|we) (add|apply|put|attach|stick|slap) [the|a] {labels} (label|tag) (to|on)", "(i|we) (put|stick|slap) {labels} on"],
            },
        ],
        Tools = [.. Mail, .. Keeping],
    };
}
