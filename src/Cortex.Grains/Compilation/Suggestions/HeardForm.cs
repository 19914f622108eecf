namespace Cortex.Compilation.Suggestions;

/// <summary>One of the ways to say a wording, with what is looked at in each of them.</summary>
/// <param name="Wording">What is meant.</param>
/// <param name="Heard">How it is said, slots in braces.</param>
internal sealed record HeardForm(PartWording Wording, string Heard)
{
    /// <summary>The stems of the words that mean something.</summary>
    public IReadOnlySet<string> Content { get; } = Stems(Heard).ToHashSet(StringComparer.Ordinal);

    /// <summary>For each kind of slot the word before its first one.</summary>
    public IReadOnlyDictionary<string, string> WordBefore { get; } = WordsBefore(Heard);

    /// <summary>How many of its words a part of a prompt says, from 0 to 1; all of none is all. A slot that the part can fill is as good as a word.</summary>
    public double SaidBy(IReadOnlySet<string> stems, int filled = 0) =>
        Content.Count + filled == 0 ? 1 : (double)(Content.Count(stems.Contains) + filled) / (Content.Count + filled);

    public static IEnumerable<string> Stems(string wording) => Words(wording).Where(word => !Weights.IsFiller(word)).Select(WordStem.Of);

    private static IEnumerable<string> Words(string wording) =>
        wording.ToLowerInvariant().Split([' ', ':', ',', '"'], StringSplitOptions.RemoveEmptyEntries).Where(word => !word.Contains('{', StringComparison.Ordinal) && !word.Contains('}', StringComparison.Ordinal));

    private static Dictionary<string, string> WordsBefore(string heard)
    {
        var before = new Dictionary<string, string>(StringComparer.Ordinal);
        var last = "";
        foreach (var word in heard.Split(' '))
        {
            if (word.IndexOf('{', StringComparison.Ordinal) is >= 0 and var open)
            {
                before.TryAdd(WordingSlot.Parse(word[(open + 1)..word.IndexOf('}', StringComparison.Ordinal)]).Takes, last);
            }

            last = Sentence.IsArticle(word) ? last : word.TrimEnd(':').ToLowerInvariant();
        }

        return before;
    }
}
