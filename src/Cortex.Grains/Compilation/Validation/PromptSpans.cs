using Cortex.Compilation.Grammar;

namespace Cortex.Compilation.Validation;

/// <summary>The times of day between which a prompt says that something is: <c>9 to 5</c>, <c>between 22:00 and 6</c>.</summary>
internal static class PromptSpans
{
    public static IReadOnlySet<TimeOnly> Read(string prompt)
    {
        var times = new HashSet<TimeOnly>();
        for (var start = 0; start < prompt.Length; start++)
        {
            if ((start > 0 && PromptWord.IsPart(prompt[start - 1])) || WhenWords.SpanAt(prompt.AsSpan(start)) is not { } span)
            {
                continue;
            }

            times.UnionWith(new[] { span.From, span.Until }.OfType<TimeOnly>());
        }

        return times;
    }
}
