namespace Cortex.Catalog;

/// <content>What steps write: emails, replies, drafts.</content>
internal static partial class GmailCatalog
{
    private const string Saying = "(saying|that says|which says|by saying|to say|and say|stating|that reads)";

    private const string WithSubject = "[on gmail|via gmail] [and|,] [with|use|using] [the|a] (subject line|subject|title) [of|:|containing|is]";

    private const string WithBody = "[as a keyword] [on gmail|via gmail] (with|and|, with|and with|containing|including|, and) [the|a|this] (text|body|message|content|words|note) [of|:|is]";

    private const string Send = "(send~|write~|shoot~|trigger~|fire~ off|dispatch~) [out|off|back] [a|an|another|the] [new|short|quick|automatic|automated|brief]";

    private const string Verb = "(email~|e-mail~|mail~|message~)";

    private const string Forward = "(forward~|redirect~|pass~|fwd|auto-forward~|relay~|shoot~|hand~)";

    private const string Back = "[to] [it|them|the email|the message|the mail|the sender|that email|this email|back|him|her|everyone|everybody|each one|the person|the customer] [back]";

    private const string Reply = "(reply~|respond~|answer~|auto-reply|auto-respond|autoreply|write~ back|get~ back)";

    private const string DraftedReply = "[short|quick|polite|friendly|warm|nice|kind|formal|brief|first] [draft|drafted] (reply|answer|response|follow-up|followup|follow up)";

    /// <summary>Where a text is described instead of said, so that AI writes it.</summary>
    private const string Describing =
        "(proposing|suggesting|declining|giving|listing|asking|thanking|telling|reminding|inviting|explaining|apologizing|apologising|congratulating|welcoming|informing|confirming|offering|warning|introducing|letting|requesting|to ask|to thank|to tell|to remind|to invite"
        + "|to explain|to apologize|to apologise|to congratulate|to welcome|to inform|to confirm|to let|to request|to say sorry|with details|with information)";

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
        $"{Send} {{subject:few}} ({Letter}) [via gmail] to {{to}}",
        $"(send~|email~|write~|shoot~|drop~) {{to}} [back] [a|an] [new|quick|short|automatic] ({Noun}|email notification|email alert|email reminder)",
        "(send~|email~) {to:person} [a|an|the] [quick|short|friendly|kind|little] (reminder|note|heads-up|heads up|message|notification|update|notice)",
        $"(send~|email~|write~|shoot~) {{to}} [a|an] {{subject:few}} ({Letter})",
        "send~ [a|an|the] [quick|short|friendly|kind|little] (reminder|email reminder|heads-up|heads up|update|notice) to {to}",
    ];

    private const string Letter = "email|e-mail|mail|message|note|email notification|email message";

    /// <summary>What a reply is called whose text is said: nothing that changes the text.</summary>
    private const string Plainly = "[quick|short|brief|automatic|automated|auto|confirmation|standard|canned|acknowledgement|acknowledgment|thank-you|thank you|polite|friendly]";

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
                .. Combined.Of([$"{Verb} {{to}}"], Contents).Select(phrase => (ToolPhrase)phrase),
                .. Combined.Of([.. Letters, $"{Verb} {{to}}"], [$"{Describing} {{about}}"]).Select(phrase => new ToolPhrase(phrase) { Drafted = "body" }),
                .. Combined.Of(["(send~|email~|mail~|give~) {to} [a|an|the] [short|ai|brief|quick]", "(send~|email~|mail~|write~) [a|an|the] [short|brief]"], ["(summary|recap|digest) [of it|of the email|of the meeting]", "(summary|recap|digest) [of it] to {to}"])
                    .Where(phrase => phrase.Contains("{to}", StringComparison.Ordinal) && phrase.IndexOf("{to}", StringComparison.Ordinal) == phrase.LastIndexOf("{to}", StringComparison.Ordinal))
                    .Select(phrase => new ToolPhrase(phrase) { IsSummary = true }),
                $"(email~|mail~|send~|tell~|show~) {{to}} {{body:reference}}",
                $"{Verb} {{body:reference}} to {{to}}",
                "(send~|forward~|pass~ on) {body:reference} [on|over] to {to}",
                "(forward~|pass~) (the details|all details|the info|the information) [on|over] to {to}",
                "send~ (it|this|that|them|the details|everything|the event|a copy|the info|the information|all details) [on|over|off] to {to}",
                "send~ to {to}",
                new("(get~|receive~) [a|an] [automatic|quick] (email|e-mail|mail) [notification|alert|reminder|message]") { Given = new Dictionary<string, string> { ["to"] = "me" } },
                "(send~|email~|mail~) {to} (a|the|our|my|this) [feedback|review|survey|booking|download|sign-up|signup|registration|payment|meeting|video|zoom|form] (link|url) [:|to] {body:url}",
                "(send~|write~) {to:person} {body:quoted}",
                "send~ {body:quoted} to {to}",
                "(drop~|send~|write~) (a line|a few lines|a note|a message) to {to}", "(drop~|send~|write~) {to} (a line|a few lines|a note)",
                "(email~|mail~) (it|this|them|the details|everything|the info|the event) to {to}",
                $"{ToolPhrase.Be} (emailed|mailed|e-mailed|sent|reported|forwarded) to {{to}}",
                "(reply~|respond~) to {to} with the (event|meeting|details|lead|case|record)",
                "(let~) {to:person} know [about it|by email]",
                "(notify~|inform~|alert~|tell~|warn~) {to:other} [by email|via email|by mail|in an email|about it|of it|of this|about this]",
                "(notify~|inform~|alert~|tell~) {to:other} (that|saying|with the message|with) {body}",
            ],
            EventPhrases =
            [
                "(let~) {to:written} know [about|of] {event}",
                "(email~|mail~|notify~|tell~|inform~|alert~) {to:written} (about|of|on) {event}",
                new("(email~|mail~) {event} [saying|with|with the text|:|that] {body:quoted}") { Given = ToPerson },
                new("(send~|write~) [an|a] [automatic] (email|mail|message|e-mail) to {event} (saying|with|with the text|:|that says) {body:quoted}") { Given = ToPerson },
                new("(send~|write~) [a|an|the] {subject:few} (email|mail|message|e-mail) to {event} (saying|with|with the text|:|that says) {body:quoted}") { Given = ToPerson },
                new("(greet~|welcome~|thank~) {event} (with an email|by email|by mail) [saying|:|that says] {body:quoted}") { Given = ToPerson },
                new("(send~|email~|mail~) [a|an|the] [short|quick|brief|one-line|two-line] (summary|recap|digest|gist) of {event} to {to}") { IsSummary = true },
            ],
            IncompletePhrases = [$"{Send} {Noun}", $"{Send} {{subject:few}} ({Letter})", Verb],
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
                $"{Reply} {Back} with [a|the|my|this] [link|url|address] [:|to] {{body:url}}",
                $"{Reply} {Back} with [a|the|my|this] {{what:few}} (link|url|page) [:|to] {{body:url}}",
                new($"{Reply} {Back} {Describing} {{about}}") { Drafted = "body" },
                new($"(send~|write~) [back] [them|him|her] [a|an] [quick|short|polite] (reply|answer|response) {Back} {Describing} {{about}}") { Drafted = "body" },
            ],
            EventPhrases =
            [
                "(send~|give~) [back] [a|an|the] [quick|short|automatic|auto|automated] (reply|answer|response|auto-response|auto-reply|autoresponse|autoreply|auto reply|auto response) to {event} (with|saying|:|that says) {body:quoted}",
                "[i'd like|i want|i need|i would like] (a|an) [automatic|quick|standard] (reply|answer|response|auto-reply) [is] [going out|sent|to go out|to be sent|going|sent out] to {event} (with|saying|:|that says) {body:quoted}",
                "(reply|respond|auto-reply|auto-respond|autoreply|auto reply) [automatically|back] to {event} that {body:told}",
                "(reply|respond|auto-reply|auto-respond|autoreply|auto reply) [automatically|back] [with|saying] {body:quoted} to {event}", "(reply|respond|auto-reply|auto-respond) to {event} (with|saying|:) {body:quoted}", "(answer|auto-answer|autoanswer) {event} (with|saying|:) {body:quoted}",
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
                "[straight|right] on to {to}", "straight to {to}",
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
            EventPhrases = ["(forward~|redirect~|fwd|auto-forward~|pass~ on) {event} [on|over] to {to}", "(have|get) {event} forwarded to {to}", "sends {event} to {to}", "(send~|forward~) [a|the] copy of {event} to {to}", "(send~|give~) {to} [a|the] copy of {event}", "(send~) {event} [on|over] to {to}"],
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
            Phrases =
            [
                new($"(draft~|prepare~|write~|create~|save~) [me] [a|an] {DraftedReply} {Back} {Saying} {{body}}") { Given = AsReply },
                new($"(draft~|prepare~|write~|create~|save~) [me] [a|an] {DraftedReply} {Back} [with|:] [the] [text|message] {{body:quoted}}") { Given = AsReply },
                new($"(draft~|prepare~|create~|auto-create|auto-draft|auto-generate|generate~) [me] [a|an] {DraftedReply} {Back}") { Given = AsReply, Drafted = "body" },
                new($"(draft~|prepare~|create~|write~|make~) [me] [a|an|the] [short|quick|polite|friendly] (reply|answer|response) draft {Back}") { Given = AsReply, Drafted = "body" },
                new($"(draft~|prepare~|create~) [me] [a|an] {DraftedReply} {Back} (with|that has|containing|including|mentioning|linking|linking to|pointing to|pointing them to|pointing at|with a link to|with the link|with link) {{:url}} [in it]") { Given = AsReply, Drafted = "body" },
                new($"(draft~|prepare~|write~) [me] [a|an] {{what:few}} (reply|answer|response) {Back}") { Given = AsReply, Drafted = "body" },
                new($"(draft~|prepare~) [a|an] {{what:few}} (email|mail|message)") { Drafted = "body" },
                new($"(draft~|prepare~|write~) [a|an|the] [first|short|new|polite|friendly|kind|quick] {Noun} to {{to}} {Describing} {{about}}") { Drafted = "body" },
                new($"(draft~|prepare~|create~) draft (replies|answers|responses) {Back}") { Given = AsReply, Drafted = "body" },
                new($"(draft~|write~|prepare~) (an apology|a thank-you|a thank you|a thank-you note|a thank you note) {Back}") { Given = AsReply, Drafted = "body" },
                new($"write~ [me] [a|an] draft (reply|answer|response) {Back}") { Given = AsReply, Drafted = "body" },
                new($"(write~|draft~|prepare~) [a|an|the] [first] {Noun} to {{to}} [for me] [,] [and|but] (don't send it|do not send it|don't send|without sending it)") { Drafted = "body" },
                new($"(draft~|prepare~) [a|an|the] [first|short|new|thank-you|thank you|follow-up|followup|welcome|polite|friendly|kind|quick] {Noun} to {{to}} [for me]") { Drafted = "body" },
                $"(draft~|prepare~|create~) [a|an] [new] {Noun} to {{to}} {Saying} {{body}}",
                $"(draft~|prepare~|create~) [a|an] [new] {Noun} to {{to}} {WithSubject} {{subject}} [and|,] {Saying} {{body}}",
                $"(create~|prepare~|write~|save~) a draft [email] to {{to}} [with] [the] [text] {{body:quoted}}",
                $"(create~|prepare~|write~|save~) a draft [email] to {{to}} {Saying} {{body}}",
                new("(create~|prepare~|write~|make~) [a|the] [gmail] draft (using|with|from|containing|out of) {body:reference}"),
                new($"(draft~|prepare~|create~) [me] [a|an] {DraftedReply} {Back} {Describing} {{about}}") { Given = AsReply, Drafted = "body" },
                new($"[a|an] draft [email|reply] (is|gets|should be) [also|automatically] (created|prepared|written|made)") { Drafted = "body" },
                new($"(draft~|write~) {{to}} [a|an] [quick|short] ({Letter}|reply)") { Drafted = "body" },
                new($"(create~|write~|prepare~|make~) [a|an|the] [new] [gmail] draft [email|e-mail|mail|message] (to|for) {{to}}") { Drafted = "body" },
                new($"(draft~|prepare~|write~|create~) [me] [a|an] {DraftedReply} {Back} (in|for) {{about}}") { Given = AsReply, Drafted = "body" },
                new("(write~|prepare~) [me] [a|an] {about:said} as a draft [,] [but|and] [don't send it|do not send it|don't send|without sending it]") { Given = AsReply, Drafted = "body" },
            ],
            EventPhrases =
            [
                new("(draft~|prepare~|write~|save~) [me] [a|an|the] [short|quick|polite] (reply|answer|response) (saying|that says|with|:) {body:quoted} to {event}") { Given = AsReply },
                new("(draft~|prepare~|write~|save~) [me] [a|an|the] [short|quick|polite] (reply|answer|response) to {event} (saying|that says|with|:) {body:quoted}") { Given = AsReply },
                new("(draft~|prepare~|create~|write~) [a|an|the] [new] [gmail] [draft] (drafts|replies|reply|answers|answer|responses|response) (to|for|from) {event}") { Given = AsReply, Drafted = "body" },
                new("(reply|respond|answer) to {event} with [a|an] [ai|ai-generated|ai-written|automatic|generated] draft (reply|replies|answer|answers|response|responses)") { Given = AsReply, Drafted = "body" },
            ],
            IncompletePhrases = ["(create~|prepare~|write~) a draft"],
        },
    ];
}
