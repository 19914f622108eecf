namespace Cortex.Compilation.Grammar;

/// <summary>The words with which a phrase can begin.</summary>
/// <param name="Words">All of them.</param>
/// <param name="CanBeSlot">It can also begin with a value.</param>
/// <param name="CanBeEmpty">It can match nothing.</param>
internal sealed record FirstWords(IReadOnlySet<string> Words, bool CanBeSlot, bool CanBeEmpty)
{
    public static FirstWords Of(IEnumerable<PhraseNode> sequence)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var node in sequence)
        {
            var first = Of(node);
            words.UnionWith(first.Words);
            if (!first.CanBeEmpty)
            {
                return new FirstWords(words, first.CanBeSlot, CanBeEmpty: false);
            }
        }

        return new FirstWords(words, CanBeSlot: false, CanBeEmpty: true);
    }

    private static FirstWords Of(PhraseNode node)
    {
        switch (node)
        {
            case PhraseNode.Word word:
                return new FirstWords(new HashSet<string>([word.Text], StringComparer.OrdinalIgnoreCase), CanBeSlot: false, CanBeEmpty: false);
            case PhraseNode.Slot:
                return new FirstWords(new HashSet<string>(), CanBeSlot: true, CanBeEmpty: false);
            default:
                var optional = node is PhraseNode.Optional;
                var sequences = (node is PhraseNode.Optional or ? or.Sequences : ((PhraseNode.Choice)node).Sequences).Select(Of).ToArray();
                return new FirstWords(
                    sequences.SelectMany(first => first.Words).ToHashSet(StringComparer.OrdinalIgnoreCase),
                    sequences.Any(first => first.CanBeSlot),
                    optional || sequences.Any(first => first.CanBeEmpty));
        }
    }
}
