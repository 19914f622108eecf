namespace Cortex.Catalog;

/// <summary>What belongs to no provider.</summary>
internal static class CoreCatalog
{
    private const string Directly =
        "notify~ me|alert~ me|tell~ me|let~ me know|inform~ me|ping~ me|beep|beep me|remind~ me|warn~ me|give~ me a heads up|give~ me a notification|give~ me an alert"
        + "|send~ me [a|an] [push] (notification|alert|message|heads up|heads-up|reminder|notice)|(send~|push~|show~|raise~) [a|an] (notification|alert) [to me]|get notified|get alerted|set~ [up] (a watcher|a watch|an alert|a notification|an alarm)"
        + "|get [a|an] (notification|alert)|make sure i know|keep me posted|keep me informed|notify the user";

    private const string Tell =
        "(" + Directly + "|(i want|i'd like|i would like|i need|i wish) [you] [to] (" + Directly
        + "|be notified|be alerted|be told|be informed|be aware|know|an alert|a notification|a heads up|a message)|(i should|i must) (be notified|be told|know))";

    public static ProviderCatalog Entry { get; } = new(Name: null)
    {
        Tools =
        [
            new ToolInfo("none", "do nothing", "do nothing")
            {
                IsNothing = true,
                Phrases = ["do nothing [at all]", "do not do anything", "don't do anything", "take no action", "no action", "nothing"],
            },
            new ToolInfo("notify.user", "notify you", "notify you: {text}")
            {
                Inputs = [new ToolInput("text", InputKind.Text) { Default = "{title}", Question = "what to tell you" }],
                Phrases =
                [
                    $"{Tell}",
                    $"{Tell} (that|saying|with the message|with the text|with) {{text:quoted}}",
                    $"{Tell} [:] {{text:quoted}}",
                    $"{Tell} (with|of) {{text:reference}}",
                    $"{Tell} of (any|the) (changes|change) [to it|to them|to that]",
                    $"{Tell} [about|of] (it|this|that|them)",
                    $"{Tell} (right away|immediately|at once|asap|please)",
                    "(show~|give~|send~|tell~) me {text:reference}",
                ],
            },
            new ToolInfo("wait", "wait", "wait {duration}")
            {
                Inputs = [new ToolInput("duration", InputKind.Duration) { Templated = false, Question = "how long to wait" }],
                Phrases = ["(wait~|pause~|hold~ on|delay~) [for] {duration}", "after {duration}"],
                Outputs = [new ToolOutput("until", "end of the wait")],
            },
            new ToolInfo("ai.summarize", "summarize with AI", "let AI summarize it")
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
                    "(summarize~|summarise~|sum~ up) [it|them|this|the email|the message|the description|the content|that|the event|the case|the mail] [with ai|using ai|for me]",
                    "sum~ it up [for me]",
                    "(write~|create~|make~|give~ me) [a|an] [short|ai|brief] summary [of it|of the email|of the message] [for me]",
                    "(use ai to|let ai|ask ai to) (summarize|summarise|sum up) [it|the email|the message|them|the description]",
                ],
                UsesModel = true,
            },
            new ToolInfo("ai.draft", "write a text with AI", "let AI write a text")
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
            new ToolInfo("ai.extract", "extract data with AI", "let AI extract {fields}")
            {
                Inputs =
                [
                    new ToolInput("fields", InputKind.List) { Templated = false, Question = "what to extract" },
                    new ToolInput("text", InputKind.Text) { Default = "{title}\n{text}", Question = "from what to extract it" },
                ],
                Outputs = [new ToolOutput("values", "values")],
                Phrases =
                [
                    "(extract~|pull~ out|pick~ out) [the] {fields} [from it|from the email|from the message|with ai|using ai]",
                    "(use ai to|let ai|ask ai to) (extract|pull out) [the] {fields} [from it|from the email]",
                ],
                UsesModel = true,
            },
            new ToolInfo("ai.classify", "classify with AI", "let AI say which of {labels} it is")
            {
                Inputs =
                [
                    new ToolInput("labels", InputKind.List) { Templated = false, Question = "the kinds to tell apart" },
                    new ToolInput("text", InputKind.Text) { Default = "{title}\n{text}", Question = "what to classify" },
                ],
                Outputs = [new ToolOutput("label", "label"), new ToolOutput("reason", "reason")],
                Phrases =
                [
                    "(classify~|categorize~|sort~) [it|them|the email|the message] (as|into) {labels:list} [with ai|using ai]",
                    "(use ai to|let ai|ask ai to) (classify|categorize) [it|them|the email|the message] (as|into) {labels:list}",
                ],
                UsesModel = true,
            },
        ],
    };
}
