using Cortex.Catalog;

namespace Cortex.Compilation.ReadBacks;

/// <summary>
/// The sentence that the catalog has for a tool, in its parts. <c>{to}</c> is an input, <c>[, copied to {cc},]</c> is there if its input is, <c>{reply? reply}</c> is words for a yes, and
/// <c>&lt;it is called {summary}|it starts {start}&gt;</c> is a list of such parts.
/// </summary>
internal abstract record ToolSentence
{
    private ToolSentence()
    {
    }

    /// <summary>Words.</summary>
    public sealed record Words(string Text) : ToolSentence;

    /// <summary>The place of an input.</summary>
    public sealed record Slot(ToolInput Input) : ToolSentence;

    /// <summary>Words that say yes.</summary>
    public sealed record Yes(ToolInput Input, string Text) : ToolSentence;

    /// <summary>What is there if its input is.</summary>
    public sealed record Optional(ToolInput Input, IReadOnlyList<ToolSentence> Parts) : ToolSentence;

    /// <summary>A list of what is there.</summary>
    public sealed record Several(IReadOnlyList<Optional> Options) : ToolSentence;

    /// <summary>Takes a tool's sentence apart.</summary>
    public static IReadOnlyList<ToolSentence> Of(ToolInfo tool) => Split(tool.Explanation, tool);

    private static List<ToolSentence> Split(string text, ToolInfo tool)
    {
        var parts = new List<ToolSentence>();
        while (text.Length > 0)
        {
            var open = text.IndexOfAny(['{', '[', '<']);
            if (open != 0)
            {
                var words = open < 0 ? text : text[..open];
                parts.Add(new Words(words));
                text = text[words.Length..];
                continue;
            }

            var close = text.IndexOf(text[0] switch { '{' => '}', '[' => ']', _ => '>' }, StringComparison.Ordinal);
            var inner = text[1..close];
            parts.Add(text[0] switch
            {
                '{' when inner.Split('?') is [var flag, var yes] => new Yes(tool.Find(flag)!, yes),
                '{' => new Slot(tool.Find(inner)!),
                '[' => Option(inner, tool),
                _ => new Several([.. inner.Split('|').Select(option => Option(option, tool))]),
            });
            text = text[(close + 1)..];
        }

        return parts;
    }

    private static Optional Option(string text, ToolInfo tool)
    {
        var parts = Split(text, tool);
        return new Optional(parts.OfType<Slot>().Single().Input, parts);
    }
}
