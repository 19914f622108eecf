using System.Collections.Frozen;
using Cortex.Compilation.Grammar;
using Cortex.Compilation.Validation;
using Cortex.Programs;

namespace Cortex.Compilation.Builtin;

/// <summary>Readings in which a value has taken words that say how the conditions hang together, so that one of them is turned round, or none is left.</summary>
internal static class SwallowedWords
{
    private const string Including = " including ";

    /// <summary>What denies the words behind it, and nothing at the end of a description: "an invoice for hosting <c>not</c>".</summary>
    private static readonly FrozenSet<string> Denying = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "not", "never", "nor", "no", "without", "hardly", "scarcely", "rarely", "ever", "than", "longer", "unrelated", "except", "only", "addressed", "copied", "sent");

    /// <summary>What the model cannot see in a description: "about hiring <c>not on</c> Fridays".</summary>
    private static readonly string[] Denied = ["on", "before", "after", "from", "by", "with", "unread", "marked", "addressed", "copied"];

    private static readonly string[] Denials = ["not", "never", "other than", "rather than", "no longer"];

    /// <summary>What begins another clause, and no text without quotes: "contains "order" or <c>they have</c> an attachment".</summary>
    private static readonly FrozenSet<string> Clauses = FrozenSet.Create(
        StringComparer.Ordinal,
        "they", "they're", "they've", "it", "it's", "it’s", "he", "she", "there", "there's", "there’s", "someone", "somebody", "anyone", "anybody", "no", "has", "hasn't", "have", "haven't", "does", "doesn't", "do", "don't", "none", "both", "worse",
        "anywhere", "somewhere", "nowhere", "elsewhere", "anything", "something", "nothing", "everything");

    /// <summary>Whether a reading is one of them.</summary>
    /// <param name="conditions">Of the event and of the steps.</param>
    /// <param name="prompt">The prompt.</param>
    public static bool Are(IReadOnlyList<Condition> conditions, string prompt) =>
        conditions.Any(HoldsNothing) || Includes(prompt) || conditions.SelectMany(ConditionSize.Leaves).Any(leaf => leaf.Value.Text is { } text && (leaf.Op == Operator.Semantic ? Denies(text) : IsClause(text, prompt)));

    /// <summary>A group that has lost all that it was said of holds always or never.</summary>
    private static bool HoldsNothing(Condition condition) => condition switch
    {
        AllOf { Parts.Count: 0 } or AnyOf { Parts.Count: 0 } => true,
        AllOf all => all.Parts.Any(HoldsNothing),
        AnyOf any => any.Parts.Any(HoldsNothing),
        NotOf not => HoldsNothing(not.Part),
        _ => false,
    };

    /// <summary>"Every email from Ana, including receipts" is every email from her.</summary>
    private static bool Includes(string prompt)
    {
        var outside = QuotedText.Outside(prompt);
        var at = outside.IndexOf(Including, StringComparison.OrdinalIgnoreCase);
        var behind = at < 0 ? "" : outside[(at + Including.Length)..].TrimStart();
        return behind is [>= 'a' and <= 'z', ..] && !behind.Split(' ')[0].Contains('@') && !behind.StartsWith("the ", StringComparison.Ordinal);
    }

    private static bool Denies(string description) =>
        Denying.Contains(description[(description.LastIndexOf(' ') + 1)..])
        || Array.Exists(Denials, denial => Array.Exists(Denied, word => $"{description} ".Contains($" {denial} {word} ", StringComparison.OrdinalIgnoreCase)));

    private static bool IsClause(string text, string prompt)
    {
        var at = prompt.IndexOf(text, StringComparison.Ordinal);
        return at > 0 && prompt[at - 1] is not ('"' or '“' or '\'' or '‘' or '«') && Clauses.Contains(text.Split(' ')[0]);
    }
}
