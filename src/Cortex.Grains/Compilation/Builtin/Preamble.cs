using System.Collections.Frozen;
using Cortex.Compilation.Grammar;

namespace Cortex.Compilation.Builtin;

/// <summary>What people say before they come to the point: "I travel a lot for work. When …". It holds no value, no denial and no instruction, so leaving it out changes nothing.</summary>
internal static class Preamble
{
    private const string Marks = ".!;:-–—,";

    /// <summary>Words that could be meant: what is to happen, when, and to what not.</summary>
    private static readonly FrozenSet<string> Significant = Vocabulary.Verbs.Union(
        ["when", "whenever", "if", "unless", "except", "not", "no", "never", "don't", "without", "only", "once", "every", "each", "until", "otherwise", "then", "before", "after", "ignore", "skip", "or"]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Where the prompt comes to the point, for every sentence that can be left out; in the order of the prompt.</summary>
    public static IEnumerable<int> Of(string prompt)
    {
        var outside = QuotedText.Outside(prompt);
        for (var start = 0; start < prompt.Length; start++)
        {
            if (outside[start] != prompt[start] || char.IsDigit(prompt[start]) || prompt[start] == '@')
            {
                yield break;
            }

            var length = start == 0 || !PromptWord.IsPart(prompt[start - 1]) ? PromptWord.Length(outside.AsSpan(start)) : 0;
            if (length > 0 && Significant.Contains(PromptWord.Lower(outside.AsSpan(start, length))))
            {
                yield break;
            }

            if (Marks.Contains(prompt[start]) && start + 1 < prompt.Length && char.IsWhiteSpace(prompt[start + 1]))
            {
                yield return start + 1;
            }
        }
    }
}
