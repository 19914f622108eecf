namespace Cortex.Catalog;

/// <summary>What belongs to no provider.</summary>
internal static class CoreCatalog
{
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
            },
            new ToolInfo("wait", "wait", "wait {duration}")
            {
                Inputs = [new ToolInput("duration", InputKind.Duration) { Templated = false, Question = "how long to wait" }],
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
                UsesModel = true,
            },
        ],
    };
}
