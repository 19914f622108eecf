using System.Collections.Frozen;
using Cortex.Compilation.Grammar;

namespace Cortex.Compilation.Suggestions;

/// <summary>Words that deny or except something. A suggestion with fewer of them than the prompt could mean the opposite.</summary>
internal static class Denials
{
    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        StringComparer.Ordinal,
        "not", "unless", "except", "without", "no", "never", "don't", "doesn't", "isn't", "aren't", "excluding", "dont", "doesnt", "dosent", "nor", "neither", "didn't", "didnt", "wasn't", "wasnt", "weren't", "won't", "wont", "can't", "cant",
        "cannot", "hasn't", "hasnt", "haven't", "hadn't", "isnt", "arent", "nobody", "none", "nothing", "outside", "stop", "lacking", "missing", "minus", "zero", "unstar", "removed", "remove");

    /// <summary>"Anyone but Bob", "any stage other than Won".</summary>
    private static readonly string[] Phrases = ["anyone but", "anybody but", "everyone but", "everybody but", "anything but", "everything but", "all but", "other than", "rather than", "apart from"];

    public static int CountIn(string prompt)
    {
        var outside = QuotedText.Outside(prompt).Replace('’', '\'').ToLowerInvariant();
        var words = outside.Split([' ', ',', ';', '.', ':', '!', '?', '(', ')', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return words.Count(Words.Contains) + Phrases.Count(phrase => outside.Contains(phrase, StringComparison.Ordinal));
    }
}
