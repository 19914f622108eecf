namespace Cortex.Catalog;

/// <summary>What belongs to no provider.</summary>
internal static class CoreCatalog
{
    private const string Directly =
        "notify~ me|alert~ me|alert~ us|i require [a|an] (notice|notification|alert|reminder)|fire~ off [a|an] (notification|alert|reminder)|tell~ me|let~ me know|inform~ me|ping~ me|page~ me|message~ me|beep|beep me|shout|holler|poke~ me|ding~ me|bug~ me|bring it to my notice|remind~ me|warn~ me|advise~ me|update~ me|buzz~ me|nudge~ me|(give~|send~|show~) me [a|an|another] (popup|pop-up|pop up)|(give~|gives) me [a|an|another|the|some] [quick|little|pop up|popup|push] (heads up|notifications|alerts|notice|word|heads-up|notification|alert|ping|shout|holler|poke|buzz|nudge|reminder|warning|sign|message)"
        + "|(send~|shoot~|drop~|push~|show~|deliver~) me [a|an|another] [quick|little|pop up|popup|pop-up|push|immediate] (notification|alert|message|msg|heads up|heads-up|reminder|notice|ping|note|line|warning|popup|pop up)"
        + "|(send~|push~|show~|raise~|pop up|trigger~|deliver~) [a|an] [pop up|popup|pop-up|push] (notification|alert|reminder|popup|message) [to me]|(send~|push~|deliver~) [a|an] [quick|little] [push] (notification|alert|ping|message|reminder) to my (phone|mobile|screen|desktop)|(ping~|buzz~|notify~|alert~) my (phone|mobile)|get notified|get alerted|get pinged|get told|get informed|get reminded|be notified|be alerted|be reminded|be told|be informed|be warned|a message to me|a notification|an alert|a heads-up|a heads up|heads-up|heads up|(i|we) get [a|an] (notification|alert|reminder|heads up|heads-up|ping)|notification please|set~ [up] (a watcher|a watch|an alert|a notification|an alarm|a reminder)|(get|receive) (email notifications|email alerts)|(give~|send~|get~|show~|tell~) me [any|all|all the|the|an|my|new|some|regular] (updates|update|changes)|(send~|show~|give~|display~) [me|us] [a|an] (popup|pop-up|pop up) [notification|alert|message] [to me]|(give~|issue~|sound~|raise~) [a|an|me] (notification|alert)"
        + "|get [a|an] [quick|little] (beep|notification|alert|ping|heads up|heads-up|message|reminder|nudge|note|notice)|make sure i know|make sure i see it|keep me posted|keep me informed|keep me updated|keep me up to date|keep me in the loop|keep me in the know|keep me notified|keep me alerted|keep me aware|keep me apprised|make me aware|make sure i'm aware|make sure i am aware|make sure i hear|notify the user|bring my attention|let me see|show me|tell us|let us know|hit me up|let me know me|alert me me|acknowledge me|monitor (it|them)|track (it|them)|watch (it|them)|check (it|them) [out]|can i get (updates|an update|a notification|an alert|notified)|(i want|i'd like|i would like|i need|i'd want|i'd love) [any|all|the|to get|to see|to have|to receive] (updates|an update|notifications|alerts)|by sending me [a|an] [pop up|popup] notification|send me and alert|get updates|pop up";

    private const string Tell =
        "(notify|" + Directly + "|(i want|i'd like|i'd love|i would like|i would love|i need|i wish|i'd want|i would want|i'd prefer|i would prefer|i'd appreciate|i would appreciate) [you] [to] (" + Directly
        + "|be notified|be alerted|be told|be informed|be reminded|be warned|be aware|know|receive a notification|receive an alert|receive a popup notification|receive a pop up notification|get a notification|get an alert|get a heads up|get notified|get alerted|be in the know|be made aware|be kept informed|be kept updated|be kept posted|be kept up to date|be kept aware|be kept in the loop|be updated|be pinged|stay informed|stay updated|learn|find out|get informed|get pinged|hear|hear about it|know about it|see|a push notification|a phone notification|a mobile notification|a push alert|a phone alert|a notice|a quick heads up|a heads-up|a push|a ping|a popup|a pop-up|a pop up|popup|an alert|a notification|a heads up|a message)"
        + "|(i should be|i would be|i'd be|i am|i'm) (grateful|glad|happy|thankful|pleased|obliged) to (be alerted|be notified|be told|be informed|be reminded|hear|know|learn|get a notification|get an alert)|(i should|i must|i have to|i need to) (be notified|be told|know|be informed|be aware)|(be|is|are|gets|get) (reported|shown|announced|told|sent|communicated) to me|(be|is|are) brought to my attention|(notify|alert|tell|inform|advise) me [by (email|mail|notification)])";

    public static ProviderCatalog Entry { get; } = new(Name: null)
    {
        Tools =
        [
            new ToolInfo("none", "do nothing", "do nothing")
            {
                IsNothing = true,
                Phrases = ["do nothing [at all] [with it|with them|with that|with this|about it|about them]", "do not do anything", "don't do anything", "take no action", "no action", "nothing", "(just|simply) ignore (it|them|this|that)", "ignore (it|them|this|that)"],
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
                    $"{Tell} [about|of|with|on] (it|this|that|them|those|these|each one|the result)",
                    "(track~|monitor~|keep~ track of|keep~ an eye on|keep~ a close eye on|keep~ tabs on|keep~ watch on|keep~ watch over|keep~ a watch on|keep~ a watch over) (it|them|those|these|this|that)",
                    "(track|monitor)",
                    $"{Tell} (right away|immediately|at once|asap|please|straight away|instantly|on my phone)",
                    $"{Tell} (by sending|with|by|via|through|using) [me] [a|an] (pop up notification|popup notification|pop-up notification|push notification|notification|popup|pop up|pop-up|alert|message on my screen)",
                    $"{Tell} that {{text}}",
                    "(remind~|nudge~|tell~|ping~) me to {text:task}",
                    $"({Directly}) [about] {{text:reference}}",
                    "(show~|give~|send~|tell~|read~) me {text:reference} [value]",
                    "(send~|give~|show~) (it|that|this|them|the result|the summary) to me (as|in|by) [a|an] (notification|message|alert|push notification|pop-up|popup)",
                    "(send~|give~|show~) me (it|that|this|them) (as|in|by) [a|an] (notification|message|alert|push notification|pop-up|popup)",
                    new("(show~|give~|send~|tell~) me the (gist|highlights|key points|main points|short version)") { Given = new Dictionary<string, string> { ["text"] = "<summary>" } },
                    "(say~|state~|read~ out|read~ aloud|read~ me out|read~ out to me|read~ to me|read~ me|announce~) {text:reference} [value]",
                    "(say~|state~|announce~|tell~ me|let~ me know|show~ me|read~ out) (who|what) (is|are) {text:reference}",
                    "(say~|state~|announce~|tell~ me|let~ me know|show~ me|read~ out) (who|what) {text:reference} (is|are)",
                    "(send~|give~|show~|push~) [me|us] [a|an] {text:few} (notification|alert|reminder|message|push notification)",
                ],
            },
            new ToolInfo("wait", "wait", "wait {duration}")
            {
                Inputs = [new ToolInput("duration", InputKind.Duration) { Templated = false, Question = "how long to wait" }],
                Phrases = ["(wait~|pause~|hold~ on|delay~) [for] {duration}", "after {duration}", "{duration} (later|after that|afterwards) [,]"],
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
                EventPhrases = ["(summarize~|summarise~|sum~ up) {event} [with ai|using ai]", "[use ai to|let ai|have ai|ask ai to] (summarize|summarise|sum up) {event}"],
                Phrases =
                [
                    "(summarize~|summarise~|sum~ up) [it|them|this|the email|the message|the description|the event description|the case description|its description|its content|the content|that|the event|the case|the mail|the lead|the record|the thread|the meeting|the contents] [with ai|using ai|for me]",
                    .. new[] { "in one line", "in one sentence", "in a sentence", "in two sentences", "in a few words", "in a few lines", "in bullet points", "briefly" }
                        .Select(how => new ToolPhrase($"(summarize~|summarise~|sum~ up) [it|them|this|that|the email|the message|the case|the lead|the event|the meeting|the description|its description] {how}") { Given = new Dictionary<string, string> { ["instructions"] = how } }),
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
                Phrases = ["(use ai to|let ai|ask ai to|have ai|get ai to) (draft|write|write up|prepare|put together|come up with|compose) {instructions:quoted}", "(use ai to|let ai|ask ai to|have ai|get ai to) (draft|write|write up|prepare|put together|come up with|compose) (a|an|some) {instructions:few} [for me]"],
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
                EventPhrases = ["[use ai to|let ai|have ai|ask ai to] (pull~|get~|take~|read~|extract~|pick~|copy~) [the] {fields} out of {event}", "[use ai to|let ai|have ai|ask ai to] extract~ [the] {fields} from {event}"],
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
                EventPhrases = ["[use ai to|let ai|have ai] (classify~|categorize~|categorise~|sort~) {event} [with ai|using ai] (as|into) [either] {labels:list} [with ai|using ai]"],
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
