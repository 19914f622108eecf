using System.Collections.Frozen;
using Cortex.Compilation.Grammar;

namespace Cortex.Compilation.Suggestions;

/// <summary>Words that deny or except something. A suggestion with fewer of them than the prompt could mean the opposite.</summary>
internal static class Denials
{
    /// <summary>Besides the negations, words that leave something out.</summary>
    private static readonly FrozenSet<string> Words = Weights.Negations
        .Concat(["dosent", "cant", "hasnt", "nothing", "outside", "stop", "lacking", "missing", "minus", "zero", "unstar", "removed", "remove"])
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>"Anyone but Bob", "any stage other than Won".</summary>
    private static readonly string[] Phrases = ["anyone but", "anybody but", "everyone but", "everybody but", "anything but", "everything but", "all but", "other than", "rather than", "apart from"];

    public static int CountIn(string prompt)
    {
        var outside = QuotedText.Outside(prompt).Replace('’', '\'').ToLowerInvariant();
        var words = outside.Split([' ', ',', ';', '.', ':', '!', '?', '(', ')', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return words.Count(Words.Contains) + Phrases.Count(phrase => outside.Contains(phrase, StringComparison.Ordinal));
    }
}
