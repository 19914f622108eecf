namespace Cortex.Catalog;

/// <content>What steps write: emails, replies, drafts.</content>
internal static partial class GmailCatalog
{
    private const string Saying = "(saying|that says|which says|by saying|to say|and say|stating|that reads)";

    private const string WithSubject = "[on gmail|via gmail] [and|,] [with|use|using] [the|a] (subject line|subject|title) [of|:|containing|is]";

    private const string WithBody = "[as a keyword] [on gmail|via gmail] (with|and|, with|and with|containing|including|, and) [the|a|this] (text|body|message|content|words|note) [of|:|is]";

    private const string Send = "(send~|write~|shoot~|trigger~|fire~ off|dispatch~|put~ out|set~ off|kick~ off|generate~) [out|off|back] [a|an|another|the] [new|short|quick|automatic|automated|brief]";

    private const string Verb = "(email~|e-mail~|mail~|message~|write to)";

    private const string Forward = "(forward~|redirect~|route~|reroute~|pass~|fwd|auto-forward~|relay~|shoot~|hand~)";

    private const string Back = "[to] [it|them|the email|the message|the mail|the sender|that email|this email|back|him|her|each one|the person|the customer] [back]";

    private const string Reply = "(reply~|respond~|answer~|auto-reply|auto-respond|autoreply|write~ back|get~ back)";

    private const string MakeDraft = "(create~|prepare~|write~|save~|make~)";

    private const string DraftedReply = "[short|quick|polite|friendly|warm|nice|kind|formal|brief|first] [draft|drafted] (reply|answer|response|follow-up|followup|follow up|decline|refusal|rejection|acceptance|acknowledgement|acknowledgment|confirmation|thank-you note|thank you note|thank-you|thank you|apology)";

    /// <summary>Where a text is described instead of said, so that AI writes it.</summary>
    private const string Describing = $"({Descriptions})";

    private const string Descriptions =
        "proposing|suggesting|declining|giving|listing|asking|thanking|telling|reminding|inviting|explaining|apologizing|apologising|congratulating|welcoming|informing|confirming|offering|warning|introducing|letting|requesting|to ask|to thank|to tell|to remind|to invite"
        + "|to explain|that thanks|that asks|that tells|that explains|that declines|that confirms|that invites|that proposes|that offers|that apologizes|that apologises|that acknowledges|which thanks|which asks|which explains|to apologize|to apologise|to congratulate|to welcome|to inform|to confirm|to let|to request|to say sorry|with details|with information";

    /// <summary>The same of a draft, which its user reads before it is sent.</summary>
    private const string DescribingDraft =
        $"({Descriptions}|that includes|that mentions|that contains|that links to|that points to|that points them to|that has|that gives|that answers|which includes|which mentions|mentioning|including|pointing to|linking to|containing)";

    /// <summary>Ways to say what goes into an email.</summary>
    private static IReadOnlyList<string> Contents =>
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
        "asking [:] {body:quoted}",
        $"{Linking} {{body:url}}",
        $"with {{body:reference}} {AsBody}",
        $"with {{subject:reference}} {AsSubject}",
        $"with {{subject:quoted}} {AsSubject}",
        $"with {{subject:quoted}} {AsSubject} and {{body:quoted}} {AsBody}",
        $"with {{subject:reference}} {AsSubject} and {{body:reference}} {AsBody}",
        $"{WithSubject} {{subject}} [and|,] {{body:reference}} {AsBody}",
        $"{WithSubject} {{subject}} [and|,] {{body:quoted}} {AsBody}",
    ];

    private const string Linking = "(with|including|containing) [a|the|our|my|this] [feedback|review|survey|booking|download|sign-up|signup|registration|payment|meeting|video|zoom|form] (link|url) [:|to]";

    private const string AsBody = "(as|in|for) [the|its] (body|text|message|content)";

    private const string AsSubject = "(as|in|for) [the|its] (subject line|subject|title)";

    private static IReadOnlyList<string> Letters =>
    [
        $"{Send} ({Letter}|{Noun}) [via gmail|from gmail|in gmail|through gmail|with gmail] to {{to}}",
        $"(send~|email~|write~|shoot~|drop~) {{to}} [back] [a|an] [new|quick|short|automatic] ({Noun}|email notification|email alert|email reminder)",
        "(send~|email~) {to:person} [a|an|the] [quick|short|friendly|kind|little] (reminder|note|heads-up|heads up|message|notification|update|notice)",
        "send~ [a|an|the] [quick|short|friendly|kind|little] (reminder|email reminder|heads-up|heads up|update|notice) to {to}",
    ];

    /// <summary>Emails of a named sort: "a thank-you email".</summary>
    private static IReadOnlyList<string> LettersOfSort =>
    [
        $"{Send} {{sort:few}} ({Letter}) [via gmail] to {{to}}",
        $"(send~|email~|write~|shoot~) {{to}} [a|an] {{sort:few}} ({Letter})",
    ];

    private const string Letter = "email|e-mail|mail|message|note|email notification|email message";

    /// <summary>Words before "reply" that add nothing where its text is given.</summary>
    private const string Plainly = "[quick|short|brief|automatic|automated|auto|confirmation|standard|canned|acknowledgement|acknowledgment|thank-you|thank you|polite|friendly]";

    /// <summary>That what is written is not sent.</summary>
    private const string Kept = "[,] and (save|keep|leave|store|put) it (as a draft|as an email draft|as a gmail draft|in [my|the] [gmail] drafts|in [my|the] drafts folder|among my drafts)";

    private static Dictionary<string, string> AsReply => new() { ["reply"] = "true" };

    private static Dictionary<string, string> ToPerson => new() { ["to"] = "{person}" };

    private static IReadOnlyList<ToolInfo> Mail =>
    [
        new ToolInfo("gmail.send_email", "send an email", "send an email to {to}[, copied to {cc},] with {subject} as the subject and {body} as the text")
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
                // What such a letter says is not what the item holds: unless it is said, AI writes it.
                .. Combined.Of(LettersOfSort, Contents).Select(phrase => phrase.Contains("{body", StringComparison.Ordinal) ? phrase : new ToolPhrase(phrase) { Drafted = "body", MayCarry = true }),
                .. Combined.Of([$"{Verb} {{to}}"], Contents).Select(phrase => (ToolPhrase)phrase),
                .. Combined.Of([.. Letters, .. LettersOfSort, $"{Verb} {{to}}"], [$"{Describing} {{about}}"]).Select(phrase => new ToolPhrase(phrase) { Drafted = "body" }),
                .. Combined.Of(["(send~|email~|mail~|give~) {to} [a|an|the] [short|ai|brief|quick]", "(send~|email~|mail~|write~) [a|an|the] [short|brief]"], ["(summary|recap|digest) [email|mail|message|note] [of it|of the email|of (the|its) (meeting|event|description|case|lead|deal|opportunity|content|contents)]", "(summary|recap|digest) [email|mail|message|note] [of it] to {to}"])
                    .Where(phrase => phrase.Contains("{to}", StringComparison.Ordinal) && phrase.IndexOf("{to}", StringComparison.Ordinal) == phrase.LastIndexOf("{to}", StringComparison.Ordinal))
                    .Select(phrase => new ToolPhrase(phrase) { IsSummary = true }),
                $"(email~|mail~|send~|tell~|show~) {{to}} {{body:reference}}",
                $"{Verb} {{body:reference}} to {{to}}",
                "(send~|forward~|pass~ on) {body:reference} [on|over] to {to}",
                "(forward~|pass~) (the details|all details|the info|the information) [on|over] to {to}",
                "send~ (it|this|that|them|the details|everything|the event|a copy|the info|the information|all details) [on|over|off] to {to}",
                "send~ to {to}",
                "(=|->|→|=>|-->|==>) [a|an] (email|e-mail|mail|message) to {to:written}", new("{to:written} (should get|should receive|must get|must receive|needs|needs to get|has to get|gets|is to get|is sent) [a|an] [quick|short|automatic] (email|e-mail|mail|message)") { IsOfMade = true },
                .. Combined.Of(["(i'd like|i'd appreciate|i'd love|i want|i would like|i need|we'd like|we want|we would like|we need|have) (a|an) [new] [quick|short] (email|mail|message|email alert|email notification|email message) (sent|to be sent|to go|going out|to go out|go out|go|fired off|sent off|sent out|out|at) [to] {to:written}"], Contents).Select(phrase => (ToolPhrase)phrase),
                new("(get~|receive~|i'd like|i'd appreciate|i'd love|i want|i would like|i would appreciate|i need) [a|an] [automatic|quick] (email|e-mail|mail) [notification|alert|reminder|message]") { Given = new Dictionary<string, string> { ["to"] = "me" } },
                "(send~|email~|mail~) {to} (a|the|our|my|this) [feedback|review|survey|booking|download|sign-up|signup|registration|payment|meeting|video|zoom|form] (link|url) [:|to] {body:url}",
                "(send~|write~) {to:person} {body:quoted}",
                "send~ {body:quoted} to {to}",
                .. Combined.Of(["drop~ [a|an] [quick|short] (email|e-mail|mail) to {to}"], Contents).Select(phrase => (ToolPhrase)phrase),
                "(drop~|send~|write~) (a line|a few lines|a note|a message) to {to}", "(drop~|send~|write~) {to} (a line|a few lines|a note)",
                "(email~|mail~) (it|this|them|the details|everything|the info|the event) to {to}",
                $"{Verb} {{to}} (about it|about this|about that|of it)",
                "send~ (me|us) [a|an] [quick|short] (email|mail|message) (at|to) {to:written}",
                $"{ToolPhrase.Be} (emailed|mailed|e-mailed|sent|reported|forwarded) to {{to}}",
                new("(thank~|congratulate~|welcome~|greet~) {to:person} (by email|via email|by mail|with an email|in an email|by sending an email)") { Drafted = "body" },
                "(reply~|respond~) to {to} with the (event|meeting|details|lead|case|record)",
                "(let~) {to:person} know [about it|by email]",
                "let~ {to:written} know [about it|by email]",
                "let~ {:name} know (at|on|via) {to:written}",
                "let~ (my|our|the) {whom:few} know (at|on|via) {to:written}",
                "(notify~|inform~|alert~|tell~|warn~) {to:other} [by email|via email|by mail|in an email|about it|of it|of this|about this]",
                "(notify~|inform~|alert~|tell~) {to:other} (that|saying|with the message|with) {body}",
            ],
            EventPhrases =
            [
                "(let~) {to:written} know [about|of] {event}",
                "(email~|mail~) {event} to {to}",
                "(email~|mail~|notify~|tell~|inform~|alert~) {to:written} (about|of|on) {event}",
                new("(email~|mail~) {event} [saying|with|with the text|:|that] {body:quoted}") { Given = ToPerson },
                new("(send~|write~) [an|a] [automatic] (email|mail|message|e-mail) to {event} (saying|with|with the text|:|that says) {body:quoted}") { Given = ToPerson },
                new("(send~|write~) [a|an|the] {sort:few} (email|mail|message|e-mail) to {event} (saying|with|with the text|:|that says) {body:quoted}") { Given = ToPerson },
                new("{event} (should get|should receive|must get|must receive|gets|receives|is sent|should be sent) [a|an|the] {subject:quoted} (email|mail|message|e-mail) [from my gmail|from me|via gmail|by gmail]") { Given = ToPerson },
                new("send~ {event} [the|an|this|a] [quick|short|automatic|welcome|friendly] (email|message|mail|e-mail) [saying|that says|with|with the text|:] {body:quoted}") { Given = ToPerson },
                new("(email~|mail~) {event} with [the] subject [line] {subject:quoted}") { Given = ToPerson },
                new("(send~|write~) [a|an|the] {sort:few} (email|mail|message|e-mail) to {event}") { Given = ToPerson, Drafted = "body" },
                "(email~|mail~|send~) {to} [all] [the|its] (details|info|information|particulars) (of|about|on|for) {event}",
                "(email~|mail~|send~) [all] [the|its] (details|info|information|particulars) (of|about|on|for) {event} to {to}",
                "(email~|mail~|send~) {to} {event} {body:reference}",
                "(email~|mail~|message~) {to:person} (of|on) {event} [saying|with|:|that] {body:quoted}",
                "(email~|mail~|message~) {body:quoted} to {to:person} (of|on) {event}",
                "(send~|write~) {to:person} (of|on) {event} [a|an|the] [quick|short|friendly] (email|e-mail|mail|message|note|reminder) [saying|with|:|that says] {body:quoted}",
                new("(send~|write~) {to:person} (of|on) {event} [a|an|the] [quick|short|friendly] (email|e-mail|mail|message|note|reminder)"),
                "(email~|mail~|notify~|remind~|inform~) {to:other} (of|on) {event}",
                "send~ {event} to {to} (by email|by mail|via email|in an email)",
                new("(greet~|welcome~|thank~) {event} (with an email|by email|by mail) [saying|:|that says] {body:quoted}") { Given = ToPerson },
                new("(send~|email~|mail~) [a|an|the] [short|quick|brief|one-line|two-line] (summary|recap|digest|gist) of {event} to {to}") { IsSummary = true },
            ],
            IncompletePhrases = [$"{Send} {Noun}", $"{Send} {{sort:few}} ({Letter})", Verb],
            EventsCaused = ["email.sent"],
        },
        new ToolInfo("gmail.reply", "reply", "reply with {body}")
        {
            Harm = new("reply to {items}", "replied to {items}") { IsToOthers = true },
            Inputs = [new ToolInput("body", InputKind.Text) { Question = "the text of the reply" }],
            Phrases =
            [
                "(get|gets|receive|receives) [a|an|the] [automatic|auto|standard|quick] (reply|answer|response|auto-reply) (saying|with|:|that says) {body:quoted}",
                $"{Reply} {Back} {Saying} {{body}}",
                $"{Reply} {Back} [with|:] [the|this|a] [text|message|words|note] [:] {{body:quoted}} [via gmail|by email|in gmail]",
                $"(send~|write~) [back] [them|him|her|the sender] [back] [a|an|the] {Plainly} (reply|answer|response) {Back} {Saying} {{body}}",
                $"(send~|write~) [back] [them|him|her|the sender] [back] [a|an|the] {Plainly} (reply|answer|response) {Back} [with|:] [the|this] [text|message|words] [:] {{body:quoted}}",
                $"(send~|write~) back [:] {{body:quoted}}",
                $"{Reply} {Back} [with] : {{body:rest}}",
                $"{Reply} {Back} with {{body:reference}}",
                $"{Reply} {Back} that {{body:told}}",
                $"{Reply} {Back} with [a|the|my|this] [link|url|address] [:|to] {{body:url}}",
                $"{Reply} {Back} with [a|the|my|our|this] {{what:few}} (link|url|page) [:|to] {{body:url}}",
                $"{Reply} {Back} with [a|the|my|our|this] {{what:few}} [at|here|under] [:] {{body:url}}",
                new($"{Reply} {Back} {Describing} {{about}}") { Drafted = "body" },
                new($"{Reply} {Back} (politely|kindly|nicely|warmly|briefly) that {{about}}") { Drafted = "body" },
                new($"(send~|write~) [back] [them|him|her] [a|an] [quick|short|polite] (reply|answer|response) {Back} {Describing} {{about}}") { Drafted = "body" },
            ],
            EventPhrases =
            [
                "(send~|give~) [back] [a|an|the] [quick|short|automatic|auto|automated] (reply|answer|response|auto-response|auto-reply|autoresponse|autoreply|auto reply|auto response) to {event} (with|saying|:|that says) {body:quoted}",
                "{event} (gets|get|receives|should get|should receive|must get|is to get) (this|the following) [back|in return|as a reply|as an answer|in reply] [:] {body:quoted}",
                "[i'd like|i want|i need|i would like] (a|an) [automatic|quick|standard] (reply|answer|response|auto-reply) [is] [going out|sent|to go out|to be sent|going|sent out] to {event} (with|saying|:|that says) {body:quoted}",
                "(reply|respond|auto-reply|auto-respond|autoreply|auto reply) [automatically|back] to {event} that {body:told}",
                "(reply~|respond~|auto-reply|auto-respond) to {event} with [a|the|my|this|our] {what:few} (link|url|page|address|card|form|site|list|calendar|guide|sheet) [:|to|at] {body:url}",
                "[i'd like|i want|i need|i would like] (a|an) [automatic|quick|standard] (reply|answer|response|auto-reply|auto reply|autoreply) (that says|saying|with the text|with) {body:quoted} (to|for) {event}",
                "(reply|respond|answer|auto-reply|auto-respond|autoreply|auto reply) [automatically|back] [to] {event} [with] : {body:rest}",
                "(reply|respond|auto-reply|auto-respond|autoreply|auto reply) [automatically|back] [with|saying] {body:quoted} to {event}", "(reply|respond|auto-reply|auto-respond) to {event} (with|saying|:) [the|this] [message|text|words|note] {body:quoted}", "(answer|auto-answer|autoanswer) {event} (with|saying|:) {body:quoted}",
                "(send~|give~) [back] [a|an|the] [quick|short|automatic|auto|automated] (reply|answer|response|auto-response|auto-reply|autoresponse|autoreply|auto reply|auto response) [saying|with|:] {body:quoted} to {event}", "(reply|respond|auto-reply|auto-respond) to {event} [with|saying|:] [:] {body:quoted}",
            ],
            IncompletePhrases = [$"{Reply} {Back}", "send [a] reply"],
            EventsCaused = ["email.sent"],
            ActsOn = "email",
        },
        new ToolInfo("gmail.forward", "forward", "forward it to {to}[ with {body} as a note]")
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
                $"{Forward} {It} [on|along|over] [to] {{to}} with {{body:quoted}} (on top|at the top|above it|as a note)",
                "share~ (it|this|that|them|those|the email|the message) with {to}",
                "[straight|right] on to {to}", "straight to {to}",
                "(send~|pass~|hand~) (those|these|each one|each of them|all of them|every one) [on|over|along|straight] to {to}",
                new("(a copy|copies) [of (it|them|each|each one)] (should|must|has to|have to|needs to|need to|is to|are to) (go|be sent) [on|over] to {to}") { IsOfMade = true }, new("(a copy|copies) (goes|go|is sent|are sent) [on|over] to {to}") { IsOfMade = true },
                "(->|→|=>|-->|==>) [to] {to:written}",
                $"{Forward} [a|the] copy [of (it|this|the email|the message|that email)] to {{to}}",
                "send~ (it|this|that|them|the email|the message|everything) [on|over|along|straight] to {to}",
                "send~ to {to}",
                "(email~|mail~) (it|this|them) to {to}",
                $"send~ [a|the] copy [of (it|this|the email|the message|that email)] to {{to}}",
                "(should|must|needs to|need to|has to|have to) (go|be sent|end up with|be with) [to] {to}",
                "(goes|go) [straight|on] to {to}",
                $"{ToolPhrase.Be} (forwarded|sent on|passed on|redirected|sent|copied) to {{to}}",
            ],
            EventPhrases = ["(forward~|redirect~|fwd|auto-forward~|pass~ on|route~|reroute~|relay~) {event} [on|over] to {to}", "share~ {event} with {to}", "pass~ {event} (on|over|along) to {to}", "pass~ (on|along) {event} to {to}", $"{ToolPhrase.Have} {{event}} forwarded to {{to}}", "sends {event} to {to}", "(send~|forward~) [a|the] copy of {event} to {to}", "(send~|give~) {to} [a|the] copy of {event}", "(send~) {event} [on|over] to {to}"],
            IncompletePhrases = [$"(forward~|redirect~) {It}"],
            EventsCaused = ["email.sent"],
            ActsOn = "email",
        },
        new ToolInfo("gmail.create_draft", "write a draft", "write a draft{reply? reply}[ to {to}] with [{subject} as the subject and ]{body} as the text")
        {
            Inputs =
            [
                new ToolInput("reply", InputKind.Flag, Required: false) { Templated = false },
                new ToolInput("to", InputKind.Addresses, Required: false) { Question = "whom it is for" },
                new ToolInput("subject", InputKind.Text, Required: false),
                new ToolInput("body", InputKind.Text) { Question = "the text of the draft" },
            ],
            Outputs = [new ToolOutput("draftId", "draft id")],
            MakingVerbs = [MakeDraft],
            Phrases =
            [
                new($"(draft~|prepare~|write~|create~|save~) [me] [a|an] {DraftedReply} {Back} {Saying} {{body}}") { Given = AsReply },
                new($"(draft~|prepare~|write~|create~|save~) [me] [a|an] {DraftedReply} {Back} [with|:] [the] [text|message] {{body:quoted}}") { Given = AsReply },
                new($"(draft~|prepare~|create~|auto-create|auto-draft|auto-generate|generate~) [me] [a|an] {DraftedReply} {Back}") { Given = AsReply, Drafted = "body" },
                new($"(draft~|prepare~|create~|write~|make~) [me] [a|an|the] [short|quick|polite|friendly] (reply|answer|response) draft {Back}") { Given = AsReply, Drafted = "body" },
                new($"(draft~|prepare~|create~) [me] [a|an] {DraftedReply} {Back} (with|that has|containing|including|mentioning|linking|linking to|pointing to|pointing them to|pointing at|with a link to|with the link|with link) {{:url}} [in it]") { Given = AsReply, Drafted = "body" },
                new($"(draft~|prepare~|write~) [me] [a|an] {{what:few}} (reply|answer|response) {Back}") { Given = AsReply, Drafted = "body" },
                new($"(draft~|prepare~) [a|an] {{what:few}} (email|mail|message)") { Drafted = "body" },
                new($"(draft~|prepare~) [a|an] {{what:few}} (email|mail|message) to {{to}}") { Drafted = "body" },
                new($"(draft~|prepare~|write~) [a|an] {{what:few}} (email|mail|message) to {{to}} {DescribingDraft} {{about}}") { Drafted = "body" },
                new($"{MakeDraft} [a|an|the] [new] [gmail] (draft email|email draft|drafts|draft|draft emails|email drafts|gmail drafts) [in gmail|for me]") { Drafted = "body" },
                new($"(draft~|prepare~|write~|create~) [me] [a|an] {DraftedReply} {Back} with [my|our|the|a] {{what:few}} {{:url}}") { Given = AsReply, Drafted = "body" },
                new($"(draft~|prepare~|write~) [a|an|the] [first|short|new|polite|friendly|kind|quick] {Noun} to {{to}} {DescribingDraft} {{about}}") { Drafted = "body" },
                new($"(get~|have~|make~) [me] [a|an] {DraftedReply} [{Back}] ready [for me]") { Given = AsReply, Drafted = "body" },
                new($"(draft~|prepare~|create~) draft (replies|answers|responses) {Back}") { Given = AsReply, Drafted = "body" },
                new($"(draft~|write~|prepare~) (an apology|a thank-you|a thank you|a thank-you note|a thank you note) {Back}") { Given = AsReply, Drafted = "body" },
                new($"write~ [me] [a|an] draft (reply|answer|response) {Back}") { Given = AsReply, Drafted = "body" },
                new($"(write~|draft~|prepare~) [a|an|the] [first] {Noun} to {{to}} [for me] [,] [and|but] (don't send it|do not send it|don't send|without sending it)") { Drafted = "body" },
                new($"(draft~|prepare~) [a|an|the] [first|short|new|thank-you|thank you|follow-up|followup|welcome|polite|friendly|kind|quick] {Noun} to {{to}} [for me]") { Drafted = "body" },
                $"(draft~|prepare~|create~) [a|an] [new] {Noun} to {{to}} {Saying} {{body}}",
                $"(draft~|prepare~|create~) [a|an] [new] {Noun} to {{to}} {WithSubject} {{subject}} [and|,] {Saying} {{body}}",
                $"{MakeDraft} a draft [email] to {{to}} [with] [the] [text] {{body:quoted}}",
                $"{MakeDraft} a draft [email] to {{to}} {Saying} {{body}}",
                new($"{MakeDraft} [a|the] [gmail] draft (using|with|from|containing|out of) {{body:reference}}"),
                new($"(draft~|prepare~|create~) [me] [a|an] {DraftedReply} {Back} {DescribingDraft} {{about}}") { Given = AsReply, Drafted = "body" },
                new($"[a|an] draft [email|reply] (is|gets|should be|must be|ought to be|has to be|needs to be|to be) [also|automatically] (created|prepared|written|made)") { IsOfMade = true, Drafted = "body" },
                new($"(draft~|write~) {{to}} [a|an] [quick|short] ({Letter}|reply)") { Drafted = "body" },
                new($"{MakeDraft} [a|an|the] [new] [gmail] draft [email|e-mail|mail|message] (to|for) {{to}}") { Drafted = "body" },
                new($"(draft~|prepare~|write~|create~) [me] [a|an] {DraftedReply} {Back} (in|for) {{about}}") { Given = AsReply, Drafted = "body" },
                new($"(draft~|prepare~|write~|create~) [me] [a|an] {DraftedReply} (to|for) {{to:person}}") { Drafted = "body" },
                new("(draft~|write~|prepare~) [a|an] [short|quick|polite|friendly|warm|nice|kind] (apology|thank-you|thank you|thank-you note|thank you note|note|message|follow-up note|recap) (to|for) {to}") { Drafted = "body" },
                new("(draft~|write~|prepare~|create~|make~) [me] [a|an|the] {what:few} draft [email|mail|message] (to|for) {to}") { Drafted = "body" },
                new($"(write~|compose~|draft~|prepare~) [a|an|the] {{what:few}} (to|for) {{to}} {Kept} [for me]") { Drafted = "body" },
                new($"(write~|compose~|draft~|prepare~) [a|an|the] {{about}} {Kept} [for me]") { Drafted = "body" },
                new($"(write~|compose~|draft~|prepare~) [a|an|the] {{about}} {Kept} (to|for) {{to}}") { Drafted = "body" },
                new("(write~|prepare~) [me] [a|an] {about:said} as a draft [,] [but|and] [don't send it|do not send it|don't send|without sending it]") { Given = AsReply, Drafted = "body" },
            ],
            EventPhrases =
            [
                new("(draft~|prepare~|write~|save~) [me] [a|an|the] [short|quick|polite] (reply|answer|response) (saying|that says|with|:) {body:quoted} to {event}") { Given = AsReply },
                new("(draft~|prepare~|write~|save~) [me] [a|an|the] [short|quick|polite] (reply|answer|response) to {event} (saying|that says|with|:) {body:quoted}") { Given = AsReply },
                new($"(draft~|prepare~|write~|create~) [me] [a|an] {DraftedReply} (to|for) {{event}} [,] [and] (mention|mentioning|include|including|link to|linking to|point them to|pointing them to|with a link to|with the link) {{:url}}") { Given = AsReply, Drafted = "body" },
                new($"(draft~|prepare~|write~|create~) [me] [a|an] {DraftedReply} [in {{what:few}}] (to|for) {{event}}") { Given = AsReply, Drafted = "body" },
                new("(draft~|prepare~) [a|an|the] {what:few} (email|e-mail|mail|message|note|letter) (to|for) {event}") { Given = ToPerson, Drafted = "body" },
                new("(draft~|prepare~) [a|an|the] [short|quick] (email|e-mail|mail|message|note|letter) (to|for) {event}") { Given = ToPerson, Drafted = "body" },
                new("(draft~|prepare~|create~|write~|make~) [a|an|the] [new] [gmail] (drafts|draft|email drafts|draft emails|draft email|gmail drafts) (for|from|out of) {event}") { Drafted = "body" },
                new("(draft~|prepare~|create~|write~|make~) [a|an|the] [new] [gmail] [draft] (drafts|replies|reply|answers|answer|responses|response) (to|for|from) {event}") { Given = AsReply, Drafted = "body" },
                new("(reply|respond|answer) to {event} with [a|an] [ai|ai-generated|ai-written|automatic|generated] draft (reply|replies|answer|answers|response|responses)") { Given = AsReply, Drafted = "body" },
            ],
            IncompletePhrases = ["(create~|prepare~|write~) a draft", "(have|leave~|put~) [a|an|me a] [gmail|email|mail] draft (waiting|ready|in [my|the] (gmail|drafts|drafts folder|outbox)) [for me]"],
        },
    ];
}
