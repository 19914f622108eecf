namespace Cortex.Catalog;

/// <summary>What belongs to no provider.</summary>
internal static class CoreCatalog
{
    private const string Directly =
        "notify~ me|alert~ me|alert~ us|tell~ me|let~ me know|inform~ me|ping~ me|page~ me|message~ me|beep|beep me|remind~ me|warn~ me|advise~ me|update~ me|buzz~ me|nudge~ me|(give~|send~|show~) me [a|an|another] (popup|pop-up|pop up)|(give~|gives) me [a|an|another] [quick|little|pop up|popup|push] (heads up|heads-up|notification|alert|ping|shout|nudge|reminder|warning|sign|notice|message)"
        + "|(send~|shoot~|drop~|push~|show~|deliver~) me [a|an|another] [quick|little|pop up|popup|pop-up|push|immediate] (notification|alert|message|msg|heads up|heads-up|reminder|notice|ping|note|line|warning|popup|pop up)"
        + "|(send~|push~|show~|raise~|pop up|trigger~|deliver~) [a|an] [pop up|popup|pop-up|push] (notification|alert|reminder|popup|message) [to me]|get notified|get alerted|be notified|be alerted|be reminded|be told|be informed|be warned|a message to me|a notification|an alert|a heads-up|a heads up|heads-up|heads up|(i|we) get [a|an] (notification|alert|reminder|heads up|heads-up|ping)|notification please|set~ [up] (a watcher|a watch|an alert|a notification|an alarm|a reminder)|(get|receive) (email notifications|email alerts)"
        + "|get [a|an] [quick|little] (beep|notification|alert|ping|heads up|heads-up|message|reminder|nudge|note|notice)|make sure i know|make sure i see it|keep me posted|keep me informed|keep me updated|keep me up to date|keep me in the loop|keep me in the know|notify the user|bring my attention|let me see|show me|tell us|let us know|hit me up|let me know me|alert me me|acknowledge me|monitor (it|them)|track (it|them)|watch (it|them)|check (it|them) [out]|can i get (updates|an update|a notification|an alert|notified)|by sending me [a|an] [pop up|popup] notification|send me and alert|get updates|pop up";

    private const string Tell =
        "(notify|" + Directly + "|(i want|i'd like|i'd love|i would like|i would love|i need|i wish) [you] [to] (" + Directly
        + "|be notified|be alerted|be told|be informed|be reminded|be warned|be aware|know|receive a notification|receive an alert|receive a popup notification|receive a pop up notification|get a notification|get an alert|get a heads up|get notified|get alerted|be in the know|hear|see|an alert|a notification|a heads up|a message)"
        + "|(i should|i must|i have to|i need to) (be notified|be told|know|be informed|be aware)|(be|is|are|gets|get) (reported|shown|announced) to me|(notify|alert|tell|inform|advise) me [by (email|mail|notification)])";

    public static ProviderCatalog Entry { get; } = new(Name: null)
    {
        Tools =
        [
            new ToolInfo("none", "do nothing", "do nothing")
            {
                IsNothing = true,
                Phrases = ["do nothing [at all]", "do not do anything", "don't do anything", "take no action", "no action", "nothing", "(just|simply) ignore (it|them|this|that)", "ignore (it|them|this|that)"],
                EventPhrases = ["ignore {event}", "do nothing (with|about|for|when i get) {event}"],
            },
            new ToolInfo("notify.user", "notify you", "notify you: {text}")
            {
                IsReport = true,
                EventPhrases = [new("(send~|give~|show~|get~) me [a|an|the] [short|quick|brief|one-line|two-line|one line] (summary|recap|digest|gist) of {event}") { IsSummary = true }],
                Inputs = [new ToolInput("text", InputKind.Text) { Default = "{title}", Question = "what to tell you", CarriesResult = true }],
                Phrases =
                [
                    $"{Tell}",
                    $"{Tell} (that|saying|with the message|with the text|with) {{text:quoted}}",
                    $"{Tell} [:] {{text:quoted}}",
                    $"{Tell} (with|of) {{text:reference}}",
                    $"{Tell} [about|of|with] (it|this|that|them|the result)",
                    $"{Tell} (right away|immediately|at once|asap|please|straight away|instantly|on my phone)",
                    $"{Tell} that {{text}}",
                    "(remind~|nudge~|tell~|ping~) me to {text:task}",
                    $"({Directly}) [about] {{text:reference}}",
                    "(show~|give~|send~|tell~|read~) me {text:reference} [value]",
                    new("(show~|give~|send~|tell~) me the (gist|highlights|key points|main points|short version)") { Given = new Dictionary<string, string> { ["text"] = "<summary>" } },
                    "(say~|state~|read~ out|read~) {text:reference} [value]",
                    "(send~|give~|show~|push~) [me|us] [a|an] {text:few} (notification|alert|reminder|message|push notification)",
                ],
            },
            new ToolInfo("wait", "wait", "wait {duration}")
            {
                Inputs = [new ToolInput("duration", InputKind.Duration) { Templated = false, Question = "how long to wait" }],
                Phrases = ["(wait~|pause~|hold~ on|delay~) [for] {duration}", "after {duration}"],
                Outputs = [new ToolOutput("until", "end of the wait")],
            },
            new ToolInfo("ai.summarize", "summarize with AI", "let AI summarize {text}[ with the instructions {instructions}]")
            {
                Inputs =
                [
                    new ToolInput("text", InputKind.Text) { Default = "{title}\n{text}", Question = "what to summarize" },
                    new ToolInput("instructions", InputKind.Text, Required: false) { Templated = false },
                ],
                Outputs = [new ToolOutput("summary", "summary")],
                EventPhrases = ["(summarize~|summarise~) {event}"],
                Phrases =
                [
                    "(summarize~|summarise~|sum~ up) [it|them|this|the email|the message|the description|its description|its content|the content|that|the event|the case|the mail|the lead|the record|the thread|the meeting|the contents] [with ai|using ai|for me]",
                    "sum~ it up [for me]",
                    "(write~|create~|make~|give~ me|send~ me|get~ me|generate~) [a|an|the] [short|ai|brief|quick] (summary|recap) [of it|of the email|of the message] [for me]",
                    "(use ai to|let ai|ask ai to) (summarize|summarise|sum up) [it|the email|the message|them|the description]",
                ],
                UsesModel = true,
            },
            new ToolInfo("ai.draft", "write a text with AI", "let AI write a text based on {text} with the instructions {instructions}")
            {
                Inputs =
                [
                    new ToolInput("instructions", InputKind.Text) { Templated = false, Question = "what to write" },
                    new ToolInput("text", InputKind.Text) { Default = "{title}\n{text}", Question = "what to answer" },
                ],
                Outputs = [new ToolOutput("subject", "subject"), new ToolOutput("text", "text")],
                Phrases = ["(use ai to|let ai|ask ai to) (draft|write) {instructions:quoted}"],
                UsesModel = true,
            },
            new ToolInfo("ai.extract", "extract data with AI", "let AI extract {fields} from {text}")
            {
                Inputs =
                [
                    new ToolInput("fields", InputKind.List) { Templated = false, Question = "what to extract" },
                    new ToolInput("text", InputKind.Text) { Default = "{title}\n{text}", Question = "from what to extract it" },
                ],
                Outputs = [new ToolOutput("values", "values")],
                Phrases =
                [
                    "(pull~|get~|take~|read~) [the|its] {fields} out [of it|of the email|of the message|of them]",
                    "(extract~|pull~ out|pick~ out|grab~|get~ out) [the|its] {fields} [from it|from the email|from the message|out of it|with ai|using ai]",
                    "(use ai to|let ai|ask ai to|have ai) (extract|pull out|pick out) [the|its] {fields} [from it|from the email]",
                ],
                UsesModel = true,
            },
            new ToolInfo("ai.classify", "classify with AI", "let AI say which of {labels} {text} is")
            {
                Inputs =
                [
                    new ToolInput("labels", InputKind.List) { Templated = false, Question = "the kinds to tell apart" },
                    new ToolInput("text", InputKind.Text) { Default = "{title}\n{text}", Question = "what to classify" },
                ],
                Outputs = [new ToolOutput("label", "label"), new ToolOutput("reason", "reason")],
                EventPhrases = ["[use ai to|let ai|have ai] (classify~|categorize~|categorise~|sort~) {event} (as|into) [either] {labels:list} [with ai|using ai]"],
                Phrases =
                [
                    "(classify~|categorize~|categorise~|sort~) [it|them|the email|the message|the case|the lead] (as|into) [either] {labels:list} [with ai|using ai]",
                    "(use ai to|let ai|ask ai to|have ai) (classify|categorize|categorise|sort|decide whether it is|tell whether it is|say whether it is|decide if it is) [it|them|the email|the message] [as|into] [a|an] {labels:list}",
                ],
                UsesModel = true,
            },
        ],
    };
}
