namespace Cortex.Compilation.Grammar;

/// <summary>The words with which a phrase can begin.</summary>
/// <param name="Words">All of them.</param>
/// <param name="CanBeSlot">It can also begin with a value.</param>
/// <param name="CanBeEmpty">It can match nothing.</param>
internal sealed record FirstWords(IReadOnlySet<string> Words, bool CanBeSlot, bool CanBeEmpty)
{
    /// <summary>What a quoted text can begin with.</summary>
    private static readonly IReadOnlySet<string> Quotes = new HashSet<string>(["\"", "“", "«", "'", "‘"]);

    /// <param name="sequence">The phrase.</param>
    /// <param name="ofSlot">The words that a slot's value can begin with; null if those are not known.</param>
    public static FirstWords Of(IEnumerable<PhraseNode> sequence, Func<PhraseNode.Slot, IReadOnlySet<string>?>? ofSlot = null)
    {
        var words = new FirstWords(new HashSet<string>(StringComparer.OrdinalIgnoreCase), CanBeSlot: false, CanBeEmpty: true);
        foreach (var node in sequence.TakeWhile(_ => words.CanBeEmpty))
        {
            words = words.Before(ofSlot is null || !node.HoldsValue ? node.FirstWords : Of(node, ofSlot));
        }

        return words;
    }

    /// <summary>The words with which it can begin where something else follows it.</summary>
    public FirstWords Before(FirstWords next) =>
        CanBeEmpty ? new(Words.Union(next.Words, StringComparer.OrdinalIgnoreCase).ToHashSet(StringComparer.OrdinalIgnoreCase), CanBeSlot || next.CanBeSlot, next.CanBeEmpty) : this;

    /// <summary>The words with which one piece can begin.</summary>
    public static FirstWords Of(PhraseNode node, Func<PhraseNode.Slot, IReadOnlySet<string>?>? ofSlot)
    {
        switch (node)
        {
            case PhraseNode.Word word:
                return new FirstWords(new HashSet<string>([word.Text], StringComparer.OrdinalIgnoreCase), CanBeSlot: false, CanBeEmpty: false);
            case PhraseNode.Slot slot when (slot.Kind == "quoted" ? Quotes : ofSlot?.Invoke(slot)) is { } known:
                return new FirstWords(known, CanBeSlot: false, CanBeEmpty: false);
            case PhraseNode.Slot:
                return new FirstWords(new HashSet<string>(), CanBeSlot: true, CanBeEmpty: false);
            default:
                var optional = node is PhraseNode.Optional;
                var sequences = (node is PhraseNode.Optional or ? or.Sequences : ((PhraseNode.Choice)node).Sequences).Select(one => Of(one, ofSlot)).ToArray();
                return new FirstWords(
                    sequences.SelectMany(first => first.Words).ToHashSet(StringComparer.OrdinalIgnoreCase),
                    sequences.Any(first => first.CanBeSlot),
                    optional || sequences.Any(first => first.CanBeEmpty));
        }
    }
}
